import type { Code } from '../code.js';
import type { Mutant } from '../mutant.js';
import { nameOf } from '../names.js';
import type { Shape } from '../shape.js';

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
}

export interface AuthNames {
  /** `AnalyticsAuthError` */
  readonly authError: Code;
  readonly placeType: Code;
}

export interface AuthEmission {
  /** One sentence: how requests are signed. */
  readonly summary: string;
  /** Members of the emitted `Auth` object, `secrets` and `sign` among them, and `forget` where it fetches tokens. */
  readonly members: Code;
  /** Statements before that object; the credential options are in scope by their camel names. */
  readonly setup: Code;
  /** Functions and constants of the module that `members` use. */
  readonly helpers: Code;
  /** Whether `sign` fetches tokens, which a 401 can prove stale. */
  readonly fetchesTokens: boolean;
}

export interface AuthReplay {
  /** What a signed request has that a recorded one has not, with the credentials of `testCredential`: query parameters, and headers by lower-case name. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a scheme that fetches tokens: they are no part of a recording, and the tests answer with `{ access_token: 'test-token' }`. */
  readonly token: TokenReplay | undefined;
  /** Which credential options are secrets: they must not stand in an error. */
  readonly secrets: readonly string[];
}

/** How a token is to be asked for. */
export interface TokenReplay {
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Seconds that a token lives when the reply does not say. */
  readonly defaultExpirySeconds: number;
}

/** What the tests of a package pass for a credential option. */
export function testCredential(option: string): string {
  return `test-${nameOf(option).kebab}`;
}
