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

/** The URL that the value of an option names. */
export function urlNamed(
  value: string | number | boolean | undefined,
  urls: Readonly<Record<string, string>>,
  option: string,
): string {
  const url = Object.hasOwn(urls, String(value)) ? urls[String(value)] : undefined;
  if (url === undefined) throw new TypeError(`${option}: expected ${Object.keys(urls).join(' or ')}`);
  return url;
}
