import { type Code, code, docWords, join, jsdoc, literal, member, nothing, property } from '../../code.js';
import { everyAuth, optionsOfAuth } from '../../model/auth.js';
import type { ConfigOption } from '../../model/connector-model.js';
import { usesOption } from '../../model/templates.js';
import type { VirtualFile } from '../../virtual-file.js';
import { hasDeadlines } from '../../model/deadlines.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { emitFilledUrl, optionIn } from './filled-url.js';
import { takesContext } from '../hooks/predicates.js';
import { tsType } from './config.js';
import { asksClock } from '../reading/kinds.js';
import { sourceFile } from '../source-file.js';
import { typeFrom, valueFrom } from '../symbols.js';

const HTTP_OPTIONS = typeFrom('internal/http', 'HttpOptions');
const CREDENTIALS = typeFrom('internal/auth', 'Credentials');

/** `src/client.ts`: the client and its options. */
export function emitClient(context: EmitContext): readonly VirtualFile[] {
  const { model, prefix, header } = context;
  const { hooks } = model;
  const filled = model.config.filter((option) => option.default !== null);
  const body = code`
    ${optionsType(context)}

    ${jsdoc(model.description)}
    export class ${prefix}Client {
      ${context.resources.map(
        ({ model: resource, names }) => code`
        ${jsdoc(resource.description)}
        readonly ${names.property}: ${classOf({ model: resource, names })};
      `,
      )}

      constructor(${hooks === null || filled.length === 0 ? code`options` : code`given`}: ${prefix}ClientOptions${needsOptions(model) ? nothing : code` = {}`}) {
        ${
          hooks === null || filled.length === 0
            ? nothing
            : code`const options: ${typeFrom('hook-types', 'HookOptions')} = { ...given, ${join(
                filled.map(
                  ({ name, default: value }) => code`${property(name.camel)}: ${member(code`given`, name.camel)} ?? ${literal(value)}`,
                ),
                ', ',
              )} };`
        }
        const fetchPage = ${valueFrom('internal/http', 'createFetchPage')}(${getOptions(context)});
        const baseUrl = options.baseUrl ?? ${defaultBaseUrl(context)};
        ${hasDeadlines(model) ? code`const now = options.now ?? (() => performance.now());` : nothing}
        ${model.resources.some(asksClock) ? code`const wallClock = options.wallClock ?? Date.now;` : nothing}
        ${parentsFirst(context.resources).map(construct)}
      }
    }
  `;
  return [sourceFile(header, 'src/client.ts', body)];
}

/** Whether a client cannot be made without options: a credential, or one of config that is not optional. */
export function needsOptions({ auth, ownAuth, config }: EmitContext['model']): boolean {
  return auth.length > 0 || ownAuth.length > 0 || config.some(({ optional }) => !optional);
}

/** Where the API is when the caller does not say: a literal, or what options make of it. */
function defaultBaseUrl({ model }: EmitContext): Code {
  if (model.baseUrlTemplate === null) return literal(model.baseUrl);
  return emitFilledUrl(model.baseUrlTemplate, 'base_url', model.config, model.hooks === null ? valueOf : optionIn(code`options`));
}

function construct({ model, names, parent, full, hooks, takesDeadline }: EmittedResource): Code {
  const others = [parent, full].flatMap((other) => (other === undefined ? [] : [code`, ${member(code`this`, other.model.name.camel)}`]));
  const parents = join(others, '');
  const options = takesContext({ hooks }) ? code`, options` : resourceOptions(model.config);
  const clocks = code`${takesDeadline ? code`, now` : nothing}${asksClock(model) ? code`, wallClock` : nothing}`;
  return code`${member(code`this`, model.name.camel)} = new ${classOf({ model, names })}(fetchPage, baseUrl${clocks}${parents}${options});`;
}

function classOf({ model, names }: Pick<EmittedResource, 'model' | 'names'>): Code {
  return valueFrom(`resources/${model.name.kebab}`, names.resource.text);
}

/** A child is made with its parent, and what reads another one in full with that, which have to be there. */
function parentsFirst(resources: readonly EmittedResource[]): readonly EmittedResource[] {
  const ordered = new Set<EmittedResource>();
  const add = (resource: EmittedResource): void => {
    if (resource.parent !== undefined) add(resource.parent);
    if (resource.full !== undefined) add(resource.full);
    ordered.add(resource);
  };
  resources.forEach(add);
  return [...ordered];
}

/** What the transport takes: the options of the client, with the defaults of those that client headers and token requests use. */
function getOptions({ model }: EmitContext): Code {
  if (model.hooks !== null) return code`options`; // they are filled in already
  const inAuth = optionsOfAuth(everyAuth(model));
  const filled = model.config.filter(
    (option) =>
      option.default !== null && (inAuth.has(option.name.raw) || model.headers.some((header) => usesOption(header.value, option))),
  );
  if (filled.length === 0) return code`options`;
  return code`{ ...options, ${join(
    filled.map((option) => code`${property(option.name.camel)}: ${valueOf(option)}`),
    ', ',
  )} }`;
}

function optionsType({ model, prefix }: EmitContext): Code {
  const clock = code`
    /** What time it is, in milliseconds since 1970: where reads in windows end. Default: \`Date.now\`. */
    readonly wallClock?: () => number;
  `;
  const options = model.config.map(
    (option) => code`
    ${jsdoc(docWords(`${option.description}${option.default === null ? '' : ` Default: \`${String(option.default)}\`.`}`))}
    readonly ${property(option.name.camel)}${option.optional ? code`?: ${tsType(option)} | undefined` : code`: ${tsType(option)}`};
  `,
  );
  const own = [...options, ...(model.resources.some(asksClock) ? [clock] : [])];
  const doc = jsdoc(docWords(`What \`new ${model.name.pascal}Client()\` takes.`));
  if (model.auth.length > 1) {
    const literalType = own.length === 0 ? nothing : code` & { ${join(own, '\n')} }`;
    return code`
      ${doc}
      export type ${prefix}ClientOptions = ${HTTP_OPTIONS} & ${CREDENTIALS}${literalType};
    `;
  }
  const bases = model.auth.length === 0 ? HTTP_OPTIONS : code`${HTTP_OPTIONS}, ${CREDENTIALS}`;
  return code`
    ${doc}
    export interface ${prefix}ClientOptions extends ${bases} {
      ${own}
    }
  `;
}

function resourceOptions(config: readonly ConfigOption[]): Code {
  if (config.length === 0) return nothing;
  return code`, { ${join(
    config.map((option) => code`${property(option.name.camel)}: ${valueOf(option)}`),
    ', ',
  )} }`;
}

function valueOf(option: ConfigOption): Code {
  const given = code`options.${property(option.name.camel)}`;
  return option.default === null ? given : code`${given} ?? ${literal(option.default)}`;
}
