import { records } from '../diagnostics/messages/records.js';
import { shorten } from '../diagnostics/words.js';
import { kindOf, toJson, type JsonValue, type ListNode, type MapNode, type Reading, type SpecNode } from '../shape.js';
import type { FieldsSpec } from './field.js';
import type { FieldFacts, FieldSpec, TypeWord } from './field-facts.js';
import { ANNOTATIONS, entryOf, SchemaNodes, type Pointer } from './schema-nodes.js';

/** Formats that are checked, and those that name a type. */
const FORMATS = new Map<string, Pick<FieldFacts, 'type' | 'format'>>([
  ['date-time', { type: 'datetime' }],
  ['date', { type: 'date' }],
  ['time', { type: 'time' }],
  ['byte', { type: 'binary' }],
  ...(['uuid', 'uri', 'email', 'ipv4', 'ipv6'] as const).map((format) => [format, { format }] as const),
]);

/** Formats of numbers, of which only one says more than the type. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['int32', 'int64', 'float', 'double']);

const TYPES: readonly TypeWord[] = ['string', 'integer', 'number', 'boolean', 'object', 'array'];

/** References that are written out come to more than what is written: a short schema is not to become millions of fields. */
const MAX_SCHEMAS = 50_000;

type Draft = { -readonly [Key in keyof FieldFacts]: FieldFacts[Key] };

/** Reads schemas, in the words of `fields`. */
export class SchemaReader {
  readonly nodes: SchemaNodes;
  /** The schemas that contain themselves, as they are come upon. */
  readonly circular = new Set<Pointer>();
  /** What stays without effect, by its name, with where it stands first. */
  readonly ignored = new Map<string, SpecNode['span']>();
  readonly #reading: Reading;
  #schemas = 0;

  constructor(root: MapNode, reading: Reading) {
    this.nodes = new SchemaNodes(root);
    this.#reading = reading;
  }

  /** What a schema says, `nullable` included. `within` are the definitions it stands in. */
  facts(node: SpecNode, within: readonly Pointer[]): FieldFacts | undefined {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return { type: 'json' };
    if (toJson(node) === null) return { type: this.#ignore('a property without a schema', node.span) };
    if (node.kind !== 'map') return this.#refuse(node, `expected a schema, got ${kindOf(node)}`);
    if (++this.#schemas > MAX_SCHEMAS) {
      if (this.#schemas > MAX_SCHEMAS + 1) return undefined;
      return this.#refuse(node, `more than ${MAX_SCHEMAS} schemas, with those that are referred to`, 'Describe what is needed of it.');
    }
    const whole = this.nodes.whole(node, within);
    if (whole.kind === 'wrong') return this.#refuse(whole.at, whole.message);
    return whole.kind === 'itself' ? this.#circular(node, whole.pointer) : this.#facts(whole.node, whole.within);
  }

  #facts(node: MapNode, within: readonly Pointer[]): FieldFacts {
    const draft: Draft = { nullable: false, ...this.#type(node) };
    for (const { key, keySpan, value } of node.entries) {
      if (key === 'required' || key === 'type' || this.#keyword(key, value, node, draft, within)) continue;
      if (!ANNOTATIONS.has(key) && !key.startsWith('x-')) this.#ignore(shorten(key), keySpan);
    }
    if (draft.values !== undefined) draft.type = 'map';
    const says = ['type', 'enum', 'const', 'fields', 'items'] as const;
    if (says.every((key) => draft[key] === undefined)) draft.type = 'json';
    if (draft.type === undefined && draft.items !== undefined) draft.type = 'array';
    if (draft.type === 'json') delete draft.nullable;
    this.#drop(node, draft);
    return this.#reading.remember(draft, node);
  }

  /** Takes what says nothing of a field of that type out again. */
  #drop(node: MapNode, draft: Draft): void {
    const fits = {
      minimum: ['integer', 'number'],
      maximum: ['integer', 'number'],
      format: ['string'],
      items: ['array'],
      fields: ['object', undefined],
      values: ['map'],
    } as const;
    for (const key of Object.keys(fits) as (keyof typeof fits)[]) {
      const types: readonly (TypeWord | undefined)[] = fits[key];
      if (draft[key] === undefined || types.includes(draft.type)) continue;
      delete draft[key];
      this.#ignore(`"${KEYWORDS.get(key) ?? key}" beside "type"`, node.span);
    }
  }

  /** Takes one keyword into the draft; false when it is none that can be. */
  #keyword(key: string, value: SpecNode, node: MapNode, draft: Draft, within: readonly Pointer[]): boolean {
    switch (key) {
      case 'description':
        draft.description = wordOf(value);
        return true;
      case 'deprecated':
        draft.deprecated = toJson(value) === true;
        return true;
      case 'nullable':
        if (toJson(value) === true) draft.nullable = true;
        return true;
      case 'example':
      case 'examples':
        draft.examples = value.kind === 'list' ? value.items.map(toJson) : [toJson(value)];
        return true;
      case 'minimum':
      case 'maximum':
        if (value.kind === 'scalar' && typeof value.value === 'number') draft[key] = value.value;
        else this.#refuse(value, `expected a number, got ${kindOf(value)}`);
        return true;
      case 'format':
        return this.#format(value, draft);
      case 'enum':
        if (value.kind === 'list') this.#enum(value, draft);
        else this.#refuse(value, `expected a list, got ${kindOf(value)}`);
        return true;
      case 'const':
        this.#enum({ kind: 'list', span: value.span, items: [value] }, draft);
        return true;
      case 'items':
        draft.items = value.kind === 'list' ? this.#ignore('"items" as a list', value.span) : (this.facts(value, within) ?? 'json');
        return true;
      case 'properties':
        if (value.kind !== 'map' || value.entries.length > 0) draft.fields = this.#properties(value, node, within);
        return true;
      case 'additionalProperties':
        if (value.kind === 'map' && !hasProperties(node)) draft.values = this.facts(value, within) ?? 'json';
        else if (toJson(value) !== true) this.#ignore(value.kind === 'map' ? '"additionalProperties"' : ONLY_DECLARED, value.span);
        return true;
      case 'anyOf':
      case 'oneOf':
        this.#alternatives(value, node, draft, within);
        return true;
      default:
        return false;
    }
  }

  /** The type word, or the union, that `type` stands for. A number of 64 bits without a fraction is an integer. */
  #type(node: MapNode): Pick<FieldFacts, 'type' | 'nullable' | 'variants'> {
    const value = entryOf(node, 'type');
    if (value === undefined) return hasProperties(node) ? { type: 'object' } : {};
    const isLong = toJson(entryOf(node, 'format') ?? value) === 'int64';
    const words = (value.kind === 'list' ? value.items : [value]).map((item) => {
      const word = TYPES.find((each) => each === toJson(item));
      if (word === undefined && toJson(item) !== 'null')
        this.#refuse(item, 'not a type of JSON Schema', `Known: ${TYPES.join(', ')}, null.`);
      return word === 'number' && isLong ? 'integer' : word;
    });
    const all = new Set(words.filter((word) => word !== undefined));
    if (all.has('number')) all.delete('integer'); // each integer is a number
    const types = [...all];
    const nullable = words.includes(undefined);
    const [only] = types;
    return types.length > 1 ? { type: 'union', variants: types, nullable } : { ...(only === undefined ? {} : { type: only }), nullable };
  }

  #format(value: SpecNode, draft: Draft): true {
    const word = wordOf(value);
    const format = FORMATS.get(word);
    if (format !== undefined && (draft.type === undefined || draft.type === 'string')) Object.assign(draft, { type: 'string' }, format);
    else if (!OF_NUMBERS.has(word)) this.#ignore(`format ${shorten(word)}`, value.span);
    return true;
  }

  #enum(list: ListNode, draft: Draft): void {
    const values = new Map<JsonValue, SpecNode>();
    for (const item of list.items) {
      const value = toJson(item);
      if (value === null) draft.nullable = true;
      else if (!values.has(value)) values.set(value, item);
    }
    const words = new Set([...values.keys()].map((value) => typeof value));
    const [word] = words;
    if (values.size === 0) return; // null is all it can be
    if (words.size > 1 || word === 'object' || draft.type === 'union') this.#ignore('"enum" of several types', list.span);
    else {
      const isWhole = [...values.keys()].every((value) => Number.isInteger(value));
      draft.type = word === 'number' ? (isWhole ? 'integer' : 'number') : word === 'boolean' ? 'boolean' : 'string';
      delete draft.format;
      draft.enum = this.#reading.remember([...values.keys()], { ...list, items: [...values.values()] });
    }
  }

  #properties(value: SpecNode, node: MapNode, within: readonly Pointer[]): FieldsSpec {
    const fields = new Map<string, FieldSpec>();
    if (value.kind !== 'map') {
      this.#refuse(value, `expected a mapping, got ${kindOf(value)}`);
      return fields;
    }
    const required = entryOf(node, 'required');
    const names = new Set(required?.kind === 'list' ? required.items.map(toJson) : []);
    for (const each of value.entries) {
      const facts = this.facts(each.value, within);
      if (facts !== undefined) fields.set(each.key, this.#reading.remember({ ...facts, optional: !names.has(each.key) }, each.value));
    }
    return this.#reading.remember(fields, value);
  }

  /** One of several schemas: null among them makes it nullable, what is left is a union, or any value where JSON does not tell them apart. */
  #alternatives(value: SpecNode, node: MapNode, draft: Draft, within: readonly Pointer[]): void {
    if (value.kind !== 'list') {
      this.#refuse(value, `expected a list, got ${kindOf(value)}`);
      return;
    }
    if (hasProperties(node)) {
      this.#ignore('"anyOf" beside "properties"', value.span);
      return;
    }
    const isNull = (item: SpecNode): boolean => item.kind === 'map' && toJson(entryOf(item, 'type') ?? item) === 'null';
    const schemas = value.items.filter((item) => !isNull(item));
    const members = schemas.flatMap((item) => this.facts(item, within) ?? []);
    const [only] = members;
    const kinds = new Set(members.map(inJson));
    const nullable = draft.nullable === true || schemas.length < value.items.length || members.some((member) => member.nullable === true);
    if (members.length === 1 && only !== undefined) Object.assign(draft, only, { nullable });
    else if (members.length === 0) draft.nullable = nullable;
    else if (kinds.size < members.length || kinds.has(undefined)) {
      this.#ignore('alternatives that look the same in JSON', value.span);
      const [kind] = kinds.size === 1 ? kinds : [];
      draft.type ??= kind ?? 'json';
      draft.nullable = nullable;
    } else Object.assign(draft, { type: 'union', variants: this.#reading.remember(members, { ...value, items: schemas }), nullable });
  }

  /** A schema that is in the middle of itself: a record of its own, where it has properties. */
  #circular(node: MapNode, pointer: Pointer): FieldFacts {
    const description = wordOf(entryOf(node, 'description') ?? { kind: 'scalar', span: node.span, value: '', source: '' });
    const about = { ...(description === '' ? {} : { description }) };
    if (!this.nodes.isRecord(pointer)) {
      this.#ignore(`${shorten(pointer)} inside itself`, node.span);
      return this.#reading.remember({ type: 'json', ...about }, node);
    }
    const name = pointer === this.nodes.alias ? '#' : pointer;
    if (name !== '#') this.circular.add(name);
    return this.#reading.remember({ record: name, nullable: toJson(entryOf(node, 'nullable') ?? node) === true, ...about }, node);
  }

  #ignore(what: string, span: SpecNode['span']): 'json' {
    if (!this.ignored.has(what)) this.ignored.set(what, span);
    return 'json';
  }

  #refuse(node: SpecNode, message: string, hint?: string): undefined {
    this.#reading.report(records.schema(node.span, message, hint));
    return undefined;
  }
}

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['fields', 'properties'],
  ['values', 'additionalProperties'],
]);

const ONLY_DECLARED = '"additionalProperties: false" (schema_contract: freeze does)';

/** What a value of that type is in JSON, where it is one thing. */
function inJson({ type, record, fields }: FieldFacts): 'object' | 'array' | 'number' | 'boolean' | 'string' | undefined {
  if (record !== undefined || fields !== undefined || type === 'map') return 'object';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'union' || type === 'json') return undefined;
  return type === 'boolean' || type === 'object' || type === 'array' ? type : 'string';
}

function hasProperties(node: MapNode): boolean {
  const properties = entryOf(node, 'properties');
  return properties?.kind === 'map' && properties.entries.length > 0;
}

/** The text of a scalar; that of a mapping or list is none. */
function wordOf(node: SpecNode): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}
