// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

/** What requests are signed with. */
export interface Credentials {
  /** The API key, sent as the header `X-Api-Key`. By convention kept in the environment as `API_KEY_HEADER_API_KEY`. */
  readonly apiKey: string;
}

/** Signs requests. */
export interface Auth {
  /** What no error may show. */
  readonly secrets: readonly string[];
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Headers): void;
}

/** Sends the key as the header `X-Api-Key`. */
export function createAuth({ apiKey }: Credentials): Auth {
  checkCredential('apiKey', apiKey);
  return {
    secrets: [apiKey],
    sign(_url: URL, headers: Headers) {
      headers.set('X-Api-Key', apiKey);
    },
  };
}

/** `text` without the secrets, in the ways that servers echo them. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
}

/** Here, and not in fetch, whose error would quote it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
