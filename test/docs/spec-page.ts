import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/generator-sources.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

interface Section {
  /** `endpoint`, or `paginator: offset`. */
  readonly title: string;
  readonly schema: Schema;
}

/** dlt's words for parts that are called otherwise here. */
const GROUPS: Readonly<Record<string, string>> = { 'a spec': '', resources: 'resource', columns: 'columns' };

/** `docs/reference/spec.md`: every key of a spec, from the schema that the shapes make of themselves. */
export function specPage(): string {
  const root = JSON.parse(readFileSync(join(repository, 'generator/spec/tapwright.schema.json'), 'utf8')) as Schema;
  const dlt = wordsOfDlt();
  const sections = sectionsOf(root);
  return [
    '# Every key of a spec',
    '',
    'Made from the definitions that the generator reads specs with; editors show the same through `generator/spec/tapwright.schema.json`.',
    'A key in **bold** must be there. *dlt*: dlt has the key under the same name, with the same meaning ([the whole comparison](../dlt.md)).',
    '',
    ...sections.map(({ title }) => `- [${title}](#${anchorOf(title)})`),
    ...sections.flatMap((section) => ['', ...sectionLines(section, sections, root, dlt)]),
    '',
  ].join('\n');
}

function sectionLines({ title, schema }: Section, sections: readonly Section[], root: Schema, dlt: ReadonlySet<string>): readonly string[] {
  const group = GROUPS[title] ?? title.replace(/^(?:paginator|auth): /, '');
  const rows = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const name = schema.required?.includes(key) === true ? `**\`${key}\`**` : `\`${key}\``;
    const cells = [name, typeOf(value, key, sections, root), defaultOf(value), wordsOf(value)];
    return `| ${[...cells, dlt.has(group === '' ? key : `${group}.${key}`) ? 'dlt' : ''].join(' | ')} |`;
  });
  return [
    `## ${title}`,
    '',
    ...(schema.description === undefined ? [] : [escaped(schema.description), '']),
    '| Key | Value | Default | What it does | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

/** The mappings of a spec in the order in which a reader meets them; those that come again come once. */
function sectionsOf(root: Schema): readonly Section[] {
  const sections: Section[] = [{ title: 'a spec', schema: root }];
  const waiting: Section[] = [...sections];
  const add = (title: string, schema: Schema): void => {
    if (sections.some((known) => known.title === title && keysOf(schema).every((key) => keysOf(known.schema).includes(key)))) return;
    const free = sections.some((known) => known.title === title) ? undefined : title;
    if (free === undefined) return; // the defaults of a part have its keys, fewer of them required
    sections.push({ title: free, schema });
    waiting.push({ title: free, schema });
  };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const entries = Object.entries(next.schema.properties ?? {});
    const late = (key: string): number => (key === 'resource_defaults' || key === 'records' ? 1 : 0);
    for (const [key, value] of entries.sort(([one], [other]) => late(one) - late(other))) {
      for (const mapping of mappingsIn(value, root)) add(titleOf(key, mapping), mapping);
    }
  }
  return sections;
}

function titleOf(key: string, mapping: Schema): string {
  const types = mapping.properties?.['type']?.enum;
  if (types?.length === 1) return `${key}: ${String(types[0])}`;
  return key === 'items' || key === 'values' || key === 'variants' ? 'fields' : key;
}

function keysOf(schema: Schema): readonly string[] {
  return Object.keys(schema.properties ?? {});
}

/** The mappings with keys of their own that a value may be, or may hold. */
function mappingsIn(schema: Schema, root: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) return mappingsIn(referred(schema.$ref, root), { ...root, $defs: {} });
  if (schema.properties !== undefined) return [schema];
  const within = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  if (typeof schema.additionalProperties === 'object') within.push(schema.additionalProperties);
  return within.flatMap((each) => mappingsIn(each, root));
}

function referred(reference: string, { $defs = {} }: Schema): Schema {
  return $defs[reference.replace('#/$defs/', '')] ?? {};
}

/** What a value may be, in words. */
function typeOf(schema: Schema, key: string, sections: readonly Section[], root: Schema): string {
  if (schema.$ref !== undefined) return '[a field](#fields)';
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${shown(value)}\``).join(' ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) {
    const words = alternatives.map((each) => typeOf(each, key, sections, root)).filter((each) => each !== 'null');
    return [...new Set(words)].join(', ');
  }
  if (schema.properties !== undefined) {
    const title = titleOf(key, schema);
    const known = sections.find((section) => section.title === title);
    return known === undefined ? 'mapping' : `[${title}](#${anchorOf(title)})`;
  }
  if (schema.items !== undefined) return `list of ${typeOf(schema.items, key, sections, root)}`;
  if (typeof schema.additionalProperties === 'object') {
    const values = typeOf(schema.additionalProperties, key, sections, root);
    return values === '' ? 'mapping' : `mapping of names to ${values}`;
  }
  const plain: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', number: 'number', boolean: '`true` `false`' };
  return [schema.type ?? []]
    .flat()
    .map((type) => plain[type] ?? (type === 'object' ? 'mapping' : type === 'array' ? 'list' : type))
    .filter((type) => type !== 'null')
    .join(', ');
}

function defaultOf(schema: Schema): string {
  return schema.default === undefined ? '' : `\`${shown(schema.default)}\``;
}

function wordsOf(schema: Schema): string {
  const described = schema.description ?? [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find((each) => each.description)?.description;
  const examples = (schema.examples ?? []).map((example) => `\`${shown(example)}\``);
  return [escaped(described ?? ''), examples.length === 0 ? '' : `Such as ${examples.join(', ')}.`].filter((text) => text !== '').join(' ');
}

/** A value as one writes it in YAML on one line. */
function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** `client.base_url`: what the comparison says is the same. */
function wordsOfDlt(): ReadonlySet<string> {
  const rows = readFileSync(join(repository, 'docs/dlt.md'), 'utf8').split('\n');
  const same = rows.filter((line) => line.startsWith('| `') && line.split(' | ')[1] === 'the same');
  return new Set(same.flatMap((line) => Array.from((line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g), ([, key = '']) => key)));
}
