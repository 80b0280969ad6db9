// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { isWiderDecimal } from './decimals.ts';

/** What each plain type may become without losing a value. Every type may become JSON. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  BOOLEAN: ['VARCHAR'],
  BIGINT: ['HUGEINT', 'DOUBLE', 'VARCHAR'],
  HUGEINT: ['VARCHAR'],
  DOUBLE: ['VARCHAR'],
  DATE: ['VARCHAR'],
  TIME: ['VARCHAR'],
  'TIMESTAMP WITH TIME ZONE': ['VARCHAR'],
};

/** How a column becomes one of type `wanted`: what follows `ALTER TABLE …`. Undefined: it would lose what it holds. */
export function changeOf(name: string, present: string | undefined, wanted: string): string | undefined {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (present === undefined) return `ADD COLUMN ${column} ${wanted}`;
  if (wanted === 'JSON') return `ALTER COLUMN ${column} SET DATA TYPE JSON USING to_json(${column})`;
  return holds(parseType(wanted), parseType(present)) ? `ALTER COLUMN ${column} SET DATA TYPE ${wanted}` : undefined;
}

/** A type as DuckDB writes it: `STRUCT(a BIGINT, "b c" VARCHAR[])`. */
type Type =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'list'; readonly items: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly values: Type }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, Type> };

/** Whether every value of type `present` has a place in type `wanted`. */
function holds(wanted: Type, present: Type): boolean {
  if (wanted.kind === 'plain' && present.kind === 'plain') {
    return (
      wanted.name === present.name ||
      WIDER[present.name]?.includes(wanted.name) === true ||
      isWiderDecimal(present.name, wanted.name)
    );
  }
  if (wanted.kind === 'list' && present.kind === 'list') return holds(wanted.items, present.items);
  if (wanted.kind === 'map' && present.kind === 'map') return holds(wanted.values, present.values);
  if (wanted.kind !== 'struct' || present.kind !== 'struct') return false;
  return [...present.fields].every(([name, type]) => {
    const same = wanted.fields.get(name);
    return same !== undefined && holds(same, type);
  });
}

function parseType(text: string): Type {
  const tokens = text.match(/"(?:[^"]|"")*"|[(),]|\[\]|[^\s"(),[\]]+/g) ?? [];
  let at = 0;
  const take = (): string => tokens[at++] ?? '';

  function parse(): Type {
    let name = take();
    let type: Type;
    if (name === 'STRUCT') {
      type = { kind: 'struct', fields: parseFields() };
    } else if (name === 'MAP') {
      take();
      const key = parse();
      take();
      type = { kind: 'map', key, values: parse() };
      take();
    } else {
      if (tokens[at] === '(') for (; !name.endsWith(')');) name += take(); // DECIMAL(18,3)
      while (/^[A-Z]+$/.test(tokens[at] ?? '')) name += ` ${take()}`; // TIMESTAMP WITH TIME ZONE
      type = { kind: 'plain', name };
    }
    for (; tokens[at] === '[]'; at++) type = { kind: 'list', items: type };
    return type;
  }

  function parseFields(): ReadonlyMap<string, Type> {
    const fields = new Map<string, Type>();
    do {
      take(); // the parenthesis, or a comma
      const name = take();
      fields.set(name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name, parse());
    } while (tokens[at] === ',');
    take();
    return fields;
  }

  return parse();
}
