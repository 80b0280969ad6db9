// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A URL that options of the client are a part of: http or https, https but for loopback hosts, without credentials, query and fragment. */
export function filledUrl(text: string, key: string): string {
  const { protocol, hostname, username, password } = URL.canParse(text) ? new URL(text) : new URL('none:');
  const safe = protocol === 'https:' || (protocol === 'http:' && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname));
  if (!safe || username + password !== '' || /[?#\s]/.test(text)) {
    throw new TypeError(`${key}: its options make no URL of it that credentials may be sent to`);
  }
  return text.replace(/(?<!\/)\/+$/, '');
}

/** A value as a host, or a part of one: it can neither end it nor add a user, a path or a query. */
export function hostPart(value: string | number | boolean | undefined, option: string): string {
  const text = String(value ?? '');
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(:\d+)?$/.test(text)) {
    throw new TypeError(`${option}: expected a host, or a part of one`);
  }
  return text;
}
