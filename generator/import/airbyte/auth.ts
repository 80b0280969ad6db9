import { entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { HookStub } from '../contract.js';
import { CannotSay, cannot } from '../refuse.js';
import { isObject, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { parametersOf } from './expand.js';
import type { Scope } from './scope.js';
import { secretText } from './secret-text.js';
import { oauth, session } from './token-auth.js';

/** How the requests of a stream are signed. */
export interface AuthDraft {
  /** One scheme, or several of which the caller has one; none: requests are not signed. */
  readonly schemes: readonly DraftMap[];
  readonly notes: readonly string[];
  readonly hooks: readonly HookStub[];
}

const NONE: AuthDraft = { schemes: [], notes: [], hooks: [] };

/** How requests are signed; what no scheme says is a function to write. */
export function authDraft(value: JsonObject | undefined, scope: Scope): AuthDraft {
  try {
    return schemeOf(value, scope);
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return byHook(error.message);
  }
}

function byHook(quoted: string): AuthDraft {
  return {
    schemes: [mapping(entry('type', 'hook'), entry('credentials', ['token']))],
    notes: [],
    hooks: [{ hook: 'authenticate', quoted }],
  };
}

function schemeOf(value: JsonObject | undefined, scope: Scope): AuthDraft {
  if (value === undefined) return NONE;
  const inner = scope.inside(parametersOf(value));
  const one = (scheme: DraftMap, ...notes: readonly string[]): AuthDraft => ({ schemes: [scheme], notes, hooks: [] });
  switch (textAt(value, 'type')) {
    case 'NoAuth':
      return NONE;
    case 'BearerAuthenticator': {
      const said = secretText(textAt(value, 'api_token') ?? '', inner);
      if (said.text === '{secret}') return one(mapping(entry('type', 'bearer')));
      return one(
        mapping(
          entry('type', 'api_key'),
          entry('name', 'Authorization'),
          entry('location', 'header'),
          entry('value', `Bearer ${said.text.replace('{secret}', '{api_key}')}`),
        ),
      );
    }
    case 'ApiKeyAuthenticator':
      return one(...apiKey(value, inner));
    case 'BasicHttpAuthenticator':
      return one(mapping(entry('type', 'http_basic')), ...basicNotes(value, inner));
    case 'OAuthAuthenticator':
      return one(...oauth(value, inner));
    case 'SessionTokenAuthenticator':
      return one(...session(value, inner));
    case 'SelectiveAuthenticator':
      return selective(value, inner);
    case 'CustomAuthenticator':
      return byCode(value, inner);
    default:
      return byHook(textAt(value, 'class_name') ?? textAt(value, 'type') ?? 'an authenticator');
  }
}

/** What is signed by code, out of what the manifest declares for it: schemes that it chooses among, or a token by OAuth. */
function byCode(value: JsonObject, scope: Scope): AuthDraft {
  const name = textAt(value, 'class_name') ?? 'an authenticator';
  const declared = Object.fromEntries(
    Object.entries(value).filter(([, each]) => isObject(each) && /Authenticator$/.test(textAt(each, 'type') ?? '')),
  );
  const draft =
    Object.keys(declared).length > 0
      ? selective({ authenticators: declared }, scope)
      : textAt(value, 'token_refresh_endpoint') === undefined
        ? byHook(name)
        : byOauth(value, scope, name);
  return draft.hooks.length > 0 ? byHook(name) : { ...draft, notes: [...draft.notes, `LOOK: at the source by code, out of this: ${name}`] };
}

function byOauth(value: JsonObject, scope: Scope, name: string): AuthDraft {
  try {
    const [scheme, ...notes] = oauth(value, scope);
    return { schemes: [scheme], notes, hooks: [] };
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return byHook(name);
  }
}

function apiKey(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
  const inject = objectAt(value, 'inject_into');
  const into = textAt(inject, 'inject_into') ?? 'header';
  const name = scope.say(textAt(value, 'header') ?? textsAt(inject, 'field_name')[0] ?? textsAt(inject, 'field_path').join('.'));
  const said = secretText(textAt(value, 'api_token') ?? '', scope);
  if (into !== 'header' && into !== 'request_parameter') return cannot(`an API key in the ${into}`);
  return [
    mapping(
      entry('type', 'api_key'),
      entry('name', name),
      entry('location', into === 'header' ? 'header' : 'query'),
      said.text !== '{secret}' && entry('value', said.text.replace('{secret}', '{api_key}')),
    ),
  ];
}

/** The user passes both; what the source adds to them, or has fixed, is told. */
function basicNotes(value: JsonObject, scope: Scope): readonly string[] {
  return ['username', 'password'].flatMap((key) => {
    const text = textAt(value, key) ?? '';
    const constant = scope.constant(text);
    if (constant === '' || text === '') return [`LOOK: the ${key} is empty`];
    if (constant !== undefined) return [`LOOK: the ${key} is always ${JSON.stringify(constant)}`];
    const said = secretText(text, scope);
    return said.text === '{secret}' ? [] : [`LOOK: the ${key} is ${said.text.replace('{secret}', `<${said.option}>`)}`];
  });
}

function selective(value: JsonObject, scope: Scope): AuthDraft {
  const choices = objectAt(value, 'authenticators') ?? {};
  const all = Object.entries(choices).flatMap(([name, each]) => (isObject(each) ? [{ name, draft: authDraft(each, scope) }] : []));
  const made = all.filter(({ draft }) => draft.hooks.length === 0).map(({ draft }) => draft);
  const others = all.filter(({ draft }) => draft.hooks.length > 0);
  if (made.length === 0) return byHook(others.map(({ name, draft }) => `${name}: ${draft.hooks[0]?.quoted ?? ''}`).join('; '));
  const seen = new Map<string, DraftMap>();
  for (const scheme of made.flatMap(({ schemes }) => schemes))
    seen.set(JSON.stringify(scheme.entries.filter(({ key }) => key !== 'note')), scheme);
  const schemes = [...seen.values()];
  // a choice of several keys needs a name for each
  const notes = others.map(({ name, draft }) => `LOOK: at the source also ${name}: ${draft.hooks[0]?.quoted ?? ''}`);
  return { schemes, notes: [...made.flatMap((each) => each.notes), ...notes], hooks: [] };
}

/** The notes of a scheme on the line of `auth`. */
export function authEntry({ schemes, notes }: AuthDraft): DraftEntry | undefined {
  const [only, ...more] = schemes;
  if (only === undefined) return undefined;
  const note = notes.length === 0 ? undefined : notes.join('; ');
  return more.length === 0 ? entry('auth', only, note) : entry('auth', schemes, note);
}
