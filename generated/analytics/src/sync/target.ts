// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

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
  return Array.from(to.matchAll(/(?:^|[?&;\s])([^=&;?\s]+)=[^&;\s]/g), ([, key = '']) => key).some(isSecret);
}

/** What may be a password in it, as it stands there and decoded. */
export function passwordsIn(to: string): readonly string[] {
  const rest = to.slice(to.indexOf('://') + 3);
  const user =
    to.includes('://') && rest.includes(':')
      ? rest.slice(rest.indexOf(':') + 1, Math.max(rest.lastIndexOf('@'), 0))
      : '';
  const values = Array.from(to.matchAll(/(?:^|[?&;\s])([^=&;?\s]+)=([^&;\s]+)/g), ([, key = '', value = '']) =>
    isSecret(key) ? value : '',
  );
  return [user, ...values].flatMap((each) => [each, decoded(each)]);
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
