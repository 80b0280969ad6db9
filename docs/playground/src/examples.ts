/** Specs to begin with. The build puts those of the repository in the place of this file. */
export const EXAMPLES: readonly { readonly title: string; readonly text: string }[] = [];
