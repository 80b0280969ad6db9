import { block, entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { isObject, member, objectAt, textAt } from '../values.js';
import type { JsonValue } from '../../shape.js';
import type { Context } from './context.js';
import { markOf, secretVariable, textParts } from './marks.js';

/** How requests are signed: without the secrets themselves, which have names here. */
export function authDraft(value: JsonValue | undefined, context: Context): { readonly auth?: DraftMap; readonly custom?: string } {
  if (value === undefined || value === null) return {};
  const mark = markOf(value);
  if (mark?.kind === 'code') return { auth: hookAuth(), custom: mark.source };
  if (typeof value === 'string') return authDraft({ type: value }, context);
  if (!isObject(value)) return {};
  const type = textAt(value, 'type') ?? 'bearer';
  switch (type) {
    case 'bearer':
      return { auth: mapping(entry('type', 'bearer'), secret('token', member(value, 'token'), context)) };
    case 'api_key':
      return {
        auth: mapping(
          entry('type', 'api_key'),
          entry('name', textAt(value, 'name') ?? 'Authorization'),
          entry('location', locationOf(textAt(value, 'location'))),
          secret('api_key', member(value, 'api_key'), context),
        ),
      };
    case 'http_basic':
      return {
        auth: mapping(
          entry('type', 'http_basic'),
          secret('username', member(value, 'username'), context),
          secret('password', member(value, 'password'), context),
        ),
      };
    case 'oauth2_client_credentials':
      return { auth: oauthDraft(value, context) };
    default:
      return { auth: hookAuth(), custom: `auth: ${type}` };
  }
}

function hookAuth(): DraftMap {
  return mapping(entry('type', 'hook'), entry('credentials', ['token']));
}

function oauthDraft(value: JsonValue, context: Context): DraftMap {
  const { grant_type: _grant, ...data } = objectAt(value, 'access_token_request_data') ?? {};
  const expiration = member(value, 'default_token_expiration');
  return block(
    entry('type', 'oauth2_client_credentials'),
    entry('access_token_url', urlOf(member(value, 'access_token_url'), context)),
    Object.keys(data).length > 0 && entry('access_token_request_data', fromJson(data)),
    typeof expiration === 'number' && entry('default_token_expiration', expiration),
    secret('client_id', member(value, 'client_id'), context),
    secret('client_secret', member(value, 'client_secret'), context),
  );
}

function urlOf(value: JsonValue | undefined, context: Context): string {
  return textParts(typeof value === 'string' ? value : '')
    .map((part) => (typeof part === 'string' ? part : part.kind === 'config' ? context.option(part.name) : ''))
    .join('');
}

/** The variable of a secret, where it has a name of its own. A secret that stands in the source is not written. */
function secret(key: string, value: JsonValue | undefined, { connector }: Context): DraftEntry | undefined {
  const mark = markOf(value);
  if (mark === undefined || mark.kind === 'code' || mark.name === key || mark.name === `${connector}_${key}`) return undefined;
  return entry(key, secretVariable(connector, mark.name));
}

function locationOf(said: string | undefined): string {
  if (said === 'param' || said === 'query') return 'query';
  return said === 'cookie' ? 'cookie' : 'header';
}

/**
 * Headers of a client or an endpoint: what signs becomes a scheme where there is none, other secrets are `${NAME}`.
 */
export function headersDraft(
  value: JsonValue | undefined,
  context: Context,
  hasAuth: boolean,
): { readonly headers?: DraftMap; readonly auth?: DraftMap } {
  if (!isObject(value)) return {};
  const headers: DraftEntry[] = [];
  let auth: DraftMap | undefined;
  for (const [name, raw] of Object.entries(value)) {
    if (raw === null) continue;
    const whole = markOf(raw);
    const parts = whole === undefined ? textParts(typeof raw === 'string' ? raw : String(raw)) : [whole];
    const hidden = parts.find((part) => typeof part !== 'string' && part.kind === 'secret');
    if (hidden !== undefined && !hasAuth && auth === undefined) {
      auth = signing(name, parts, context);
      continue;
    }
    const text = parts
      .map((part) =>
        typeof part === 'string'
          ? part
          : part.kind === 'secret'
            ? secretVariable(context.connector, part.name)
            : part.kind === 'config'
              ? context.option(part.name)
              : '',
      )
      .join('');
    headers.push(
      parts.some((part) => typeof part !== 'string' && part.kind === 'code')
        ? entry(name, text, 'LOOK: made by code at the source')
        : entry(name, text),
    );
  }
  return { ...(headers.length === 0 ? {} : { headers: mapping(...headers) }), ...(auth === undefined ? {} : { auth }) };
}

function signing(name: string, parts: ReturnType<typeof textParts>, context: Context): DraftMap {
  const [first, second] = parts;
  if (/^authorization$/i.test(name) && typeof first === 'string' && /^bearer\s+$/i.test(first) && parts.length === 2)
    return mapping(
      entry('type', 'bearer'),
      typeof second === 'object' && second.name !== 'token' && entry('token', secretVariable(context.connector, second.name)),
    );
  const template = parts.map((part) => (typeof part === 'string' ? part : '{api_key}')).join('');
  const mark = parts.find((part) => typeof part !== 'string');
  return mapping(
    entry('type', 'api_key'),
    entry('name', name),
    entry('location', 'header'),
    template !== '{api_key}' && entry('value', template),
    typeof mark === 'object' && mark.name !== 'api_key' && entry('api_key', secretVariable(context.connector, mark.name)),
  );
}
