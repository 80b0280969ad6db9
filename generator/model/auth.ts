import { authSchemes } from '../auth/index.js';
import type { AuthScheme } from '../auth/contract.js';
import type { AuthModel } from '../auth/index.js';
import type { ConnectorModel } from './connector-model.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { Reading } from '../shape.js';
import type { AuthSpec, SpecDocument } from '../spec/document.js';

/** The credential options of a spec, with the place of their scheme. */
export function schemesInDocument(document: SpecDocument, reading: Reading): readonly { readonly name: string; readonly span: Span }[] {
  const optionsOf = (spec: AuthSpec): readonly { readonly name: string; readonly span: Span }[] => {
    const scheme = schemeOf(spec.type);
    const model = scheme.build(spec);
    return [...scheme.options(model), ...scheme.callbacks(model)].map(({ name }) => ({ name, span: reading.spanOf(spec) }));
  };
  const own = ownAuthSpecs(document).flatMap(({ spec }) => optionsOf(spec));
  const shared = authSpecsOf(document).flatMap(optionsOf);
  const first = new Map([...shared, ...own].reverse().map((option) => [option.name, option])); // one option may serve several endpoints
  return [...shared, ...[...first.values()].filter((option) => !shared.some(({ name }) => name === option.name))];
}

/** Schemes of single endpoints. */
export function ownAuthSpecs(document: SpecDocument): readonly { readonly resource: string; readonly spec: AuthSpec }[] {
  return document.resources.flatMap(({ name, endpoint }) =>
    endpoint?.auth === undefined || endpoint.auth === null ? [] : [{ resource: name, spec: endpoint.auth }],
  );
}

/** Every scheme of a connector: those of the client, and those of single endpoints. */
export function everyAuth(model: Pick<ConnectorModel, 'auth' | 'ownAuth'>): readonly AuthModel[] {
  return [...model.auth, ...model.ownAuth.map(({ scheme }) => scheme)];
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
