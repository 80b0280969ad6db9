import { records } from '../diagnostics/messages/records.js';
import { kindOf, type Shape } from '../shape.js';
import type { FieldsSpec } from './field.js';
import type { Pointer } from './schema-nodes.js';
import { SchemaReader } from './schema-reader.js';

/** The record that an inline JSON Schema describes, in the words of `fields`. */
export interface SchemaSpec {
  readonly description?: string;
  readonly fields: FieldsSpec;
  /** The schemas in it that contain themselves. A field refers to one by its pointer, and by `#` to the record itself. */
  readonly circular: ReadonlyMap<Pointer, Pick<SchemaSpec, 'description' | 'fields'>>;
}

/** `schema`: the fields of a record as JSON Schema, for those who have one. A property outside `required` may be missing. */
export const schemaShape: Shape<SchemaSpec> = {
  expected: 'a JSON Schema',
  schema: {
    type: 'object',
    description:
      'The fields of a record as JSON Schema (draft 2020-12, and what OpenAPI 3.0 writes): type, properties, required, items, additionalProperties, enum, const, format, minimum, maximum, ' +
      'anyOf, oneOf, allOf, nullable, $ref within it, which may lead back to itself, description, examples, deprecated. A property that is not required may be missing. ' +
      'Other keywords and unknown formats are not checked, and named in a warning.',
  },
  accepts: (node) => node.kind === 'map',
  read(node, reading) {
    if (node.kind !== 'map') {
      reading.report(records.schema(node.span, `expected a JSON Schema, got ${kindOf(node)}`));
      return undefined;
    }
    const before = reading.diagnostics.length;
    const reader = new SchemaReader(node, reading);
    const { alias } = reader.nodes;
    const target = alias === undefined ? node : (reader.nodes.at(alias) ?? node);
    const facts = reader.facts(target, ['#', ...(alias === undefined ? [] : [alias])]);
    const circular = new Map<Pointer, Pick<SchemaSpec, 'description' | 'fields'>>();
    for (const pointer of reader.circular) {
      const found = reader.nodes.at(pointer);
      const inner = found === undefined ? undefined : reader.facts(found, [pointer]);
      if (inner?.fields !== undefined) circular.set(pointer, { ...about(inner.description), fields: inner.fields });
    }
    if (facts === undefined || reading.diagnostics.length > before) return undefined;
    if (facts.fields === undefined) {
      reading.report(
        records.schema(
          node.span,
          'a record is an object with "properties"',
          'Without any, leave "schema" out: a record is any object then.',
        ),
      );
      return undefined;
    }
    const [first] = reader.ignored.values();
    if (first !== undefined) reading.report(records.unchecked(first, [...reader.ignored.keys()]));
    return reading.remember({ ...about(facts.description), fields: facts.fields, circular }, node);
  },
};

function about(description: string | undefined): { readonly description?: string } {
  return description === undefined ? {} : { description };
}
