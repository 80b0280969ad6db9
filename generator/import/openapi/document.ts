import type { JsonValue } from '../../shape.js';
import type { Pointer } from '../pointer.js';
import type { Source } from '../source.js';
import { isObject, member, objectAt, textAt, type JsonObject } from '../values.js';

/** What a reference leads to, and how it is called. */
export interface Target {
  readonly value: JsonObject;
  /** The last reference that was followed: `#/components/schemas/User`; undefined where there was none. */
  readonly ref: string | undefined;
}

/** So many references in a row are followed. */
const MOST_HOPS = 50;

/**
 * An OpenAPI document, 2.0 to 3.2, of which nothing is read before it is asked for. References are followed within the document
 * and into files beside it, never over the network; a broken one is nothing, and is told.
 */
export class OpenApi {
  readonly source: Source;
  readonly root: JsonObject;
  readonly isSwagger: boolean;
  /** Siblings of a reference count, as JSON Schema has it since 3.1. */
  readonly #mergesSiblings: boolean;
  readonly #targets = new Map<string, JsonValue | undefined>();
  readonly #files = new Map<string, Source | undefined>();
  readonly #broken: string[] = [];

  constructor(source: Source) {
    this.source = source;
    this.root = isObject(source.value) ? source.value : {};
    this.isSwagger = textAt(this.root, 'swagger') !== undefined;
    this.#mergesSiblings = /^3\.[1-9]/.test(textAt(this.root, 'openapi') ?? '');
  }

  /** References that lead nowhere, since this was last asked. */
  broken(): readonly string[] {
    return [...new Set(this.#broken.splice(0))];
  }

  /** An object with its reference followed; undefined for what is none. */
  object(value: JsonValue | undefined): Target | undefined {
    let at = value;
    let ref: string | undefined;
    let beside: JsonObject = {};
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      if (!isObject(at)) return undefined;
      const next = textAt(at, '$ref');
      if (next === undefined) return { value: Object.keys(beside).length === 0 ? at : { ...at, ...beside }, ref };
      const { $ref: _ref, ...siblings } = at;
      // before 3.1 nothing beside a reference counts, but many write nullable there
      beside = { ...(this.#mergesSiblings ? siblings : siblings['nullable'] === true ? { nullable: true } : {}), ...beside };
      ref = next;
      at = this.#target(next);
    }
    return undefined;
  }

  #target(ref: string): JsonValue | undefined {
    if (this.#targets.has(ref)) return this.#targets.get(ref);
    const [file = '', pointer = ''] = ref.split('#');
    const root = file === '' ? this.root : this.#file(file)?.value;
    const found = root === undefined ? undefined : at(root, pointer);
    if (found === undefined) this.#broken.push(ref);
    this.#targets.set(ref, found);
    return found;
  }

  #file(path: string): Source | undefined {
    if (/^[a-z]+:/i.test(path)) return undefined;
    if (!this.#files.has(path)) this.#files.set(path, this.source.beside(path.replace(/^\.\//, '')));
    return this.#files.get(path);
  }

  /** Every operation, in the order of the document. */
  operations(): readonly Operation[] {
    const found: Operation[] = [];
    for (const [path, item] of Object.entries(objectAt(this.root, 'paths') ?? {})) {
      const target = this.object(item);
      if (target === undefined) continue;
      const shared = listOf(target.value, 'parameters');
      for (const [method, value] of [...methodsOf(target.value), ...Object.entries(objectAt(target.value, 'additionalOperations') ?? {})]) {
        const operation = this.object(value)?.value;
        if (operation !== undefined)
          found.push({
            path,
            method: method.toUpperCase(),
            pointer: ['paths', path, method],
            value: operation,
            parameters: this.#parameters(shared, listOf(operation, 'parameters')),
          });
      }
    }
    return found;
  }

  #parameters(shared: readonly JsonValue[], own: readonly JsonValue[]): readonly Parameter[] {
    const all = [...shared, ...own].flatMap((each): Parameter[] => {
      const value = this.object(each)?.value;
      const [name, place] = [textAt(value, 'name'), textAt(value, 'in')];
      if (value === undefined || name === undefined || place === undefined) return [];
      const schema = this.object(member(value, 'schema'))?.value ?? (this.isSwagger ? value : {});
      return [
        {
          name,
          in: place,
          isRequired: member(value, 'required') === true,
          schema,
          description: textAt(value, 'description') ?? textAt(schema, 'description') ?? '',
          value,
        },
      ];
    });
    return [...new Map(all.map((each) => [`${each.in} ${each.name}`, each])).values()];
  }

  /** The schema of the JSON that an operation answers with; undefined where it answers with none. */
  answer(
    operation: JsonObject,
  ): { readonly schema: JsonValue; readonly headers: JsonObject; readonly format: string; readonly response: JsonObject } | undefined {
    const responses = objectAt(operation, 'responses') ?? {};
    const code = ['200', '206', '2XX', '201', 'default'].find(
      (each) => Object.hasOwn(responses, each) && (each !== 'default' || !Object.keys(responses).some((key) => /^2/.test(key))),
    );
    const response = code === undefined ? undefined : this.object(responses[code])?.value;
    if (response === undefined) return undefined;
    const headers = objectAt(response, 'headers') ?? {};
    if (this.isSwagger) {
      const schema = member(response, 'schema');
      return schema === undefined ? undefined : { schema, headers, format: 'json', response };
    }
    const content = objectAt(response, 'content') ?? {};
    const types = Object.keys(content);
    const type =
      types.find((each) => /^application\/json\b/.test(each)) ??
      types.find((each) => /[+/]json\b/.test(each) && !/stream|event/.test(each)) ??
      types.find((each) => each === '*/*');
    const lines = types.find((each) => /jsonl|ndjson|json-seq/.test(each));
    const media = type ?? lines;
    if (media === undefined) return undefined;
    const said = this.object(content[media])?.value;
    const items = member(said, 'itemSchema');
    const schema = member(said, 'schema') ?? (items === undefined ? undefined : { type: 'array', items });
    return schema === undefined ? undefined : { schema, headers, format: type === undefined ? 'jsonl' : 'json', response };
  }

  /** The schema of the JSON body that an operation takes. */
  body(operation: Operation): JsonObject | undefined {
    if (this.isSwagger) return this.object(operation.parameters.find((each) => each.in === 'body')?.value['schema'])?.value;
    const body = this.object(member(operation.value, 'requestBody'))?.value;
    const content = objectAt(body, 'content') ?? {};
    const type = Object.keys(content).find((each) => /json/.test(each));
    return type === undefined ? undefined : this.object(member(this.object(content[type])?.value, 'schema'))?.value;
  }
}

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly pointer: Pointer;
  readonly value: JsonObject;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly isRequired: boolean;
  readonly schema: JsonObject;
  readonly description: string;
  readonly value: JsonObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'query'];

function methodsOf(item: JsonObject): readonly (readonly [string, JsonValue])[] {
  return METHODS.flatMap((method) => (Object.hasOwn(item, method) ? [[method, item[method] ?? null] as const] : []));
}

function listOf(value: JsonObject, key: string): readonly JsonValue[] {
  const found = member(value, key);
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
}

/** What stands at a JSON pointer. */
function at(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? (value as readonly JsonValue[])[Number(key)] : member(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
