import { authSchemes } from '../auth/index.js';
import type { AuthScheme } from '../auth/contract.js';
import type { AuthModel } from '../auth/index.js';
import type { ConfigOption, ConnectorModel } from './connector-model.js';
import { optionOf, templateOf, type Placeholder } from '../placeholder.js';
import { fillUrl, type UrlOption } from '../url-template.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { AuthSpec, SpecDocument } from '../spec/document.js';
import { Scope } from './scope.js';

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

/** Reports what the texts of the schemes name that is no option of the caller. */
export function checkAuthTexts(document: SpecDocument, config: readonly ConfigOption[], reading: Reading): void {
  const scope = new Scope(config, reading);
  const all = [...authSpecsOf(document), ...ownAuthSpecs(document).map((own) => own.spec)];
  const alone = all.find(({ type }) => type === 'hmac' || type === 'aws_sigv4');
  if (alone !== undefined && all.length > 1)
    reading.report(
      messages.pattern(
        reading.spanOf(alone),
        'spec/auth-alone',
        `${shorten(alone.type)} signs what is asked: it is the only scheme of its spec`,
        'Leave out the others, or sign by a hook.',
      ),
    );
  for (const spec of [...authSpecsOf(document), ...ownAuthSpecs(document).map((own) => own.spec)]) {
    const scheme = schemeOf(spec.type);
    for (const { text, span, own } of scheme.texts?.(spec, reading) ?? []) scope.template(text, span, own);
    const inUrl = [...optionsOfAuth([scheme.build(spec)])].flatMap(([option, as]) => (as === 'text' ? [] : [option]));
    reportLeftOut(inUrl, config, reading.spanOf(spec, 'access_token_url' in spec ? 'access_token_url' : 'login_url'), reading);
  }
}

/** Reports options that may be left out where a URL needs them. */
export function reportLeftOut(options: readonly string[], config: readonly ConfigOption[], span: Span, reading: Reading): void {
  for (const { name, optional, default: value } of config) {
    if (!options.includes(name.raw) || !optional || value !== null) continue;
    const message = `the option ${shorten(name.raw)} may be left out, and the URL needs it`;
    reading.report(messages.pattern(span, 'spec/config-default', message, 'Give it a default.'));
  }
}

/** The options of the caller that stand in token requests, by their names in the spec, and what they are there. */
export function optionsOfAuth(auth: readonly object[]): ReadonlyMap<string, UrlOption['as'] | 'text'> {
  const found = new Map<string, UrlOption['as'] | 'text'>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') templateOf(value).forEach((part) => typeof part !== 'string' && look(part));
    if (typeof value !== 'object' || value === null) return;
    if (isUrlOption(value)) found.set(value.option, value.as);
    else if (isPlaceholder(value)) {
      const option = optionOf(value);
      if (option !== undefined && !found.has(option)) found.set(option, 'text');
    } else Object.values(value).forEach(look);
  };
  auth.forEach(look);
  return found;
}

/** The scheme with these values in the place of options. */
export function filledAuth(auth: AuthModel, valueOf: (option: string) => string): AuthModel {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return templateOf(value)
        .map((part) => (typeof part === 'string' ? part : optionOf(part) === undefined ? part.source : valueOf(optionOf(part) ?? '')))
        .join('');
    if (typeof value !== 'object' || value === null) return value;
    if (isUrlOption(value)) return fillUrl([value], ({ option }) => valueOf(option));
    if (isPlaceholder(value)) return optionOf(value) === undefined ? value : valueOf(optionOf(value) ?? '');
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
  };
  return fill(auth) as AuthModel;
}

function isUrlOption(value: object): value is UrlOption {
  return 'option' in value && 'as' in value && typeof value.option === 'string' && typeof value.as === 'string';
}

function isPlaceholder(value: object): value is Placeholder {
  return 'root' in value && 'path' in value && 'source' in value;
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
