import fc from 'fast-check';

/** Values that stand where another is expected. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  '',
  '..',
  '../..',
  '\u0000',
  '\u202e',
  'x'.repeat(10_000),
  [],
  {},
  [[]],
  [null],
  { version: 1 },
];

/** A JSON text with something changed: a byte, a piece, a value by another, a member more or less, or all of it. */
export function mutations(text: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: Math.max(0, text.length - 1) });
  const bytes = fc
    .tuple(at, fc.integer({ min: 0, max: 255 }))
    .map(([index, byte]) => text.slice(0, index) + String.fromCharCode(byte) + text.slice(index + 1));
  const cut = at.map((index) => text.slice(0, index));
  const twice = fc.tuple(at, at).map(([from, to]) => text.slice(0, Math.max(from, to)) + text.slice(Math.min(from, to)));
  const value = parsed(text);
  if (value === undefined) return fc.oneof(bytes, cut, twice, fc.json(), fc.string());
  const places = placesIn(value);
  const replaced = fc
    .tuple(fc.constantFrom(...places), fc.oneof(fc.constantFrom(...ODD), fc.jsonValue()))
    .map(([place, odd]) => JSON.stringify(withAt(value, place, odd)));
  const removed = fc.constantFrom(...places).map((place) => JSON.stringify(withAt(value, place, undefined)));
  const deep = fc
    .constantFrom(...places)
    .map((place) => JSON.stringify(withAt(value, place, '<deep>')).replace('"<deep>"', `${'['.repeat(6000)}${']'.repeat(6000)}`));
  return fc.oneof({ weight: 4, arbitrary: replaced }, { weight: 2, arbitrary: removed }, deep, bytes, cut, twice, fc.json());
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, Array.isArray(value) ? Number(key) : key]))];
}

function withAt(value: unknown, [key, ...rest]: Place, put: unknown): unknown {
  if (key === undefined) return put ?? null;
  if (Array.isArray(value))
    return value.flatMap((inner: unknown, index) =>
      index !== key ? [inner] : rest.length === 0 && put === undefined ? [] : [withAt(inner, rest, put)],
    );
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, inner]) =>
      name !== key ? [[name, inner]] : rest.length === 0 && put === undefined ? [] : [[name, withAt(inner, rest, put)]],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
