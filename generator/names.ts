/** A name of the spec in the spellings that emitted code needs. */
export interface Name {
  /** As the spec has it: `active_users`. */
  readonly raw: string;
  /** `activeUsers` */
  readonly camel: string;
  /** `ActiveUsers` */
  readonly pascal: string;
  /** `active-users` */
  readonly kebab: string;
}

/** The spellings of a name: words end at `_`, `-`, spaces, other signs, and where lower case turns to upper. */
export function nameOf(raw: string): Name {
  const words = raw
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const pascal = words.map(capital).join('');
  return { raw, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal, kebab: words.join('-') };
}

/** The name of one of many: `active_users` → `active_user`, `companies` → `company`; other endings stay as they are. */
export function singular(raw: string): string {
  if (/[a-z]{2}ies$/i.test(raw)) return raw.replace(/ies$/i, 'y');
  if (/(ss|sh|ch|x|z)es$/i.test(raw)) return raw.replace(/es$/i, '');
  if (/[^aisu]s$/i.test(raw)) return raw.replace(/s$/i, '');
  return raw;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
