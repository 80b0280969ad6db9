/** Keys and indexes that lead to a value. */
export type Pointer = readonly (string | number)[];
