import type { MapNode } from './node.js';

/** A mapping that is being read. */
export interface Level {
  /** How messages name it. */
  readonly where: string;
  readonly node: MapNode;
  /** What its keys hold: their JSON Schemas. */
  readonly schemas: () => Readonly<Record<string, { readonly [keyword: string]: unknown }>>;
  /** The key that is being read. */
  current: string;
}
