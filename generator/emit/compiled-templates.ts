/** The templates by path, compiled. The build puts them in the place of this file: in `generator/` each is compiled when it is used. */
export const COMPILED: Readonly<Record<string, object>> | undefined = undefined;
