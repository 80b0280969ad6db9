import { type Code, code, identifier, join, literal, member, nothing, template } from '../../code.js';
import type { AuthModel } from '../../auth/index.js';
import type { AuthNames, CallbackOption, CredentialOption } from '../../auth/contract.js';
import { everyAuth, optionsOfAuth, schemeOf } from '../../model/auth.js';
import type { ConfigOption } from '../../model/connector-model.js';
import { nameOf } from '../../names.js';
import { optionOf, type TemplatePart } from '../../placeholder.js';
import type { UrlTemplate } from '../../url-template.js';
import { isText } from './config.js';
import type { EmitContext } from '../context.js';
import { emitFilledUrl, optionIn } from './filled-url.js';
import { errorClass } from '../symbols.js';

/** What the schemes of a spec bring to `src/internal/auth.ts`. */

/** Whether some scheme of a connector fetches tokens. */
export function fetchesTokens(context: EmitContext): boolean {
  return everyAuth(context.model).some((model) => describe(context, model).emission.fetchesTokens);
}

/** Whether requests are signed by what they ask for. */
export function signsWhole(context: EmitContext): boolean {
  return everyAuth(context.model).some((model) => describe(context, model).emission.signsWhole === true);
}

/** Whether all of them do, so that every request carries one. */
export function everyFetchesTokens(context: EmitContext): boolean {
  return everyAuth(context.model).every((model) => describe(context, model).emission.fetchesTokens);
}

export interface EmittedScheme {
  readonly title: string;
  readonly options: readonly (CredentialOption & { readonly camel: Code })[];
  readonly callbacks: readonly (CallbackOption & { readonly camel: Code })[];
  /** Whether options of the caller stand in its token requests. */
  readonly usesOptions: boolean;
  /** The statement that declares its URL, where options stand in that. */
  readonly tokenUrl: Code;
  readonly emission: ReturnType<ReturnType<typeof schemeOf>['emit']>;
}

export interface OwnScheme extends EmittedScheme {
  /** The camel name of its resource. */
  readonly resource: string;
}

export function describe(context: EmitContext, model: AuthModel, owner?: string): EmittedScheme {
  const scheme = schemeOf(model.type);
  const used = optionsOfAuth([model]);
  const url = urlsOf(model).find((parts) => parts.some((part) => typeof part !== 'string'));
  const inTexts = optionsOfAuth([{ ...model, tokenUrl: [], url: [] }]).size > 0;
  const passed = [
    ...(inTexts ? [['options', code`AuthOptions`] as const] : []),
    ...(url === undefined ? [] : [['tokenUrl', code`URL`] as const]),
  ];
  return {
    title: owner ?? scheme.title(model),
    options: scheme.options(model).map((option) => ({ ...option, camel: identifier(nameOf(option.name).camel) })),
    callbacks: scheme.callbacks(model).map((callback) => ({ ...callback, camel: identifier(nameOf(callback.name).camel) })),
    usesOptions: used.size > 0,
    tokenUrl: url === undefined ? nothing : emitTokenUrl(url, 'tokenUrl' in model ? 'access_token_url' : 'login_url', context.model.config),
    emission: scheme.emit(model, {
      authError: errorClass(context, 'AuthError'),
      fetchToken: everyAuth(context.model).length === 1 ? code`fetchToken` : identifier(`fetch${owner ?? scheme.title(model)}Token`),
      optionsParameter: code`${passed.map(([name, type]) => code`, ${identifier(name)}: ${type}`)}`,
      optionsArgument: code`${passed.map(([name]) => code`, ${identifier(name)}`)}`,
      ...optionTexts(context.model.config),
    }),
  };
}

/** The URLs that a scheme asks for tokens at. */
function urlsOf(model: AuthModel): readonly UrlTemplate[] {
  return 'tokenUrl' in model ? [model.tokenUrl] : 'url' in model ? [model.url] : [];
}

/** Declares where tokens are asked for: options make no such URL, or none that a credential may go to, before there is a request. */
function emitTokenUrl(url: UrlTemplate, key: string, config: readonly ConfigOption[]): Code {
  return code`const tokenUrl = new URL(${emitFilledUrl(url, key, config, optionIn(code`options`))});`;
}

/** How texts with options of the caller are written, where they are in scope as `options`. */
function optionTexts(config: readonly ConfigOption[]): Pick<AuthNames, 'text' | 'url' | 'whereGiven'> {
  const named = (part: TemplatePart): ConfigOption | undefined => config.find(({ name }) => name.raw === optionOf(part));
  const value = ({ name }: ConfigOption): Code => member(code`options`, name.camel);
  const valueOf = (part: TemplatePart): string | Code => {
    const option = named(part);
    return typeof part === 'string' ? part : option === undefined ? part.source : value(option);
  };
  return {
    text(parts) {
      const [only, ...more] = parts;
      const alone = only === undefined || more.length > 0 ? undefined : named(only);
      if (alone === undefined) return template(parts.map(valueOf));
      return isText(alone) ? value(alone) : code`String(${value(alone)})`;
    },
    url: (parts) => (parts.every((part) => typeof part === 'string') ? code`new URL(${literal(parts.join(''))})` : code`tokenUrl`),
    whereGiven(parts, statement) {
      const missing = parts.flatMap((part) => named(part) ?? []).filter((option) => option.optional && option.default === null);
      if (missing.length === 0) return statement;
      return code`if (${join(
        missing.map((option) => code`${value(option)} !== undefined`),
        ' && ',
      )}) ${statement}`;
    },
  };
}
