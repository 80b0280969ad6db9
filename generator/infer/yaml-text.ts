import { yamlKey, yamlText } from '../draft/yaml.js';
import type { ProposedField, ProposedType, ProposedValue } from './propose.js';

/** Lines of YAML for fields that are to be written, without their indentation. */
export function fieldLines(field: ProposedField): readonly string[] {
  const comment = ` # ${field.evidence}`;
  if (isFlat(field.type)) return [`${yamlKey(field.name)}: ${flowField(field)}${comment}`];
  return [
    `${yamlKey(field.name)}:${comment}`,
    ...indent(blockFacts(field.type, [...(field.optional ? ['optional: true'] : []), ...(field.nullable ? [] : ['nullable: false'])])),
  ];
}

/** One value as a flow mapping, or as a word alone. */
export function flowField(field: ProposedField): string {
  return inBraces([
    ...flowFacts(field.type),
    ...(field.optional ? ['optional: true'] : []),
    ...(field.nullable ? [] : ['nullable: false']),
  ]);
}

/** An item of a list or a value of a map: these are never null unless they say otherwise. */
function flowItem({ type, nullable }: ProposedValue): string {
  return inBraces([...flowFacts(type), ...(nullable && !isJson(type) ? ['nullable: true'] : [])]);
}

function inBraces(facts: readonly string[]): string {
  const [only] = facts;
  return facts.length === 1 && only !== undefined && only.startsWith('type: ') ? only.slice('type: '.length) : `{ ${facts.join(', ')} }`;
}

/** Several lines for a value whose parts have lines of their own; `facts` are those that are not of its type. */
function blockFacts(type: ProposedType, facts: readonly string[]): readonly string[] {
  if (type.kind === 'object') return ['type: object', ...facts, 'fields:', ...indent(type.fields.flatMap(fieldLines))];
  if (type.kind === 'array') return ['type: array', ...facts, 'items:', ...indent(blockFacts(type.items.type, itemFacts(type.items)))];
  if (type.kind === 'map') return ['type: map', ...facts, 'values:', ...indent(blockFacts(type.values.type, itemFacts(type.values)))];
  return [...flowFacts(type), ...facts];
}

function flowFacts(type: ProposedType): string[] {
  switch (type.kind) {
    case 'word':
      return [`type: ${type.word}`, ...(type.format === undefined ? [] : [`format: ${yamlText(type.format)}`])];
    case 'enum':
      return ['type: string', `enum: [${type.values.map(yamlText).join(', ')}]`, 'open: true'];
    case 'union':
      return ['type: union', `variants: [${type.words.join(', ')}]`];
    case 'array':
      return ['type: array', `items: ${flowItem(type.items)}`];
    case 'map':
      return ['type: map', `values: ${flowItem(type.values)}`];
    case 'record':
      return [`record: ${yamlText(type.name)}`];
    case 'object':
      return ['type: object', `fields: { ${type.fields.map((field) => `${yamlKey(field.name)}: ${flowField(field)}`).join(', ')} }`];
  }
}

function itemFacts({ nullable }: ProposedValue): readonly string[] {
  return nullable ? ['nullable: true'] : [];
}

/** Any value is one, null too. */
function isJson(type: ProposedType): boolean {
  return type.kind === 'word' && type.word === 'json';
}

function isFlat(type: ProposedType): boolean {
  if (type.kind === 'object') return false;
  if (type.kind === 'array') return isFlat(type.items.type);
  return type.kind === 'map' ? isFlat(type.values.type) : true;
}

export function indent(lines: readonly string[], by = 2): readonly string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}
