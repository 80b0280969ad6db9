import { records } from '../diagnostics/messages/records.js';
import { kindOf, toJson, type ListNode, type MapNode, type Reading, type Shape, type SpecNode } from '../shape.js';
import type { FieldFacts, FieldSpec, FieldsSpec, TypeWord } from './field.js';

/** The record that an inline JSON Schema describes, in the words of `fields`. */
export interface SchemaSpec {
  readonly description?: string;
  readonly fields: FieldsSpec;
}

/** `schema`: the fields of a record as JSON Schema, for those who have one. A property outside `required` may be missing. */
export const schemaShape: Shape<SchemaSpec> = {
  expected: 'a JSON Schema',
  schema: {
    type: 'object',
    description:
      'The fields of a record as JSON Schema (draft 2020-12): type, properties, required, items, additionalProperties, enum, const, format, minimum, maximum, anyOf, oneOf, ' +
      '$ref to #/$defs, description, examples, deprecated. A property that is not required may be missing. Other keywords are refused.',
  },
  accepts: (node) => node.kind === 'map',
  read(node, reading) {
    if (node.kind !== 'map') {
      reading.report(records.schema(node.span, `expected a JSON Schema, got ${kindOf(node)}`));
      return undefined;
    }
    const before = reading.diagnostics.length;
    const facts = new SchemaReader(node, reading).facts(node, []);
    if (facts === undefined || reading.diagnostics.length > before) return undefined;
    if (facts.fields === undefined) {
      reading.report(records.schema(node.span, 'a record is an object with "properties"'));
      return undefined;
    }
    const described = facts.description === undefined ? {} : { description: facts.description };
    return reading.remember({ ...described, fields: facts.fields }, node);
  },
};

/** Keywords that say nothing about the value, or nothing that is checked by a reader of records. */
const IGNORED: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'title',
  'default',
  'readOnly',
  'writeOnly',
  'required',
  'type',
]);

const FORMATS = new Map<string, Pick<FieldFacts, 'type' | 'format'>>([
  ['date-time', { type: 'datetime' }],
  ['date', { type: 'date' }],
  ['time', { type: 'time' }],
  ...(['uuid', 'uri', 'email', 'ipv4', 'ipv6'] as const).map((format) => [format, { format }] as const),
]);

const TYPES: readonly TypeWord[] = ['string', 'integer', 'number', 'boolean', 'object', 'array'];

type Draft = { -readonly [Key in keyof FieldFacts]: FieldFacts[Key] };

class SchemaReader {
  readonly #root: MapNode;
  readonly #reading: Reading;

  constructor(root: MapNode, reading: Reading) {
    this.#root = root;
    this.#reading = reading;
  }

  /** What a schema says, `nullable` included. `within` are the definitions it stands in. */
  facts(node: SpecNode, within: readonly string[]): FieldFacts | undefined {
    if (node.kind === 'scalar' && node.value === true) return { type: 'json' };
    if (node.kind !== 'map') return this.#refuse(node, `expected a schema, got ${kindOf(node)}`);
    const ref = entry(node, '$ref');
    if (ref !== undefined) return this.#definition(ref, within);
    const draft: Draft = { nullable: false, ...this.#type(node) };
    for (const { key, keySpan, value } of node.entries) {
      if (IGNORED.has(key)) continue;
      if (!this.#keyword(key, value, node, draft, within)) {
        this.#reading.report(
          records.schema(keySpan, `"${key}" is not checked here`, 'Leave it out, or describe the record with "fields".'),
        );
      }
    }
    if (
      draft.type === undefined &&
      draft.enum === undefined &&
      draft.const === undefined &&
      draft.fields === undefined &&
      draft.values === undefined
    ) {
      draft.type = draft.items === undefined ? 'json' : 'array';
    }
    if (draft.type === 'json') delete draft.nullable;
    if (draft.values !== undefined) draft.type = 'map';
    return this.#reading.remember(draft, node);
  }

  /** Takes one keyword into the draft; false when it is none that can be. */
  #keyword(key: string, value: SpecNode, node: MapNode, draft: Draft, within: readonly string[]): boolean {
    switch (key) {
      case 'description':
        draft.description = wordOf(value);
        return true;
      case 'deprecated':
        draft.deprecated = toJson(value) === true;
        return true;
      case 'examples':
        if (value.kind === 'list') draft.examples = value.items.map(toJson);
        return true;
      case 'minimum':
      case 'maximum':
        if (value.kind === 'scalar' && typeof value.value === 'number') draft[key] = value.value;
        else this.#refuse(value, `expected a number, got ${kindOf(value)}`);
        return true;
      case 'format':
        this.#format(value, draft);
        return true;
      case 'enum':
        if (value.kind === 'list') this.#enum(value, draft);
        else this.#refuse(value, `expected a list, got ${kindOf(value)}`);
        return true;
      case 'const':
        draft.const = toJson(value);
        return true;
      case 'items':
        draft.items = this.facts(value, within) ?? 'json';
        return true;
      case 'properties':
        draft.fields = this.#properties(value, node, within);
        return true;
      case 'additionalProperties':
        if (value.kind === 'map' && entry(node, 'properties') === undefined) draft.values = this.facts(value, within) ?? 'json';
        else if (toJson(value) !== true) {
          this.#reading.report(
            records.schema(
              value.span,
              'undeclared fields are a matter of the contract',
              'Say "schema_contract: freeze" beside the schema.',
            ),
          );
        }
        return true;
      case 'anyOf':
      case 'oneOf':
        this.#alternatives(value, draft, within);
        return true;
      default:
        return false;
    }
  }

  /** The type word, or the union, that `type` stands for. */
  #type(node: MapNode): Pick<FieldFacts, 'type' | 'nullable' | 'variants'> {
    const value = entry(node, 'type');
    if (value === undefined) return {};
    const words = (value.kind === 'list' ? value.items : [value]).map((item) => {
      const word = TYPES.find((each) => each === toJson(item));
      if (word === undefined && toJson(item) !== 'null') this.#refuse(item, 'not a type of JSON Schema');
      return word;
    });
    const types = words.filter((word) => word !== undefined);
    const nullable = words.length > types.length;
    const [only] = types;
    return types.length > 1 ? { type: 'union', variants: types, nullable } : { ...(only === undefined ? {} : { type: only }), nullable };
  }

  #format(value: SpecNode, draft: Draft): void {
    const format = FORMATS.get(wordOf(value));
    if (format === undefined) this.#refuse(value, 'not a format that is checked', `Checked: ${[...FORMATS.keys()].join(', ')}.`);
    else Object.assign(draft, format);
  }

  #enum(value: ListNode, draft: Draft): void {
    const values = value.items.map(toJson);
    if (values.includes(null)) draft.nullable = true;
    draft.enum = this.#reading.remember(
      values.filter((each) => each !== null),
      { ...value, items: value.items.filter((item) => toJson(item) !== null) },
    );
  }

  #properties(value: SpecNode, node: MapNode, within: readonly string[]): FieldsSpec {
    const fields = new Map<string, FieldSpec>();
    if (value.kind !== 'map') {
      this.#refuse(value, `expected a mapping, got ${kindOf(value)}`);
      return fields;
    }
    const required = entry(node, 'required');
    const names = new Set(required?.kind === 'list' ? required.items.map(toJson) : []);
    for (const each of value.entries) {
      const facts = this.facts(each.value, within);
      if (facts !== undefined) fields.set(each.key, this.#reading.remember({ ...facts, optional: !names.has(each.key) }, each.value));
    }
    return this.#reading.remember(fields, value);
  }

  /** One of several schemas: null among them makes it nullable, what is left is a union. */
  #alternatives(value: SpecNode, draft: Draft, within: readonly string[]): void {
    if (value.kind !== 'list') {
      this.#refuse(value, `expected a list, got ${kindOf(value)}`);
      return;
    }
    const isNull = (node: SpecNode): boolean => node.kind === 'map' && toJson(entry(node, 'type') ?? node) === 'null';
    const schemas = value.items.filter((item) => !isNull(item));
    const members = schemas.flatMap((item) => this.facts(item, within) ?? []);
    const [only] = members;
    const nullable = schemas.length < value.items.length || members.some((member) => member.nullable === true);
    if (members.length === 1 && only !== undefined) Object.assign(draft, only, { nullable });
    else Object.assign(draft, { type: 'union', variants: this.#reading.remember(members, { ...value, items: schemas }), nullable });
  }

  #definition(ref: SpecNode, within: readonly string[]): FieldFacts | undefined {
    const name = /^#\/\$defs\/([^/]+)$/.exec(wordOf(ref))?.[1];
    const definitions = entry(this.#root, '$defs');
    const found = name !== undefined && definitions?.kind === 'map' ? entry(definitions, name) : undefined;
    if (name === undefined || found === undefined) return this.#refuse(ref, 'not a schema under #/$defs of this one');
    if (within.includes(name)) return this.#refuse(ref, 'a schema that contains itself', 'Describe it under "records", where records may.');
    return this.facts(found, [...within, name]);
  }

  #refuse(node: SpecNode, message: string, hint?: string): undefined {
    this.#reading.report(records.schema(node.span, message, hint));
    return undefined;
  }
}

/** The text of a scalar; that of a mapping or list is none. */
function wordOf(node: SpecNode): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}

function entry(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((each) => each.key === key)?.value;
}
