import type { StringFormat } from './model.js';

/** A check of text by pattern that several records share: a constant of `src/internal/checks.ts`. */
export interface NamedPattern {
  /** `INSTANT` */
  readonly constant: string;
  readonly pattern: string;
  /** What the constant's comment says. */
  readonly about: string;
}

interface FormatFacts extends NamedPattern {
  /** How messages name it: "a UUID". */
  readonly words: string;
  /** JSON Schema's word for it, where every text that passes here passes there. */
  readonly jsonSchema?: string;
}

const HEX = String.raw`[\da-fA-F]`;
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const IPV4 = String.raw`(?:${OCTET}\.){3}${OCTET}`;
const GROUP = `${HEX}{1,4}`;

/** The last 32 bits, which may be written as version 4. */
const TAIL = `(?:${GROUP}:${GROUP}|${IPV4})`;

/** As in RFC 3986: full, or with one `::` for some groups of zeros. */
const IPV6 = [
  `(?:${GROUP}:){6}${TAIL}`,
  `::(?:${GROUP}:){5}${TAIL}`,
  `(?:${GROUP})?::(?:${GROUP}:){4}${TAIL}`,
  ...[1, 2, 3, 4].map((most) => `(?:(?:${GROUP}:){0,${most}}${GROUP})?::${most === 4 ? '' : `(?:${GROUP}:){${4 - most}}`}${TAIL}`),
  `(?:(?:${GROUP}:){0,5}${GROUP})?::${GROUP}`,
  `(?:(?:${GROUP}:){0,6}${GROUP})?::`,
].join('|');

/** The formats of `string`. */
export const STRING_FORMATS: Readonly<Record<StringFormat, FormatFacts>> = {
  uuid: {
    constant: 'UUID',
    pattern: `^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$`,
    about: 'A UUID of any version.',
    words: 'a UUID',
    jsonSchema: 'uuid',
  },
  uri: {
    constant: 'URI',
    pattern: String.raw`^[A-Za-z][A-Za-z\d+.-]*:[^\s"<>\\^\x60{|}]+$`,
    about: 'An absolute URI: a scheme, a colon, and no sign that a URI must escape.',
    words: 'an absolute URI',
  },
  email: {
    constant: 'EMAIL',
    pattern: String.raw`^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$`,
    about: 'An email address: something, one @, and a domain with a dot.',
    words: 'an email address',
  },
  ip: { constant: 'IP', pattern: `^(?:${IPV4}|${IPV6})$`, about: 'An IP address, version 4 or 6.', words: 'an IP address' },
  ipv4: { constant: 'IPV4', pattern: `^${IPV4}$`, about: 'An IP address, version 4.', words: 'an IPv4 address' },
  ipv6: { constant: 'IPV6', pattern: `^(?:${IPV6})$`, about: 'An IP address, version 6.', words: 'an IPv6 address' },
  base64: {
    constant: 'BASE64',
    pattern: String.raw`^(?:[A-Za-z\d+/_-]{4})*(?:[A-Za-z\d+/_-]{2}(?:==)?|[A-Za-z\d+/_-]{3}=?)?$`,
    about: 'Base64, of either alphabet, padded or not.',
    words: 'base64 text',
  },
};

/** The digits of a `bigint` and of a `decimal` that arrive as text. */
export const INTEGER_DIGITS = String.raw`^-?\d+$`;
export const DECIMAL_DIGITS = String.raw`^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$`;
