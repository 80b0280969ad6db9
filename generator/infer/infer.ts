import { printable } from '../diagnostics/words.js';
import { isList, isObject, type JsonObject } from '../detect/body.js';
import { findKey } from '../detect/keys.js';
import { nameOf, singular } from '../names.js';
import type { JsonValue, MapNode, SpecNode } from '../shape.js';
import { groupAlike, LEAST_SHARED, mapType, objectsIn, withRecords, type Place } from './alike.js';
import { appendLines, appendMembers, applyEdits, columnOf, isFlow, type Edit } from './edit.js';
import { proposeFields, type ProposedField, type ProposedType, type ProposedValue } from './propose.js';
import { hasKey, mapAt, textAt, valueAt } from './tree.js';
import { yamlKey, yamlText } from '../draft/yaml.js';
import { fieldLines, flowField, indent } from './yaml-text.js';

/** A resource with the records that were recorded of it. */
export interface Observed {
  readonly resource: string;
  readonly records: readonly JsonValue[];
  /** Its primary key, with the defaults of the spec applied; empty when it has none. */
  readonly primaryKey: readonly string[];
}

export interface Inferred {
  /** The spec with what was found, everything else as it was. */
  readonly text: string;
  /** Paths of the fields that were added: `issues.user.login`. */
  readonly added: readonly string[];
}

/**
 * Adds to a spec the fields that recordings have and it has not, each with its evidence. What people decided stays, byte by
 * byte: fields that are declared are only looked into, for further fields of the objects they hold.
 */
export function infer(text: string, root: MapNode, observed: readonly Observed[]): Inferred {
  const inference = new Inference(text, root);
  for (const each of observed) inference.resource(each);
  inference.sharedRecords();
  return inference.result();
}

/** Longer names of interfaces are no help to anybody. */
const LONGEST_NAME = 60;

/** Fields to be written at the end of one mapping. */
interface Addition {
  readonly fields: readonly ProposedField[];
  readonly write: (fields: readonly ProposedField[]) => Edit;
  readonly path: string;
}

class Inference {
  readonly #text: string;
  readonly #root: MapNode;
  readonly #records: ReadonlyMap<string, MapNode>;
  /** Objects seen at the places of each shared record. */
  readonly #shared = new Map<string, JsonObject[]>();
  readonly #additions: Addition[] = [];
  readonly #edits: Edit[] = [];
  /** Names that no new record may take. */
  readonly #taken: Set<string>;

  constructor(text: string, root: MapNode) {
    this.#text = text;
    this.#root = root;
    const records = mapAt(root, 'records');
    this.#records = new Map((records?.entries ?? []).flatMap(({ key, value }) => (value.kind === 'map' ? [[key, value] as const] : [])));
    const own = this.#resources().map(({ name, node }) => textAt(node, 'record') ?? singular(name));
    this.#taken = new Set([...this.#records.keys(), ...own].map((name) => nameOf(name).pascal.toLowerCase()));
  }

  resource({ resource, records, primaryKey }: Observed): void {
    const node = this.#resources().find(({ name }) => name === resource)?.node;
    const objects = records.filter(isObject);
    if (node === undefined || objects.length === 0) return;
    if (node.kind === 'map' && (hasKey(node, 'columns') || hasKey(node, 'schema'))) return;
    const named = textAt(node, 'record');
    const own = node.kind === 'map' ? mapAt(node, 'fields') : undefined;
    if (own === undefined && named !== undefined && this.#records.has(named)) {
      this.#see(named, objects);
      return;
    }
    const inherited = mapAt(mapAt(this.#root, 'resource_defaults'), 'fields');
    const key = primaryKey.length > 0 || (node.kind === 'map' && hasKey(node, 'primary_key')) ? undefined : plainKey(objects, resource);
    const usable = key !== undefined && (own === undefined || !isDecided(own, key.name));
    const keyLine = usable && key !== undefined ? [`primary_key: ${yamlText(key.name)} # ${key.evidence}`] : [];
    if (own !== undefined) {
      if (node.kind === 'map' && keyLine.length > 0 && !isFlow(this.#text, node)) this.#edits.push(appendLines(this.#text, node, keyLine));
      this.#fields(own, objects, resource, inherited);
      return;
    }
    const known = new Set((inherited?.entries ?? []).map((entry) => entry.key));
    const write = (fields: readonly ProposedField[]): Edit => {
      if (node.kind !== 'map') {
        const column = columnOf(this.#text, node.span.start);
        const lines = [`name: ${yamlText(resource)}`, ...keyLine, 'fields:', ...indent(fields.flatMap(fieldLines))];
        return {
          at: node.span.start,
          replace: node.span.end - node.span.start,
          depth: column,
          text: lines.join(`\n${' '.repeat(column)}`),
        };
      }
      if (isFlow(this.#text, node)) return appendMembers(this.#text, node, [`fields: { ${fields.map(flowMember).join(', ')} }`]);
      return appendLines(this.#text, node, [...keyLine, 'fields:', ...indent(fields.flatMap(fieldLines))]);
    };
    this.#add({ fields: proposeFields(objects, known), write, path: resource });
  }

  /** Fields that shared records lack, then records for objects that are the same in several places. */
  sharedRecords(): void {
    const done = new Set<string>();
    for (let name = this.#next(done); name !== undefined; name = this.#next(done)) {
      done.add(name);
      const fields = mapAt(this.#records.get(name), 'fields');
      if (fields !== undefined) this.#fields(fields, this.#shared.get(name) ?? [], `records.${name}`);
    }
    const groups = groupAlike(this.#additions.flatMap(({ fields, path }) => objectsIn(fields, path)));
    const names = new Map<string, string>();
    const lines: string[] = [];
    for (const [signature, places] of groups) {
      const name = this.#freeName(places);
      if (name === undefined) continue;
      names.set(signature, name);
      const objects = places.flatMap((place) => place.objects);
      lines.push(
        `${yamlKey(name)}: # the same in ${printable(places.map(({ path }) => path).join(', '))}`,
        '  fields:',
        ...indent(proposeFields(objects).flatMap(fieldLines), 4),
      );
    }
    for (const { fields, write, path } of this.#additions)
      this.#edits.push(
        write(fields.map((field) => ({ ...field, type: this.#withFreeNames(withRecords(field, names).type, `${path}.${field.name}`) }))),
      );
    if (lines.length > 0) this.#edits.push(this.#recordsEdit(lines));
  }

  result(): Inferred {
    const added = this.#additions.flatMap(({ fields, path }) => fields.map(({ name }) => `${path}.${name}`));
    return { text: applyEdits(this.#text, this.#edits), added };
  }

  #next(done: ReadonlySet<string>): string | undefined {
    return [...this.#shared.keys()].find((name) => !done.has(name));
  }

  #add(addition: Addition): void {
    const fields = addition.fields.map((field) => ({ ...field, ...this.#withKnownRecords(field) }));
    if (fields.length > 0) this.#additions.push({ ...addition, fields });
  }

  #fields(map: MapNode, objects: readonly JsonObject[], path: string, inherited?: MapNode): void {
    for (const { key, value } of map.entries) {
      const values = objects.filter((each) => Object.hasOwn(each, key)).map((each) => each[key] ?? null);
      this.#value(value, values, `${path}.${key}`);
    }
    const known = new Set([...map.entries, ...(inherited?.entries ?? [])].map((entry) => entry.key));
    const flow = isFlow(this.#text, map);
    const write = (fields: readonly ProposedField[]): Edit =>
      flow ? appendMembers(this.#text, map, fields.map(flowMember)) : appendLines(this.#text, map, fields.flatMap(fieldLines));
    this.#add({ fields: proposeFields(objects, known), write, path });
  }

  /** Looks into a field that is declared. */
  #value(node: SpecNode, values: readonly JsonValue[], path: string): void {
    if (node.kind !== 'map') return;
    const objects = values.filter(isObject);
    const record = textAt(node, 'record');
    if (record !== undefined) this.#see(record, objects);
    const fields = mapAt(node, 'fields');
    if (fields !== undefined && objects.length > 0) this.#fields(fields, objects, path);
    const items = valueAt(node, 'items');
    if (items !== undefined) this.#value(items, values.filter(isList).flat(), `${path}[]`);
    const inner = valueAt(node, 'values');
    if (inner !== undefined)
      this.#value(
        inner,
        objects.flatMap((each) => Object.values(each)),
        `${path}{}`,
      );
  }

  #see(record: string, objects: readonly JsonObject[]): void {
    const seen = this.#shared.get(record) ?? [];
    if (objects.length > 0) this.#shared.set(record, [...seen, ...objects]);
  }

  /** The value with `record: x` where an object has all that the record x declares. */
  #withKnownRecords(value: ProposedValue): ProposedValue {
    const type = mapType(value.type, (object) => {
      const keys = new Set(object.fields.map(({ name }) => name));
      for (const [name, node] of this.#records) {
        const declared = (mapAt(node, 'fields')?.entries ?? []).map(({ key }) => key);
        if (declared.length < LEAST_SHARED || !declared.every((key) => keys.has(key))) continue;
        this.#see(name, object.objects);
        return { kind: 'record', name };
      }
      return undefined;
    });
    return { ...value, type };
  }

  /** Objects whose interfaces would have the name of another (`x` and `#x`), or none that can be read, are left as JSON. */
  #withFreeNames(type: ProposedType, path: string): ProposedType {
    if (type.kind === 'array') return { ...type, items: { ...type.items, type: this.#withFreeNames(type.items.type, path) } };
    if (type.kind === 'map') return { ...type, values: { ...type.values, type: this.#withFreeNames(type.values.type, path) } };
    if (type.kind !== 'object') return type;
    const name = path
      .split('.')
      .map((word) => nameOf(singular(word)).pascal)
      .join('')
      .toLowerCase();
    if (this.#taken.has(name) || name.length > LONGEST_NAME || !/[A-Za-z]/.test(path.slice(path.lastIndexOf('.'))))
      return { kind: 'word', word: 'json' };
    this.#taken.add(name);
    return { ...type, fields: type.fields.map((field) => ({ ...field, type: this.#withFreeNames(field.type, `${path}.${field.name}`) })) };
  }

  #freeName(places: readonly Place[]): string | undefined {
    const candidates = places.flatMap(({ path }) => {
      const words = path.split('.').map((word) => word.replace(/[^A-Za-z0-9_-]/g, ''));
      return [singular(words.at(-1) ?? ''), `${singular(words[0] ?? '')}_${singular(words.at(-1) ?? '')}`];
    });
    const free = candidates.find(
      (name) => /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name) && !this.#taken.has(nameOf(name).pascal.toLowerCase()),
    );
    if (free !== undefined) this.#taken.add(nameOf(free).pascal.toLowerCase());
    return free;
  }

  #recordsEdit(lines: readonly string[]): Edit {
    const records = mapAt(this.#root, 'records');
    if (records !== undefined && !isFlow(this.#text, records)) return appendLines(this.#text, records, lines);
    return appendLines(
      this.#text,
      this.#root,
      ['', 'records:', ...indent(lines)].map((line) => line.trimEnd()),
    );
  }

  #resources(): readonly { readonly name: string; readonly node: SpecNode }[] {
    const list = valueAt(this.#root, 'resources');
    if (list?.kind !== 'list') return [];
    return list.items.flatMap((node) => {
      const name = node.kind === 'scalar' ? node.value : textAt(node, 'name');
      return typeof name === 'string' ? [{ name, node }] : [];
    });
  }
}

function flowMember(field: ProposedField): string {
  return `${yamlKey(field.name)}: ${flowField(field)}`;
}

/** A field that is an identifier by its name, and different in all records. */
function plainKey(objects: readonly JsonObject[], resource: string): { readonly name: string; readonly evidence: string } | undefined {
  const found = findKey(objects, resource);
  const [[name, ...inner] = [], ...more] = found?.value ?? [];
  if (found?.sure !== true || name === undefined || inner.length > 0 || more.length > 0) return undefined;
  return { name, evidence: found.reason };
}

/** Whether somebody has said that a field may be null or missing. */
function isDecided(fields: MapNode, name: string): boolean {
  const field = valueAt(fields, name);
  return field?.kind === 'map' && (hasKey(field, 'nullable') || hasKey(field, 'optional'));
}
