import type { Code } from '../code.js';
import type { Mutant } from '../mutant.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { nameOf } from '../names.js';
import type { Template } from '../placeholder.js';
import type { JsonValue, Reading, Shape } from '../shape.js';
import type { UrlTemplate } from '../url-template.js';
import type { Placement } from './placement.js';

/**
 * A way to sign requests: one file in this folder and one line in `index.ts`.
 *
 * @typeParam Spec what a spec says
 * @typeParam Model the same with every default filled in
 */
export interface AuthScheme<Spec extends { readonly type: string }, Model extends { readonly type: string }> {
  readonly type: Spec['type'];
  readonly shape: Shape<Spec>;
  build(spec: Spec): Model;
  /** What its credentials and functions are called in a choice of schemes: `ApiKey`. */
  title(model: Model): string;
  /** What the caller of a client passes. */
  options(model: Model): readonly CredentialOption[];
  /** Functions that the caller of a client passes beside them. */
  callbacks(model: Model): readonly CallbackOption[];
  /** What of a spec may have `{config.x}` in it; none where there is no such text. */
  texts?(spec: Spec, reading: Reading): readonly AuthText[];
  /** Query parameters it sets: no paginator and no `params` may set them too. */
  queryParams(model: Model): readonly string[];
  emit(model: Model, names: AuthNames): AuthEmission;
  /** How the package's own tests stand in for the API. */
  replay(model: Model): AuthReplay;
  /** A mapping for the reference, the goldens and the conformance run. */
  readonly example: Spec;
  /** Edits of the emitted source that the generated tests must notice. */
  readonly mutants: readonly Mutant[];
}

export interface CredentialOption {
  /** As the spec language spells it: `client_secret`. */
  readonly name: string;
  readonly description: string;
  /** The environment variable that the spec names in its place; by default `<CONNECTOR>_<OPTION>`. */
  readonly env: string | undefined;
  /** `token`: visible ASCII characters, at least one. `text`: whatever is no control character, or nothing. `pem`: a private key in PEM. */
  readonly allows: 'token' | 'text' | 'pem';
  /** What tests pass for it, where that cannot be any text. */
  readonly sample?: string;
}

export interface CallbackOption {
  /** `on_refresh_token` */
  readonly name: string;
  readonly description: string;
  readonly type: Code;
}

/** A text of a spec, and its place. */
export interface AuthText {
  readonly text: string;
  readonly span: Span;
  /** Words that stand in braces for credentials: `username`. */
  readonly own?: readonly string[];
}

export interface AuthNames {
  /** `AnalyticsAuthError` */
  readonly authError: Code;
  /** What its function that fetches a token is called. */
  readonly fetchToken: Code;
  /** What stands in its token requests that the caller says, `options` and `tokenUrl`: further parameters, and their arguments. Nothing where that is none. */
  readonly optionsParameter: Code;
  readonly optionsArgument: Code;
  /** A text as an expression, `options` in scope. */
  text(template: Template): Code;
  /** A URL as an expression of type URL. */
  url(template: UrlTemplate): Code;
  /** A statement that needs the options of a text: only where all of them are given. */
  whereGiven(template: Template, statement: Code): Code;
}

export interface AuthEmission {
  /** One sentence: how requests are signed. */
  readonly summary: string;
  /** The member `sign` of the emitted `Auth` object; where it fetches tokens, it returns the one it sent. */
  readonly members: Code;
  /** Statements before that object, which register what is secret with `secrets`; the credential options are in scope by their camel names. */
  readonly setup: Code;
  /** Functions, types and constants of the module that `members` use; the same text is emitted once. */
  readonly helpers: readonly Code[];
  /** Whether `sign` fetches tokens, which a 401 can prove stale. */
  readonly fetchesTokens: boolean;
  /** Whether `sign` needs the request, and is a promise: what is signed is what it asks for. Such a scheme is alone. */
  readonly signsWhole?: boolean;
  /** The credential that `setup` gives another value. */
  readonly changes?: string;
}

export interface AuthReplay {
  /** What a signed request has that a recorded one has not, with the credentials of `testCredential`: query parameters, and headers by lower-case name. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Names of those that are others in each request: `signed` stands for them. */
  readonly varying?: readonly string[];
  /** Of a scheme that fetches tokens: they are no part of a recording, and the tests answer with the token `test-token`. */
  readonly token: TokenReplay | undefined;
  /** Which credential options are secrets: they must not stand in an error. */
  readonly secrets: readonly string[];
}

/** How a token is to be asked for, and what the answer looks like. */
export interface TokenReplay {
  readonly url: string;
  /** Query parameters that credentials may stand in: what they are is no part of where tokens are asked for. */
  readonly secretParams?: readonly string[];
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Seconds that a token lives when the reply does not say; null: until it is refused. */
  readonly defaultExpirySeconds: number | null;
  readonly reply: TokenReply;
  /** How a token is sent. */
  readonly carrier: Placement;
  /** The assertion in that body, which is made anew each time: `test-assertion` stands for it there. */
  readonly assertion?: {
    readonly field: string;
    /** What it says, as far as the spec does. */
    readonly claims: Readonly<Record<string, string>>;
    readonly lifetimeSeconds: number;
    readonly algorithm: 'RS256' | 'ES256';
  };
  /** The body of the next token request, where a reply had a new refresh token: `second-refresh-token`. */
  readonly rotatedBody?: string;
}

/** Where an answer has a token, and how many seconds it lives. */
export interface TokenReply {
  readonly token: readonly string[];
  readonly seconds: readonly string[] | null;
}

/** The body of an answer with a token. */
export function replyWith({ token, seconds }: TokenReply, value: JsonValue, life: number | undefined, body: JsonValue = {}): JsonValue {
  const members: readonly (readonly [readonly string[], JsonValue])[] = [
    [token, value],
    ...(seconds === null || life === undefined ? [] : [[seconds, life] as const]),
  ];
  return members.reduce<JsonValue>((made, [path, member]) => withMember(made, path, member), body);
}

function withMember(body: JsonValue | undefined, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  const own = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const inner = own.find(([name]) => name === key)?.[1];
  return Object.fromEntries([...own.filter(([name]) => name !== key), [key, withMember(inner, rest, value)]]);
}

/** Whether a request to this URL asks for that token, whatever the credentials in it. */
export function asksFor({ url, secretParams = [] }: TokenReplay, asked: string): boolean {
  if (secretParams.length === 0) return url === asked;
  const [one, other] = [url, asked].map((each) => {
    const target = new URL(each);
    const names = [...target.searchParams.keys()].filter((name) => secretParams.includes(name));
    for (const name of secretParams) target.searchParams.delete(name);
    return `${target.href} ${names.join(' ')}`;
  });
  return one === other;
}

/** What the tests of a package pass for an option. */
export function sampleOf({ name, sample }: CredentialOption): string {
  return sample ?? testCredential(name);
}

/** The same of an option that may be any text. */
export function testCredential(option: string): string {
  return `test-${nameOf(option).kebab}`;
}
