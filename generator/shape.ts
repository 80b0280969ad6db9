/**
 * Shapes: one definition that validates a part of a spec with located errors, types it, and describes it to editors as
 * JSON Schema. A paginator, an auth scheme or a field type brings its own.
 */

export {
  type JsonValue,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type SpecEntry,
  type SpecNode,
  kindOf,
  toJson,
} from './shape/node.js';
export { Reading } from './shape/reading.js';
export { type Check, type Described, type Filling, type JsonSchema, type Shape, type Shaped } from './shape/contract.js';
export { anything, boolean, choice, decimalNumber, integer, literalWord, scalar, text } from './shape/scalars.js';
export { anyMapping, list, mapOf } from './shape/collections.js';
export { type Keys, type Later, type ObjectOf, type Optional, type Required, later, object, optional, required } from './shape/objects.js';
export { nullable, oneOf, tagged } from './shape/variants.js';
export { named, publishedSchema } from './shape/named.js';
