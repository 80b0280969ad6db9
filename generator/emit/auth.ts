import { type Code, code, identifier, join, jsdoc, docWords, literal, nothing } from '../code.js';
import type { AuthModel } from '../auth/index.js';
import type { CallbackOption, CredentialOption } from '../auth/contract.js';
import { schemeOf } from '../model/auth.js';
import { environmentName } from '../model/config.js';
import { nameOf } from '../names.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { CHECK_CREDENTIAL, CHECK_TEXT, REDACT } from './redact.js';

/** `src/auth.ts`: the credentials, and what signs requests with them. Nothing where requests are not signed. */
export function emitAuth(context: EmitContext): readonly VirtualFile[] {
  const schemes = context.model.auth.map((model) => describe(context, model));
  if (schemes.length === 0) return [];
  return [{ path: 'src/auth.ts', text: `${(schemes.length === 1 ? oneScheme(context, schemes) : choice(context, schemes)).text}\n` }];
}

/** Whether some scheme of a connector fetches tokens. */
export function fetchesTokens(context: EmitContext): boolean {
  return context.model.auth.some((model) => describe(context, model).emission.fetchesTokens);
}

/** Whether all of them do, so that every request carries one. */
export function everyFetchesTokens(context: EmitContext): boolean {
  return context.model.auth.every((model) => describe(context, model).emission.fetchesTokens);
}

interface EmittedScheme {
  readonly title: string;
  readonly options: readonly (CredentialOption & { readonly camel: Code })[];
  readonly callbacks: readonly (CallbackOption & { readonly camel: Code })[];
  readonly emission: ReturnType<ReturnType<typeof schemeOf>['emit']>;
}

function describe(context: EmitContext, model: AuthModel): EmittedScheme {
  const scheme = schemeOf(model.type);
  return {
    title: scheme.title(model),
    options: scheme.options(model).map((option) => ({ ...option, camel: identifier(nameOf(option.name).camel) })),
    callbacks: scheme.callbacks(model).map((callback) => ({ ...callback, camel: identifier(nameOf(callback.name).camel) })),
    emission: scheme.emit(model, {
      authError: code`${context.prefix}AuthError`,
      fetchToken: context.model.auth.length === 1 ? code`fetchToken` : identifier(`fetch${scheme.title(model)}Token`),
    }),
  };
}

function oneScheme(context: EmitContext, schemes: readonly EmittedScheme[]): Code {
  const [scheme] = schemes;
  if (scheme === undefined) return nothing;
  return code`
    ${head(context, schemes)}

    ${jsdoc('What requests are signed with.')}
    export interface Credentials {
      ${credentialFields(context, scheme)}
    }

    ${authInterface(schemes)}

    ${factory(scheme, code`createAuth`, code`Credentials`, true)}

    ${tail(schemes)}
  `;
}

function choice(context: EmitContext, schemes: readonly EmittedScheme[]): Code {
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
  const picks = schemes.map((scheme, index) => {
    const call = code`return ${identifier(`create${scheme.title}Auth`)}(credentials);`;
    return index === schemes.length - 1 ? call : code`if (credentials.${scheme.options[0]?.camel ?? nothing} !== undefined) ${call}`;
  });
  return code`
    ${head(context, schemes)}

    ${join(interfaces, '\n\n')}

    /** What requests are signed with: the credentials of one of the schemes. */
    export type Credentials = ${join(names, ' | ')};

    ${authInterface(schemes)}

    /** Signs requests the way the given credentials are for. */
    export function createAuth(credentials: Credentials): Auth {
      ${picks}
    }

    ${join(
      schemes.map((scheme, index) => factory(scheme, identifier(`create${scheme.title}Auth`), names[index] ?? nothing, false)),
      '\n\n',
    )}

    ${tail(schemes)}
  `;
}

function head(context: EmitContext, schemes: readonly EmittedScheme[]): Code {
  const tokens = schemes.some((scheme) => scheme.emission.fetchesTokens);
  return code`
    ${context.header}
    ${
      tokens
        ? code`

      import { ${context.prefix}AuthError, type RecordPlace } from './errors.js';
    `
        : nothing
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

function authInterface(schemes: readonly EmittedScheme[]): Code {
  const some = schemes.some((scheme) => scheme.emission.fetchesTokens);
  const every = schemes.every((scheme) => scheme.emission.fetchesTokens);
  const exchange = code`

    /** Sends a request for a token, and returns the parsed answer. */
    export type Exchange = (url: URL, init: RequestInit, place: RecordPlace) => Promise<unknown>;
  `;
  const token = every
    ? code`It returns the token it used, never the \`refused\` one.`
    : code`It returns the token it used, if any, never the \`refused\` one.`;
  return code`
    /** Signs requests. */
    export interface Auth {
      /** What no error may show. */
      readonly secrets: readonly string[];
      /** Adds the credential to a request that goes to the API's own origin.${some ? code` ${token}` : nothing} */
      sign(url: URL, headers: Headers${some ? code`, exchange: Exchange, place: RecordPlace, refused?: string` : nothing}): ${every ? code`Promise<string>` : some ? code`void | Promise<string>` : code`void`};
    }
    ${some ? exchange : nothing}
  `;
}

function factory({ options, callbacks, emission }: EmittedScheme, name: Code, type: Code, isExported: boolean): Code {
  return code`
    ${jsdoc(docWords(emission.summary))}
    ${isExported ? code`export ` : nothing}function ${name}({ ${join(
      [...options, ...callbacks].map(({ camel }) => camel),
      ', ',
    )} }: ${type}): Auth {
      ${options.map(({ camel, allows }) => code`${allows === 'token' ? code`checkCredential` : code`checkText`}(${literal(camel.text)}, ${camel});`)}
      ${callbacks.map(({ camel }) => code`if (typeof ${camel} !== 'function') throw new TypeError(${literal(`${camel.text}: expected a function`)});`)}
      ${emission.setup}
      return {
        ${emission.members}
      };
    }
  `;
}

function tail(schemes: readonly EmittedScheme[]): Code {
  const helpers = new Map(schemes.flatMap((scheme) => scheme.emission.helpers.map((helper) => [helper.text, helper] as const)));
  const allows = schemes.flatMap((scheme) => scheme.options.map((option) => option.allows));
  return join(
    [
      ...helpers.values(),
      REDACT,
      ...(allows.includes('token') ? [CHECK_CREDENTIAL] : []),
      ...(allows.includes('text') ? [CHECK_TEXT] : []),
    ],
    '\n\n',
  );
}
