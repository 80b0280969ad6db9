import { code, identifier, join, literal, nothing, property, template, type Code } from '../code.js';
import { nameOf } from '../names.js';
import { templateOf, type Template } from '../placeholder.js';
import type { JsonValue } from '../shape.js';
import type { UrlTemplate } from '../url-template.js';
import type { AuthNames } from './contract.js';
import { FORM } from './oauth2.js';

/** The login request of a session: `{username}` in a text stands for what the caller passes. */
export interface LoginRequest {
  readonly credentials: readonly string[];
  readonly params: readonly (readonly [name: string, value: string])[];
  /** By lower-case name. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly json: JsonValue | null;
  readonly data: readonly (readonly [name: string, value: string])[] | null;
}

/** All but what names a user. */
export function isSecret(option: string): boolean {
  return !/^(user|user_?name|email|login|account|tenant|domain)$/i.test(option);
}

/** A text with the credentials in it: `valueOf` gives that of `{username}`, and `text` what the other placeholders are. */
export function withCredentials<Part>(
  template: Template,
  options: readonly string[],
  valueOf: (option: string) => Part,
  text: (part: Template[number]) => Part,
): readonly Part[] {
  return template.map((part) => {
    const option = typeof part !== 'string' && part.path.length === 0 && options.includes(part.root) ? part.root : undefined;
    return option === undefined ? text(part) : valueOf(option);
  });
}

function emitText(value: string, options: readonly string[], names: AuthNames): Code {
  const parts = withCredentials<string | Code>(
    templateOf(value),
    options,
    (option) => identifier(nameOf(option).camel),
    (part) => (typeof part === 'string' ? part : names.text([part])),
  );
  const [only, ...more] = parts;
  return only !== undefined && typeof only !== 'string' && more.length === 0 ? only : template(parts);
}

function emitJson(value: JsonValue, options: readonly string[], names: AuthNames): Code {
  if (typeof value === 'string') return emitText(value, options, names);
  if (typeof value !== 'object' || value === null) return literal(value);
  if (isList(value))
    return code`[${join(
      value.map((each) => emitJson(each, options, names)),
      ', ',
    )}]`;
  return code`{ ${join(
    Object.entries(value).map(([key, each]) => code`${property(key)}: ${emitJson(each, options, names)}`),
    ', ',
  )} }`;
}

/** Statements that declare `url`, where the login has query parameters. */
export function emitParams(model: LoginRequest & { readonly url: UrlTemplate }, names: AuthNames): Code {
  if (model.params.length === 0) return nothing;
  return code`
    const url = new URL(${names.url(model.url)});
    ${model.params.map(([name, value]) => code`url.searchParams.append(${literal(name)}, ${emitText(value, model.credentials, names)});`)}
  `;
}

export function emitHeaders(model: LoginRequest, names: AuthNames): Code {
  const own = model.headers.map(([name, value]) => code`${property(name)}: ${emitText(value, model.credentials, names)}`);
  const sent = model.json !== null ? 'application/json' : model.data !== null ? FORM : undefined;
  const type = sent === undefined ? [] : [code`'content-type': ${literal(sent)}`];
  const accepts = model.headers.some(([name]) => name === 'accept') ? [] : [code`accept: 'application/json'`];
  return join([...accepts, ...type, ...own], ', ');
}

export function emitBody(model: LoginRequest, names: AuthNames): Code {
  if (model.json !== null) return code`body: JSON.stringify(${emitJson(model.json, model.credentials, names)})`;
  if (model.data === null) return nothing;
  const fields = model.data.map(([name, value]) => code`[${literal(name)}, ${emitText(value, model.credentials, names)}]`);
  return code`body: new URLSearchParams([${join(fields, ', ')}]).toString()`;
}

export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
