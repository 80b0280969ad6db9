import { type Code, code, identifier, join, jsdoc, docWords, literal, member, nothing, property, template } from '../../code.js';
import type { AuthModel } from '../../auth/index.js';
import type { AuthNames, CallbackOption, CredentialOption } from '../../auth/contract.js';
import { everyAuth, optionsOfAuth, schemeOf } from '../../model/auth.js';
import { environmentName } from '../../model/config.js';
import type { ConfigOption } from '../../model/connector-model.js';
import { nameOf } from '../../names.js';
import { optionOf, type TemplatePart } from '../../placeholder.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { UrlTemplate } from '../../url-template.js';
import { configType, isText } from './config.js';
import type { EmitContext } from '../context.js';
import { emitFilledUrl, optionIn } from './filled-url.js';
import { sourceFile } from '../source-file.js';
import { errorClass } from '../symbols.js';
import { CHECK_CREDENTIAL, CHECK_PEM, CHECK_TEXT } from './credential-checks.js';
import { OUTGOING, READ_POSITION, SECRETS } from '../../auth/emitted.js';

/** `src/internal/auth.ts`: the credentials, and what signs requests with them. Nothing where requests are not signed. */
export function emitAuth(context: EmitContext): readonly VirtualFile[] {
  const schemes = context.model.auth.map((model) => describe(context, model));
  if (schemes.length === 0) return [];
  const own = context.model.ownAuth.map(({ resource, scheme }): OwnScheme => ({
    ...describe(context, scheme, resource.pascal),
    resource: resource.camel,
  }));
  return [sourceFile(context.header, 'src/internal/auth.ts', emitModule(context, schemes, own))];
}

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

interface EmittedScheme {
  readonly title: string;
  readonly options: readonly (CredentialOption & { readonly camel: Code })[];
  readonly callbacks: readonly (CallbackOption & { readonly camel: Code })[];
  /** Whether options of the caller stand in its token requests. */
  readonly usesOptions: boolean;
  /** The statement that declares its URL, where options stand in that. */
  readonly tokenUrl: Code;
  readonly emission: ReturnType<ReturnType<typeof schemeOf>['emit']>;
}

interface OwnScheme extends EmittedScheme {
  /** The camel name of its resource. */
  readonly resource: string;
}

function describe(context: EmitContext, model: AuthModel, owner?: string): EmittedScheme {
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

/** The credentials; the interface; who signs with them; the helpers. */
function emitModule(context: EmitContext, schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  const every = [...schemes, ...own];
  return code`
    ${schemes.length === 1 ? oneCredentials(context, schemes, own) : choiceOfCredentials(context, schemes, own)}

    ${authOptions(context, every, everyAuth(context.model))}
    ${authInterface(every, own)}

    ${own.length === 0 ? nothing : composite(every, own)}

    ${schemes.length === 1 ? oneFactory(schemes, own) : choiceOfFactories(schemes, own)}

    ${own.map(
      (scheme) => code`${factory(scheme, identifier(`create${scheme.title}Auth`), code`${identifier(`${scheme.title}Credentials`)}`, false)}
    `,
    )}
    ${tail(every)}
  `;
}

/** What signs as the client does, where single endpoints do not. */
function clientNames(own: readonly OwnScheme[]): { readonly create: Code; readonly credentials: Code } {
  return own.length === 0
    ? { create: code`createAuth`, credentials: code`Credentials` }
    : { create: code`createClientAuth`, credentials: code`ClientCredentials` };
}

function ownCredentials(context: EmitContext, own: readonly OwnScheme[]): Code {
  if (own.length === 0) return nothing;
  const names = own.map((scheme) => identifier(`${scheme.title}Credentials`));
  return code`

    ${own.map(
      (scheme, index) => code`
      ${jsdoc(docWords(scheme.emission.summary))}
      export interface ${names[index] ?? nothing} {
        ${credentialFields(context, scheme)}
      }
    `,
    )}

    /** What requests are signed with: those of the client, and those of single endpoints. */
    export type Credentials = ClientCredentials & ${join(names, ' & ')};
  `;
}

function oneCredentials(context: EmitContext, [scheme]: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  if (scheme === undefined) return nothing;
  return code`
    ${jsdoc('What requests are signed with.')}
    export interface ${clientNames(own).credentials} {
      ${credentialFields(context, scheme)}
    }
    ${ownCredentials(context, own)}
  `;
}

function oneFactory([scheme]: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  if (scheme === undefined) return nothing;
  const { create, credentials } = clientNames(own);
  return factory(scheme, create, credentials, own.length === 0);
}

function choiceOfCredentials(context: EmitContext, schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  const names = schemes.map((scheme) => code`${identifier(`${scheme.title}Credentials`)}`);
  const interfaces = schemes.map((scheme, index) => {
    const others = schemes
      .filter((other) => other !== scheme)
      .flatMap((other) => [...other.options, ...other.callbacks].map(({ camel }) => camel));
    return code`
      ${jsdoc(scheme.emission.summary)}
      export interface ${names[index] ?? nothing} {
        ${credentialFields(context, scheme)}
        ${others.map((camel) => code`readonly ${camel}?: never;`)}
      }
    `;
  });
  return code`
    ${join(interfaces, '\n\n')}

    /** What requests are signed with: the credentials of one of the schemes. */
    export type ${clientNames(own).credentials} = ${join(names, ' | ')};
    ${ownCredentials(context, own)}
  `;
}

function choiceOfFactories(schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  const { create, credentials } = clientNames(own);
  const picks = schemes.map((scheme, index) => {
    const call = code`return ${identifier(`create${scheme.title}Auth`)}(credentials, secrets);`;
    return index === schemes.length - 1 ? call : code`if (credentials.${scheme.options[0]?.camel ?? nothing} !== undefined) ${call}`;
  });
  return code`
    /** Signs requests the way the given credentials are for. */
    ${own.length === 0 ? code`export ` : nothing}function ${create}(credentials: ${credentials}${andOptions(schemes)}, secrets: ${SECRETS}): Auth {
      ${picks}
    }

    ${join(
      schemes.map((scheme) => factory(scheme, identifier(`create${scheme.title}Auth`), identifier(`${scheme.title}Credentials`), false)),
      '\n\n',
    )}
  `;
}

function andOptions(schemes: readonly EmittedScheme[]): Code {
  return schemes.some(({ usesOptions }) => usesOptions) ? code` & AuthOptions` : nothing;
}

/** The options of the caller that token requests take. */
function authOptions({ model: { config } }: EmitContext, schemes: readonly EmittedScheme[], auth: readonly AuthModel[]): Code {
  if (!schemes.some(({ usesOptions }) => usesOptions)) return nothing;
  const used = optionsOfAuth(auth);
  const members = config
    .filter(({ name }) => used.has(name.raw))
    .map(
      (option) =>
        code`readonly ${property(option.name.camel)}${option.optional && option.default === null ? code`?` : nothing}: ${configType(option)};`,
    );
  return code`

    /** The options of a client that stand in token requests. */
    export interface AuthOptions {
      ${members}
    }

  `;
}

/** Signs each request as its endpoint wants it. */
function composite(every: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  const tokens = every.some((scheme) => scheme.emission.fetchesTokens) ? code`, exchange, place, refused` : nothing;
  return code`
    /** Signs each request as its endpoint wants it. */
    export function createAuth(credentials: Credentials${andOptions(every)}, secrets: ${SECRETS}): Auth {
      const client = createClientAuth(credentials, secrets);
      const own = { ${join(
        own.map((scheme) => code`${property(scheme.resource)}: ${identifier(`create${scheme.title}Auth`)}(credentials, secrets)`),
        ', ',
      )} };
      return {
        sign(url, headers${tokens}, by) {
          return (by === undefined || by === 'none' ? client : own[by]).sign(url, headers${tokens});
        },
      };
    }
  `;
}

function credentialFields(context: EmitContext, scheme: EmittedScheme): readonly Code[] {
  const fields = scheme.options.map((option) => {
    const env = option.env ?? environmentName(context.model.name, option.name);
    return code`
      ${jsdoc(docWords(`${option.description} By convention kept in the environment as \`${env}\`.`))}
      readonly ${option.camel}: string;
    `;
  });
  const callbacks = scheme.callbacks.map(
    ({ description, camel, type }) => code`
      ${jsdoc(docWords(description))}
      readonly ${camel}: ${type};
    `,
  );
  return [...fields, ...callbacks];
}

function authInterface(schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  const some = schemes.some((scheme) => scheme.emission.fetchesTokens);
  const every = schemes.every((scheme) => scheme.emission.fetchesTokens);
  const by = own.length === 0 ? nothing : code`, by?: ${join([...own.map(({ resource }) => literal(resource)), literal('none')], ' | ')}`;
  const exchange = code`

    /** Sends a request for a token, and returns the parsed answer. */
    export type Exchange = (request: ${OUTGOING}, place: ${READ_POSITION}) => Promise<unknown>;
  `;
  const token = every
    ? code`It returns the token it used, never the \`refused\` one.`
    : code`It returns the token it used, if any, never the \`refused\` one.`;
  return code`
    /** Signs requests. */
    export interface Auth {
      /** Adds the credential to a request that goes to the API's own origin.${some ? code` ${token}` : nothing} */
      sign(url: URL, headers: Record<string, string>${some ? code`, exchange: Exchange, place: ${READ_POSITION}, refused?: string` : nothing}${schemes.some(({ emission }) => emission.signsWhole === true) ? code`, request: ${OUTGOING}` : nothing}${by}): ${schemes.some(({ emission }) => emission.signsWhole === true) ? code`Promise<void>` : every ? code`Promise<string>` : some ? code`void | Promise<string>` : code`void`};
    }
    ${some ? exchange : nothing}
  `;
}

function factory(
  { options, callbacks, emission, usesOptions, tokenUrl }: EmittedScheme,
  name: Code,
  type: Code,
  isExported: boolean,
): Code {
  const all = [...options, ...callbacks].map(({ camel }) => camel);
  const credentials = code`{ ${join(all, ', ')} }`;
  const kept = all.filter(({ text }) => text !== emission.changes);
  const changed = all.filter(({ text }) => text === emission.changes);
  const head = usesOptions
    ? code`(options: ${type} & AuthOptions, secrets: ${SECRETS}): Auth {
      const { ${join(kept, ', ')} } = options;
      ${changed.map((camel) => code`let { ${camel} } = options;`)}`
    : code`(${credentials}: ${type}, secrets: ${SECRETS}): Auth {`;
  return code`
    ${jsdoc(docWords(emission.summary))}
    ${isExported ? code`export ` : nothing}function ${name}${head}
      ${options.map(({ camel, allows }) => code`${CHECKS[allows]}(${literal(camel.text)}, ${camel});`)}
      ${callbacks.map(({ camel }) => code`if (typeof ${camel} !== 'function') throw new TypeError(${literal(`${camel.text}: expected a function`)});`)}
      ${tokenUrl}
      ${emission.setup}
      return {
        ${emission.members}
      };
    }
  `;
}

const CHECKS = { token: code`checkCredential`, text: code`checkText`, pem: code`checkPrivateKey` } as const;

function tail(schemes: readonly EmittedScheme[]): Code {
  const helpers = new Map(schemes.flatMap((scheme) => scheme.emission.helpers.map((helper) => [helper.text, helper] as const)));
  const allows = schemes.flatMap((scheme) => scheme.options.map((option) => option.allows));
  return join(
    [
      ...helpers.values(),
      ...(allows.includes('token') ? [CHECK_CREDENTIAL] : []),
      ...(allows.includes('text') ? [CHECK_TEXT] : []),
      ...(allows.includes('pem') ? [CHECK_PEM] : []),
    ],
    '\n\n',
  );
}
