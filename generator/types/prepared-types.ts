import type { TypeText } from './type-text.js';

/** Types by what stands for them in the compile. */
export type PreparedTypes = Readonly<Record<string, TypeText>>;

/**
 * The types of schemas that most specs have, by key. The build has json-schema-to-typescript make them and puts them in the
 * place of this file, for to load it takes as long as to make all else of a record: `generator/` has none.
 */
export const PREPARED: PreparedTypes | undefined = undefined;
