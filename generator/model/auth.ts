import { authSchemes } from '../auth/index.js';
import type { AuthScheme } from '../auth/contract.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { Reading } from '../shape.js';
import type { AuthSpec, SpecDocument } from '../spec/document.js';

/** The credential options of a spec, with the place of their scheme. */
export function schemesInDocument(document: SpecDocument, reading: Reading): readonly { readonly name: string; readonly span: Span }[] {
  return authSpecsOf(document).flatMap((spec) => {
    const scheme = schemeOf(spec.type);
    return scheme.options(scheme.build(spec)).map((option) => ({ name: option.name, span: reading.spanOf(spec) }));
  });
}

/** What `client.auth` lists: none, one, or a choice. */
export function authSpecsOf(document: SpecDocument): readonly AuthSpec[] {
  const said = document.client.auth ?? [];
  return isList(said) ? said : [said];
}

/** The registry's scheme of a type, with its own types forgotten: the type word has told them apart. */
export function schemeOf(type: string): AuthScheme<{ readonly type: string }, { readonly type: string }> {
  const scheme = authSchemes.find((each) => each.type === type);
  if (scheme === undefined) throw new Error(`no auth scheme ${type}`);
  return scheme as AuthScheme<{ readonly type: string }, { readonly type: string }>;
}

function isList(said: AuthSpec | readonly AuthSpec[]): said is readonly AuthSpec[] {
  return Array.isArray(said);
}
