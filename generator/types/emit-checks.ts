import { code, docWords, identifier, join, regex, type Code } from '../code.js';
import { CASTS } from './cast.js';
import type { RecordsContext } from './context.js';
import type { FileScope, Helper } from './file-scope.js';
import { STRING_FORMATS, type NamedPattern } from './patterns.js';
import { timePattern } from './time-format.js';

/** `src/internal/checks.ts`: the checks that record files share, and only those that one of them uses. */
export function emitChecks(scopes: readonly FileScope[], { header }: RecordsContext): Code | undefined {
  const helpers = HELPERS.filter(([name]) => scopes.some((scope) => scope.helpers.has(name))).map(([, text]) => text);
  const patterns = allPatterns()
    .filter(({ constant }) => scopes.some((scope) => scope.patterns.has(constant)))
    .map(
      ({ constant, pattern, about }) => code`/** ${docWords(about)} */
export const ${identifier(constant)}: RegExp = ${regex(pattern)};`,
    );
  if (helpers.length + patterns.length === 0) return undefined;
  return code`${header}

${join([...patterns, ...helpers], '\n\n')}
`;
}

function allPatterns(): readonly NamedPattern[] {
  return [
    {
      constant: 'INSTANT',
      pattern: timePattern('datetime', { kind: 'iso8601' }) ?? '',
      about: 'An ISO 8601 instant: a day that exists, a time, and `Z` or an offset.',
    },
    { constant: 'DATE', pattern: timePattern('date', { kind: 'iso8601' }) ?? '', about: 'An ISO 8601 date, of a day that exists.' },
    {
      constant: 'TIME',
      pattern: timePattern('time', { kind: 'iso8601' }) ?? '',
      about: 'An ISO 8601 time of day, with or without an offset.',
    },
    {
      constant: 'RFC_2822',
      pattern: timePattern('datetime', { kind: 'rfc2822' }) ?? '',
      about: 'An RFC 2822 date and time: `Tue, 01 Jul 2025 09:30:00 +0200`.',
    },
    ...Object.values(STRING_FORMATS),
  ];
}

const HELPERS: readonly (readonly [Helper, Code])[] = [
  ...(['castBoolean', 'castInteger', 'castNumber', 'castString'] as const).map((name) => [name, CASTS[name]] as const),
  [
    'isObject',
    code`/** Whether a value is a JSON object. What its keys hold, if anything, is not known yet. */
export function isObject<Key extends string>(value: unknown): value is object & Record<Key, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}`,
  ],
  [
    'undeclaredKey',
    code`/** The first key of an object that is not among the declared ones. */
export function undeclaredKey(object: object, declared: ReadonlySet<string>): string | undefined {
  for (const key in object) if (!declared.has(key)) return key;
  return undefined;
}`,
  ],
  [
    'dropUndeclared',
    code`/** Deletes the keys of an object that are not among the declared ones, and says how many they were. */
export function dropUndeclared(object: object, declared: ReadonlySet<string>): number {
  const undeclared = Object.keys(object).filter((key) => !declared.has(key));
  for (const key of undeclared) Reflect.deleteProperty(object, key);
  return undeclared.length;
}`,
  ],
  [
    'ownKey',
    code`/** Gives an object a key of its own, if undefined, where it would read as what every object inherits. */
export function ownKey(object: object, key: string): void {
  if (Object.hasOwn(object, key)) return;
  Object.defineProperty(object, key, { value: undefined, writable: true, enumerable: true, configurable: true });
}`,
  ],
];
