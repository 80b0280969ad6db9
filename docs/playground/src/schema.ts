import type { PlaceInYaml } from './place-in-yaml.js';

/** A part of the spec's JSON Schema, as far as it is asked here. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly description?: string;
}

/** Something that may be written at a place. */
export interface Suggestion {
  /** As it is listed. */
  readonly label: string;
  /** As it is written. */
  readonly text: string;
  readonly kind: 'key' | 'value' | 'example';
  readonly about: string;
}

/** What may be written there, those that fit the entries around it. */
export function suggestionsAt(root: Schema, place: PlaceInYaml): readonly Suggestion[] {
  const maps = place.path.reduce<readonly Schema[]>((schemas, step) => schemas.flatMap((schema) => inside(schema, step, root)), [root]);
  const fitting = maps.flatMap((schema) => variants(schema, root)).filter((schema) => fits(schema, place.siblings, root));
  if (place.key === undefined) {
    const keys = fitting.flatMap((schema) => Object.entries(schema.properties ?? {}));
    return unique(
      keys
        .filter(([name]) => !place.siblings.has(name))
        .map(([name, schema]) => ({ label: name, text: `${name}: `, kind: 'key' as const, about: aboutOf(schema) })),
    );
  }
  const { key } = place;
  return unique(fitting.flatMap((schema) => inside(schema, key, root)).flatMap((schema) => valuesOf(schema, root)));
}

/** A schema, or each of those that it may be. */
function variants(schema: Schema, root: Schema): readonly Schema[] {
  const target = schema.$ref === undefined ? schema : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (target === undefined) return [];
  const choices = [...(target.anyOf ?? []), ...(target.oneOf ?? [])];
  return choices.length === 0 ? [target] : choices.flatMap((each) => variants(each, root));
}

function inside(schema: Schema, step: string, root: Schema): readonly Schema[] {
  return variants(schema, root).flatMap((each): readonly Schema[] => {
    if (step === '-') return each.items === undefined ? [] : [each.items];
    const own = each.properties?.[step];
    if (own !== undefined) return [own];
    return typeof each.additionalProperties === 'object' ? [each.additionalProperties] : [];
  });
}

/** Whether a map of these entries may be one of this schema: its `type` says so, where it has one. */
function fits(schema: Schema, siblings: ReadonlyMap<string, string>, root: Schema): boolean {
  if (schema.properties === undefined && schema.items === undefined && schema.additionalProperties === undefined) return false;
  const said = siblings.get('type');
  const words =
    schema.properties?.['type'] === undefined ? [] : variants(schema.properties['type'], root).flatMap((each) => each.enum ?? []);
  return said === undefined || words.length === 0 || words.includes(said);
}

function valuesOf(schema: Schema, root: Schema): readonly Suggestion[] {
  const about = aboutOf(schema);
  return variants(schema, root).flatMap((each): readonly Suggestion[] => {
    const own = each.description ?? about;
    const words = each.enum ?? (each.type === 'boolean' ? [true, false] : []);
    const type = each.properties?.['type']?.enum?.[0];
    const maps =
      typeof type === 'string' ? [{ label: `{ type: ${type} }`, text: `{ type: ${type} }`, kind: 'value' as const, about: own }] : [];
    const examples = [...(schema.examples ?? []), ...(each === schema ? [] : (each.examples ?? []))];
    return [
      ...words.map((word) => ({ label: String(word), text: yamlOf(word), kind: 'value' as const, about: own })),
      ...maps,
      ...examples.map((example) => ({ label: yamlOf(example), text: yamlOf(example), kind: 'example' as const, about: own })),
    ];
  });
}

function aboutOf({ description = '', default: value, examples = [] }: Schema): string {
  return [
    description,
    ...(value === undefined ? [] : [`Default: ${yamlOf(value)}`]),
    ...(examples.length === 0 ? [] : [`For example: ${examples.map(yamlOf).join(' or ')}`]),
  ].join('\n');
}

/** A value as one writes it in YAML on one line. */
function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, each]) => `${key}: ${yamlOf(each)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z_/$][\w./$ @-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : `'${value.replaceAll("'", "''")}'`;
}

function unique(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map([...suggestions].reverse().map((each) => [each.label, each])).values()].reverse();
}
