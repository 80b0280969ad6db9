import { type Code, code, identifier, join, jsdoc, docWords, literal, nothing } from '../code.js';
import type { AuthModel } from '../auth/index.js';
import type { CredentialOption } from '../auth/contract.js';
import { schemeOf } from '../model/auth.js';
import { environmentName } from '../model/config.js';
import { nameOf } from '../names.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';

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

interface EmittedScheme {
  readonly title: string;
  readonly options: readonly (CredentialOption & { readonly camel: Code })[];
  readonly emission: ReturnType<ReturnType<typeof schemeOf>['emit']>;
}

function describe(context: EmitContext, model: AuthModel): EmittedScheme {
  const scheme = schemeOf(model.type);
  return {
    title: scheme.title(model),
    options: scheme.options(model).map((option) => ({ ...option, camel: identifier(nameOf(option.name).camel) })),
    emission: scheme.emit(model, { authError: code`${context.prefix}AuthError`, placeType: code`RecordPlace` }),
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
    const others = schemes.filter((other) => other !== scheme).flatMap((other) => other.options.map((option) => option.camel));
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
  return scheme.options.map((option) => {
    const env = option.env ?? environmentName(context.model.name, option.name);
    return code`
      ${jsdoc(docWords(`${option.description} By convention kept in the environment as \`${env}\`.`))}
      readonly ${option.camel}: string;
    `;
  });
}

function authInterface(schemes: readonly EmittedScheme[]): Code {
  const some = schemes.some((scheme) => scheme.emission.fetchesTokens);
  const every = schemes.every((scheme) => scheme.emission.fetchesTokens);
  const forget = code`
    /** Drops a token that the API has refused, so that the next request fetches another. */
    forget${every ? nothing : code`?`}(): void;
  `;
  const exchange = code`

    /** Sends a token request, and returns the parsed answer. */
    export type Exchange = (url: URL, init: RequestInit) => Promise<{ readonly status: number; readonly body: unknown }>;
  `;
  return code`
    /** Signs requests. */
    export interface Auth {
      /** What no error may show. */
      readonly secrets: readonly string[];
      /** Adds the credential to a request that goes to the API's own origin. */
      sign(url: URL, headers: Headers${some ? code`, exchange: Exchange, place: RecordPlace` : nothing}): ${every ? code`Promise<void>` : some ? code`void | Promise<void>` : code`void`};
      ${some ? forget : nothing}
    }
    ${some ? exchange : nothing}
  `;
}

function factory({ options, emission }: EmittedScheme, name: Code, type: Code, isExported: boolean): Code {
  return code`
    ${jsdoc(docWords(emission.summary))}
    ${isExported ? code`export ` : nothing}function ${name}({ ${join(
      options.map((option) => option.camel),
      ', ',
    )} }: ${type}): Auth {
      ${options.map((option) => code`checkCredential(${literal(nameOf(option.name).camel)}, ${option.camel});`)}
      ${emission.setup}
      return {
        ${emission.members}
      };
    }
  `;
}

function tail(schemes: readonly EmittedScheme[]): Code {
  const helpers = schemes.map((scheme) => scheme.emission.helpers).filter((helper) => helper.text !== '');
  return code`
    ${
      helpers.length === 0
        ? nothing
        : code`
      ${join(helpers, '\n\n')}

    `
    }
    /** \`text\` without the secrets, in the ways that servers echo them. */
    export function redact(text: string, secrets: readonly string[]): string {
      const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
      return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
    }

    /** Here, and not in fetch, whose error would quote it. */
    function checkCredential(option: string, value: unknown): void {
      if (typeof value === 'string' && /^[\\x21-\\x7e]+$/.test(value)) return;
      throw new TypeError(\`\${option}: expected a text of visible ASCII characters without spaces\`);
    }
  `;
}
