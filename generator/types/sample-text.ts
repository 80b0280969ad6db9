import type { StringFormat } from './model.js';
import { pick, type Random } from './random.js';

/** Text that a field of this name could hold. `owner` is the thing it is a field of. */
export function sampleText(format: StringFormat | undefined, words: string, owner: string, random: Random, index: number): string {
  switch (format) {
    case 'uuid':
      return sampleUuid(random);
    case 'uri':
      return `https://example.com/${owner.replace(/[^\w-]+/g, '-')}/${index + 1}`;
    case 'email':
      return `${pick(FIRST_NAMES, random).toLowerCase()}@example.com`;
    case 'ip':
    case 'ipv4':
      return `192.0.2.${1 + Math.floor(random() * 254)}`;
    case 'ipv6':
      return `2001:db8::${(1 + Math.floor(random() * 65534)).toString(16)}`;
    case 'base64':
      return pick(['aGVsbG8=', 'dGFwd3JpZ2h0', 'AAECAw=='], random);
    case undefined: {
      const guess = GUESSES.find(([pattern]) => pattern.test(words));
      return guess === undefined ? `${words.replace(/[^\w]+/g, ' ').trim() || 'value'} ${index + 1}` : guess[1](random, index, owner);
    }
  }
}

const FIRST_NAMES = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Alan', 'Katherine', 'Donald', 'Radia'] as const;

/** What the name of a field lets one expect, the first that fits. */
const GUESSES: readonly (readonly [RegExp, (random: Random, index: number, owner: string) => string])[] = [
  [/^(id|key|uid)$/i, (_, index, owner) => `${owner.toLowerCase()}_${String(index + 1).padStart(4, '0')}`],
  [/(_id|Id)$/, (random) => `c_${1000 + Math.floor(random() * 9000)}`],
  [/email/i, (random) => `${pick(FIRST_NAMES, random).toLowerCase()}@example.com`],
  [/(url|uri|link|href)$/i, (_, index, owner) => `https://example.com/${owner.replace(/[^\w-]+/g, '-')}/${index + 1}`],
  [/phone/i, (random) => `+1 202 555 01${10 + Math.floor(random() * 90)}`],
  [/(login|user_?name)$/i, (random) => pick(FIRST_NAMES, random).toLowerCase()],
  [/first_?name/i, (random) => pick(FIRST_NAMES, random)],
  [/name$/i, (random) => `${pick(FIRST_NAMES, random)} ${pick(['Green', 'Stone', 'Rivers', 'Field'], random)}`],
  [/country/i, (random) => pick(['DE', 'US', 'BR', 'JP', 'KE'], random)],
  [/city/i, (random) => pick(['Lisbon', 'Osaka', 'Nairobi', 'Oslo'], random)],
  [/currency/i, (random) => pick(['EUR', 'USD', 'JPY'], random)],
  [/(lang|locale)/i, (random) => pick(['en', 'de', 'pt', 'ja'], random)],
  [
    /colou?r/i,
    (random) =>
      `#${Math.floor(random() * 0xffffff)
        .toString(16)
        .padStart(6, '0')}`,
  ],
  [/(status|state)$/i, (random) => pick(['active', 'paused', 'closed'], random)],
  [/(type|kind|category)$/i, (random) => pick(['alpha', 'beta', 'gamma'], random)],
  [
    /(title|subject|label)$/i,
    (random) => pick(['Release of the new dashboard', 'Checkout opened', 'Spring campaign', 'Weekly report'], random),
  ],
  [
    /(description|body|comment|note|message|text|details)$/i,
    (random) => pick(['Seen on the start page.', 'No remarks; all is well.', 'Überraschung: “quotes” & ünïcode.'], random),
  ],
  [/(version)$/i, (random) => `${Math.floor(random() * 4)}.${Math.floor(random() * 20)}.0`],
];

function sampleUuid(random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
