// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

/** What must not leave: registered by value, and taken out of whatever text goes to an error or a log. */
export class Secrets {
  readonly #values: string[] = [];

  /** Registers a secret; `name` is what to call it. An empty one is none. */
  add(_name: string, value: string): void {
    if (value !== '' && !this.#values.includes(value)) this.#values.push(value);
  }

  /** `text` without the secrets, in all the ways that servers echo them, and then no longer than `limit`. */
  redact(text: string, limit: number = text.length): string {
    const forms = this.#values.flatMap((secret) => [secret, base64(secret).replace(/=+$/, '')]);
    const patterns = forms
      .sort((one, other) => other.length - one.length)
      .map((form) => Array.from(form, anyForm).join(''));
    const shown =
      patterns.length === 0 ? text : text.slice(0, limit * 20).replace(new RegExp(patterns.join('|'), 'giu'), '***');
    return shown.slice(0, limit);
  }
}

const TWINS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['+', '-'],
  ['/', '_'],
]);

/** A pattern for a character: itself, percent-encoded, escaped as in JSON or HTML, or its twin in Base64 for URLs. */
function anyForm(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  const percent = Array.from(
    new TextEncoder().encode(sign),
    (byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`,
  ).join('');
  return `(?:\\\\*\\u{${hex}}|${percent}|\\\\+u${hex.padStart(4, '0')}|&#0*${point};|&#x0*${hex};|${TWINS.get(sign) ?? percent})`;
}

/** UTF-8 in Base64. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
