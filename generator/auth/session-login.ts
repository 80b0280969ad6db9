import { code, identifier, join, literal, nothing, property, template, type Code } from '../code.js';
import { nameOf } from '../names.js';
import type { JsonValue } from '../shape.js';

/** The login request of a session: `{username}` in a text stands for what the caller passes. */
export interface LoginRequest {
  readonly credentials: readonly string[];
  /** By lower-case name. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly json: JsonValue | null;
  readonly data: readonly (readonly [name: string, value: string])[] | null;
}

/** All but what names a user. */
export function isSecret(option: string): boolean {
  return !/^(user|user_?name|email|login|account|tenant|domain)$/i.test(option);
}

type Part = string | { readonly option: string };

/** A text with the options it names: `{username}`. */
export function partsOf(value: string, options: readonly string[]): readonly Part[] {
  return value
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const option = options.find((each) => part === `{${each}}`);
      return option === undefined ? part : { option };
    });
}

function emitText(value: string, options: readonly string[]): Code {
  const [only, ...more] = partsOf(value, options);
  if (only !== undefined && typeof only !== 'string' && more.length === 0) return identifier(nameOf(only.option).camel);
  return template(partsOf(value, options).map((part) => (typeof part === 'string' ? part : identifier(nameOf(part.option).camel))));
}

function emitJson(value: JsonValue, options: readonly string[]): Code {
  if (typeof value === 'string') return emitText(value, options);
  if (typeof value !== 'object' || value === null) return literal(value);
  if (isList(value))
    return code`[${join(
      value.map((each) => emitJson(each, options)),
      ', ',
    )}]`;
  return code`{ ${join(
    Object.entries(value).map(([key, each]) => code`${property(key)}: ${emitJson(each, options)}`),
    ', ',
  )} }`;
}

export function emitHeaders(model: LoginRequest): Code {
  const own = model.headers.map(([name, value]) => code`${property(name)}: ${emitText(value, model.credentials)}`);
  const type = model.json === null ? [] : [code`'content-type': 'application/json'`];
  const accepts = model.headers.some(([name]) => name === 'accept') ? [] : [code`accept: 'application/json'`];
  return join([...accepts, ...type, ...own], ', ');
}

export function emitBody(model: LoginRequest): Code {
  if (model.json !== null) return code`body: JSON.stringify(${emitJson(model.json, model.credentials)})`;
  if (model.data === null) return nothing;
  const fields = model.data.map(([name, value]) => code`[${literal(name)}, ${emitText(value, model.credentials)}]`);
  return code`body: new URLSearchParams([${join(fields, ', ')}])`;
}

export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
