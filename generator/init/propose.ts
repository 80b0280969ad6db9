import { isList, isObject, type JsonObject } from '../detect/body.js';
import type { Detected } from '../detect/detect.js';
import type { Exchange, Finding, Paging } from '../detect/exchange.js';
import { literalJson, literalText } from '../draft/literal.js';
import type { JsonValue } from '../shape.js';
import { lastWord } from '../detect/words.js';
import { baseUrlOf } from './base-url.js';
import { inLanguage, isKeyInLanguage } from './language.js';
import { idIn, parentInParam, parentInPath, type Candidate, type Parent } from './parents.js';

/** The first answer of a resource, and what it and those after it tell. */
export interface Sample {
  readonly exchange: Exchange;
  readonly detected: Detected;
  /** How many such lists were asked for, of records that no answer holds. */
  readonly asked?: number;
}

export interface ProposedResource {
  readonly name: string;
  readonly path: string;
  /** What was asked for of the path's parent, or that the path names a record without one. */
  readonly pathNote: string | undefined;
  readonly method: string;
  /** Query parameters that are no matter of paging. */
  readonly params: readonly (readonly [name: string, value: string, note: string | undefined])[];
  /** The JSON body, without what is a matter of paging. */
  readonly json: JsonValue | undefined;
  readonly detected: Detected;
  readonly paging: Finding<Paging>;
  /** The field, or fields, that tell records apart. */
  readonly primaryKey: Finding<readonly string[]> | undefined;
  /** Fields that others need of it, with their types. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface ProposedSpec {
  readonly baseUrl: Finding<string>;
  readonly resources: readonly ProposedResource[];
}

/** What answers tell of an API; the same for the same answers. */
export function proposeSpec(samples: readonly Sample[]): ProposedSpec {
  const base = baseUrlOf(
    samples.map(({ exchange }) => exchange.url),
    samples.flatMap(({ detected }) => detected.paging.value.linkBase ?? []),
  );
  const names = namesOf(samples);
  const named = samples.map((sample, index): Candidate & Sample => {
    const name = names[index] ?? sample.detected.word;
    return { ...sample, name, path: sample.exchange.url.pathname.slice(base.value.path.length) || '/', records: sample.detected.records };
  });
  const needed = new Map<string, Map<string, string>>();
  const need = ({ resource, field, type }: Parent): void => {
    needed.set(resource, (needed.get(resource) ?? new Map<string, string>()).set(field, type));
  };
  const resources = named.map((each) => proposeResource(each, named, need));
  return {
    baseUrl: { ...base, value: base.value.url },
    resources: resources.map((each) => ({ ...each, fields: needed.get(each.name) ?? new Map<string, string>() })),
  };
}

function proposeResource(
  { exchange, detected, name, path, asked }: Candidate & Sample,
  all: readonly Candidate[],
  need: (parent: Parent) => void,
): Omit<ProposedResource, 'fields'> {
  const others = all.filter((each) => each.name !== name);
  const inPath = parentInPath(path, others);
  if (inPath !== undefined) need(inPath);
  const paging = inLanguage(detected.paging);
  const params = [...exchange.url.searchParams]
    .filter(([param]) => !paging.value.params.includes(param))
    .map(([param, value]) => {
      const parent = inPath === undefined ? parentInParam(param, value, others) : undefined;
      if (parent === undefined) return [param, literalText(value), undefined] as const;
      need(parent);
      return [
        param,
        `{resources.${parent.resource}.${parent.field}}`,
        `${value} is ${parent.field} of a record of ${parent.resource}`,
      ] as const;
    });
  const json =
    exchange.requestBody === undefined
      ? undefined
      : paging.value.bodyPaths.reduce<JsonValue>((body, at) => without(body, at), exchange.requestBody);
  const { key } = detected;
  return {
    name,
    path: inPath?.path ?? literalText(path),
    pathNote: inPath === undefined ? idNote(path, asked) : `${inPath.value} is ${inPath.field} of a record of ${inPath.resource}`,
    method: exchange.method,
    params,
    json: json === undefined || isEmpty(json) ? undefined : literalJson(json),
    detected,
    paging,
    primaryKey: key === undefined || !isKeyInLanguage(key.value) ? undefined : { ...key, value: key.value.map((at) => at.join('.')) },
  };
}

/** A path with an id in it, and nobody to take it from. */
function idNote(path: string, asked: number | undefined): string | undefined {
  if (asked !== undefined)
    return `LOOK: one of ${asked} such lists that were asked for; give the URL of the list that their records are from, too, or make it an option`;
  const parts = path.split('/');
  const at = idIn(parts);
  const id = at === undefined ? undefined : parts[at];
  return id === undefined ? undefined : `LOOK: ${id} looks like an id; give the URL of the list that it is from, too, or make it an option`;
}

/** A list of another's records is called by both, where there is another of its name: `apps_users` beside `users`. */
function namesOf(samples: readonly Sample[]): readonly string[] {
  const taken = new Set<string>();
  const paths = samples.map(({ exchange: { url } }) => url.pathname.replace(/\/$/, ''));
  return samples.map(({ exchange: { url }, detected: { word } }) => {
    if (!taken.has(word.toLowerCase())) return freeName(word, taken);
    const parts = url.pathname.split('/');
    const of = parts.findLastIndex((_, at) => at < parts.length - 1 && paths.includes(parts.slice(0, at + 1).join('/')));
    const owner = of === -1 ? undefined : lastWord(new URL(parts.slice(0, of + 1).join('/'), url));
    return freeName(owner === undefined || owner === word ? word : `${owner}_${word}`, taken);
  });
}

function freeName(word: string, taken: Set<string>): string {
  let name = word;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${word}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A value without the member at a path; objects that are empty then go with it. */
function without(value: JsonValue, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: inner, ...others } = value;
  if (rest.length === 0) return others;
  const left = without(inner ?? null, rest);
  return isEmpty(left) ? others : ({ ...value, [key]: left } satisfies JsonObject);
}

function isEmpty(value: JsonValue): boolean {
  return isObject(value) ? Object.keys(value).length === 0 : isList(value) && value.length === 0;
}
