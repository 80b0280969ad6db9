/** A hash of all that the program was built from. The build puts it in the place of this file; what was not built has none. */
export const BUILD: string | undefined = undefined;
