import { type Code, code, identifier, join, jsdoc, docWords, literal, nothing, property } from '../../code.js';
import { everyAuth } from '../../model/auth.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { sourceFile } from '../source-file.js';
import { CHECK_CREDENTIAL, CHECK_PEM, CHECK_TEXT } from './credential-checks.js';
import { SECRETS } from '../../auth/emitted.js';
import { type EmittedScheme, type OwnScheme, describe } from './auth-schemes.js';
import { clientNames, oneCredentials, choiceOfCredentials, andOptions, authOptions, authInterface } from './auth-credentials.js';

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

function oneFactory([scheme]: readonly EmittedScheme[], own: readonly OwnScheme[]): Code {
  if (scheme === undefined) return nothing;
  const { create, credentials } = clientNames(own);
  return factory(scheme, create, credentials, own.length === 0);
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
