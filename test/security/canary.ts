import { randomBytes } from 'node:crypto';

/** A secret with every sign that some encoding writes in another way, and some that none does. */
export function canary(): string {
  return `s3 cr+et/"\\&<=%~K9'ä😀-_${randomBytes(9).toString('base64url')}`;
}

/** The same for headers and URLs, which carry visible ASCII only. */
export function asciiCanary(): string {
  return `s3cr+et/"\\&<=%~K9'-_${randomBytes(9).toString('base64url')}`;
}

/** Ways in which servers, logs and serialisers write a text, made here and not by the code under test. */
export function encodings(text: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(text);
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const points = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const hex = (code: number, width = 1): string => code.toString(16).padStart(width, '0');
  const json = JSON.stringify(text).slice(1, -1);
  const percent = encodeURIComponent(text);
  const base64 = (inner: string | Buffer, before = 0): string =>
    Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(inner)]).toString('base64');
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return {
    raw: text,
    'upper case': text.toUpperCase(),
    json,
    'JSON in JSON': JSON.stringify(json).slice(1, -1),
    'JSON with escaped slashes': json.replaceAll('/', '\\/'),
    'ASCII JSON': json.replace(/[^ -~]|[&<=+']/g, (sign) => `\\u${hex(sign.charCodeAt(0), 4)}`),
    'every unit escaped': units.map((unit) => `\\u${hex(unit, 4).toUpperCase()}`).join(''),
    'escaped twice': units.map((unit) => `\\\\u${hex(unit, 4)}`).join(''),
    'code points in braces': points.map((point) => `\\u{${hex(point)}}`).join(''),
    'eight digits': points.map((point) => `\\U${hex(point, 8)}`).join(''),
    'bytes with \\x': [...bytes].map((byte) => `\\x${hex(byte, 2)}`).join(''),
    percent,
    'lower-case percent': percent.replace(/%../g, (escape) => escape.toLowerCase()),
    'every byte in percent': [...bytes].map((byte) => `%${hex(byte, 2)}`).join(''),
    form: new URLSearchParams([['', text]]).toString().slice(1),
    'percent twice': encodeURIComponent(percent),
    'percent three times': encodeURIComponent(encodeURIComponent(percent)),
    'units with %u': units.map((unit) => `%u${hex(unit, 4)}`).join(''),
    'HTML names': html.replaceAll("'", '&apos;'),
    'HTML numbers': points.map((point) => `&#${point};`).join(''),
    'HTML hex numbers': points.map((point) => `&#x${hex(point, 6).toUpperCase()};`).join(''),
    'HTML twice': html.replaceAll('&', '&amp;'),
    hex: bytes.toString('hex'),
    'upper-case hex': bytes.toString('hex').toUpperCase(),
    base64: base64(text),
    'base64, one later': base64(text, 1),
    'base64, two later': base64(text, 2),
    base64url: bytes.toString('base64url'),
    'base64 in percent': encodeURIComponent(base64(text, 1)),
    'base64 of JSON': base64(JSON.stringify({ key: text })),
    'base64 of percent': base64(`id:${percent}`),
    'base64 in base64': base64(base64(text, 2), 1),
    'base64url in base64url': Buffer.from(Buffer.from(`a${text}`).toString('base64url')).toString('base64url'),
  };
}

/** Which encodings of the secret stand in `shown`, whole or in a part that gives more away than chance; only the named ones. */
export function leaksIn(shown: string, secret: string, names?: readonly string[]): readonly string[] {
  const known = parts.get(secret) ?? partsOf(secret);
  parts.set(secret, known);
  return [...known].flatMap(([name, list]) => {
    const found = names === undefined || names.includes(name) ? list.find((part) => shown.includes(part)) : undefined;
    return found === undefined ? [] : [`${name}: ${found}`];
  });
}

const parts = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Stretches of each encoding, as long as seven signs of the secret are in it. */
function partsOf(secret: string): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(encodings(secret)).map(([name, form]): [string, readonly string[]] => {
    const width = Math.ceil((form.length / secret.length) * 7);
    return [name, Array.from({ length: form.length - width + 1 }, (_, at) => form.slice(at, at + width))];
  });
  return new Map(entries);
}
