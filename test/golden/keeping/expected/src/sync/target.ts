// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/**
 * A destination as messages may show it: the path of a file, or scheme, host and database of a URL. What a password may hide in is
 * left out: users, parameters, and whatever is no plain host and path.
 */
export function shownTarget(to: string): string {
  if (hasPassword(to) && !to.includes('://')) return '***';
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)([^]*)$/i.exec(to) ?? [];
  if (scheme === undefined) return to;
  const [place = ''] = rest.split(/[?#]/, 1);
  const shown = place.slice(place.lastIndexOf('@') + 1);
  const isPlain =
    /^(?:\[[\da-f:.]+\]|[\w.-]*)(?::\d{1,5})?(?:\/[^\s:@]*)?$/i.test(shown) && !rest.slice(place.length).includes('@');
  return `${scheme}${isPlain ? shown : '***'}`;
}

/** Whether a password may stand in it: before an `@`, as a parameter of any scheme, or as a word of a connection string. */
export function hasPassword(to: string): boolean {
  const rest = to.slice(to.indexOf('://') + 3);
  if (to.includes('://') && rest.includes(':') && rest.lastIndexOf('@') > rest.indexOf(':') + 1) return true;
  return secretValues(to).length > 0;
}

/** What may be a password in it, as it stands there and decoded. */
export function passwordsIn(to: string): readonly string[] {
  const rest = to.slice(to.indexOf('://') + 3);
  const [, ...inside] = to.includes('://') ? rest.split(':') : [];
  const parts = inside.join(':').split('@');
  const users = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('@')); // which @ is the last one of the user is the driver's to say
  const ends = [/[&;]/, /[&;#]/, /[&;#\s]/]; // schemes and drivers differ in where a value ends
  const values = secretValues(to).flatMap((value) => ends.map((end) => value.split(end, 1)[0] ?? ''));
  return [...users, ...values].flatMap((each) => [
    each,
    decoded(each),
    new URLSearchParams(`=${each.replaceAll('&', '%26')}`).get('') ?? '',
  ]);
}

/** What follows the parameters that are called like a password, up to the end of the text. */
function secretValues(to: string): readonly string[] {
  const parameters = Array.from(to.matchAll(/(?:^|[?&;\s])([^=&;?\s]+)\s*=(?=\s*[^&;\s])/g));
  return parameters
    .filter(([, key = '']) => isSecret(key))
    .map(({ 0: { length }, index }) => to.slice(index + length).trimStart());
}

function isSecret(key: string): boolean {
  return /pass(?!file)|pwd|secret|token|api_?key/i.test(decoded(key));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
