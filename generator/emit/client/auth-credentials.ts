import { type Code, code, identifier, join, jsdoc, docWords, literal, nothing, property } from '../../code.js';
import type { AuthModel } from '../../auth/index.js';
import { optionsOfAuth } from '../../model/auth.js';
import { environmentName } from '../../model/config.js';
import { configType } from './config.js';
import type { EmitContext } from '../context.js';
import { OUTGOING, READ_POSITION } from '../../auth/emitted.js';
import type { EmittedScheme, OwnScheme } from './auth-schemes.js';

/** The types of credentials: what callers give, and what requests are signed with. */

/** What signs as the client does, where single endpoints do not. */
export function clientNames(own: readonly OwnScheme[]): { readonly create: Code; readonly credentials: Code } {
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

export function oneCredentials(context: EmitContext, [scheme]: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  if (scheme === undefined) return nothing;
  return code`
    ${jsdoc('What requests are signed with.')}
    export interface ${clientNames(own).credentials} {
      ${credentialFields(context, scheme)}
    }
    ${ownCredentials(context, own)}
  `;
}

export function choiceOfCredentials(context: EmitContext, schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
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

export function andOptions(schemes: readonly EmittedScheme[]): Code {
  return schemes.some(({ usesOptions }) => usesOptions) ? code` & AuthOptions` : nothing;
}

/** The options of the caller that token requests take. */
export function authOptions({ model: { config } }: EmitContext, schemes: readonly EmittedScheme[], auth: readonly AuthModel[]): Code {
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

export function authInterface(schemes: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
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
