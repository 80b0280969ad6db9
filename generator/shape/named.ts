import type { JsonSchema, Shape } from './contract.js';

/** A shape that stands in the published schema by name; it may refer to itself. */
export function named<T>(name: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  const shape = (): Shape<T> => (made ??= make());
  definitions.set(name, () => shape().schema);
  return {
    get expected() {
      return shape().expected;
    },
    schema: { $ref: `#/$defs/${name}` },
    accepts: (node) => shape().accepts(node),
    read: (node, reading) => shape().read(node, reading),
  };
}

/** The published JSON Schema of a shape, with every named shape it reaches. */
export function publishedSchema<T>(shape: Shape<T>): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const collect = (schema: unknown): void => {
    for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      const definition = definitions.get(name);
      if (definition === undefined || Object.hasOwn(defs, name)) continue;
      defs[name] = definition();
      collect(defs[name]);
    }
  };
  collect(shape.schema);
  const sorted = Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...shape.schema, $defs: sorted };
}

const definitions = new Map<string, () => JsonSchema>();
