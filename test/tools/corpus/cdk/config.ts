import { nameOf } from '../../../../generator/names.js';
import { isList, isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../../../../generator/import/values.js';
import type { JsonValue } from '../../../../generator/shape.js';

/** The one word that stands for every text that has to be given: both programs then send the same, whatever they call it. */
const WORD = 'secret1';

const DAY = 86_400_000;

/** The day that reads begin at, some weeks ago, so that windows of a month are two. */
export const START = Math.floor(Date.now() / DAY) * DAY - 40 * DAY;

/** A configuration that a connection specification allows; `urls`: options that are whole URLs. */
export function configOf(schema: JsonValue | undefined, name = '', urls: readonly string[] = []): JsonValue {
  if (urls.includes(name)) return `https://${WORD}.example.com`;
  const fixed = member(schema, 'const') ?? listAt(schema, 'enum')[0];
  if (fixed !== undefined) return fixed;
  const usual = member(schema, 'default');
  const [type = isObject(member(schema, 'properties')) || listAt(schema, 'oneOf').length > 0 ? 'object' : 'string'] = textsAt(
    schema,
    'type',
  ).filter((each) => each !== 'null');
  if (type === 'object') return objectOf(schema, urls);
  const time = timeOf(schema, name);
  if (time !== undefined) return time;
  if (usual !== undefined && usual !== null && usual !== '') return usual;
  if (type === 'array') return [listAt(schema, 'examples').find((each) => !isList(each)) ?? configOf(member(schema, 'items'), name)];
  if (type === 'integer' || type === 'number') return Number(listAt(schema, 'examples')[0] ?? member(schema, 'minimum') ?? 5);
  if (type === 'boolean') return false;
  const example = listAt(schema, 'examples')[0];
  return textAt(schema, 'pattern') !== undefined && typeof example === 'string' ? example : WORD;
}

function objectOf(schema: JsonValue | undefined, urls: readonly string[]): JsonObject {
  const chosen = ['oneOf', 'anyOf'].flatMap((each) => listAt(schema, each).slice(0, 1));
  const own = Object.entries(objectAt(schema, 'properties') ?? {});
  return Object.fromEntries([
    ...own.flatMap(([key, inner]) => (isUnset(key, schema) ? [] : [[key, configOf(inner, key, urls)] as const])),
    ...chosen.flatMap((each) => Object.entries(objectOf(each, urls))),
  ]);
}

/** Ends of time that nobody has to give are left open. */
function isUnset(key: string, schema: JsonValue | undefined): boolean {
  return /end|until|to_date/i.test(key) && !textsAt(schema, 'required').includes(key);
}

function timeOf(schema: JsonValue | undefined, name: string): string | undefined {
  const format = textAt(schema, 'format');
  const pattern = textAt(schema, 'pattern') ?? '';
  const example = [...listAt(schema, 'examples'), member(schema, 'default')].find((each) => typeof each === 'string');
  const like = typeof example === 'string' ? example : '';
  const at = /end|until|to_date/i.test(name) ? START + 39 * DAY : START;
  const iso = new Date(at).toISOString();
  const isDate = format === 'date' || /^\d{4}-\d\d-\d\d$/.test(like) || (/\{4\}-/.test(pattern) && !/T/.test(pattern));
  if (format === 'date-time' || /\{4\}-.*T/.test(pattern) || /^\d{4}-\d\d-\d\dT/.test(like))
    return /\.\d{3}Z/.test(like) ? iso : /Z|^$/.test(like) ? iso.replace('.000Z', 'Z') : iso.slice(0, like.length);
  if (isDate) return iso.slice(0, 10);
  return /(?:start|since|from)_?(?:date|time|from)|^date|_from$/i.test(name) && !/number|int/.test(textsAt(schema, 'type').join())
    ? iso.replace('.000Z', 'Z')
    : undefined;
}

/** The options of a client for the configuration of a source: import calls them by the last word of their place, or by all of it. */
export function optionsOf(config: JsonValue): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = {};
  const visit = (value: JsonValue, path: readonly string[]): void => {
    if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
      return;
    }
    const last = path.at(-1) ?? '';
    for (const name of [path.join('_'), last, `config_${last}`]) {
      options[nameOf(name).camel] = value;
      if (typeof value !== 'string') continue;
      options[nameOf(`${name}_datetime`).camel] = value;
      options[nameOf(`${name}_number`).camel] = Math.floor(Date.parse(value) / 1000);
    }
  };
  visit(config, []);
  const credentials = ['token', 'apiKey', 'username', 'password', 'clientId', 'clientSecret', 'refreshToken'];
  return { ...options, ...Object.fromEntries(credentials.map((each) => [each, WORD])), basic: btoa(`${WORD}:${WORD}`) };
}
