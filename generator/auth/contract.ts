import type { Code } from '../code.js';
import type { Mutant } from '../fixtures/mutant.js';
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
  /** Members of the emitted `Auth` object, `secrets` and `sign` among them. */
  readonly members: Code;
  /** Statements before that object; the credential options are in scope by their camel names. */
  readonly setup: Code;
  /** Functions and constants of the module that `members` use. */
  readonly helpers: Code;
  /** Whether `sign` fetches tokens, which a 401 can prove stale. */
  readonly fetchesTokens: boolean;
}

export interface AuthReplay {
  /** Statements that sign a recorded request; `url` (a URL), `headers` (an object) and `credentials` (the client options) are in scope. */
  readonly sign: Code;
  /** Where tokens are fetched: requests to there are no part of a recording, and are answered with `{ access_token: 'test-token' }`. */
  readonly tokenUrl: string | undefined;
  /** Which credential options are secrets: they must not stand in an error. */
  readonly secrets: readonly string[];
}
