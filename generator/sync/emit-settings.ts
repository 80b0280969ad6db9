import { type Code, code, join, literal, nothing, property } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { keepsSecrets } from '../model/secrets.js';
import type { Name } from '../names.js';
import type { VirtualFile } from '../virtual-file.js';
import { type SchemeSettings, type SettingModel, settingsOf } from './settings.js';

/** `src/sync/settings.ts`: what the environment has to hold, and the client options made of it. */
export function emitSettings({ model, prefix, header }: EmitContext): VirtualFile {
  const settings = settingsOf(model);
  const text = code`
    ${header}

    import type { ${prefix}ClientOptions } from '../client.ts';
    import { SettingReader, type Setting, type SettingSource } from './setting-reader.ts';
    ${settings.tokenFile === undefined ? nothing : code`import type { Tokens } from './tokens.ts';`}

    /** What the client needs and its user supplies. */
    export const settings: readonly Setting[] = [
      ${settings.all.map((setting) => code`${described(setting)},`)}
    ];

    /** The options of a client. Throws one error that names every setting that is missing or wrong. */
    export function clientOptions(source: SettingSource${settings.tokenFile === undefined ? nothing : code`, tokens: Tokens`}): ${prefix}ClientOptions {
      const read = new SettingReader(settings, source);
      const baseUrl = read.optionalText('base_url');
      const options = {
        ${credentials(settings.schemes)}
        ${settings.own.map((setting) => member(setting))}
        ${settings.ownCallbacks.map(callback)}
        ${settings.config.map((setting) => member(setting, setting.required))}
        ...(baseUrl === undefined ? {} : { baseUrl }),
        ${keepsSecrets(model) ? code`...(read.optionalBoolean('allow_plain_http') === true ? { allowPlainHttp: true } : {}),` : nothing}
      };
      read.check();
      return options;
    }
  `;
  return { path: 'src/sync/settings.ts', text: `${text.text}\n` };
}

function described({ name, env, type, format, description, required, secret, default: value }: SettingModel): Code {
  return literal({
    name: name.raw,
    env,
    type,
    ...(format === null ? {} : { format }),
    description,
    required,
    secret,
    ...(value === null ? {} : { default: value }),
  });
}

/** The members of the one scheme; of several, those of the first whose settings are there. */
function credentials(schemes: readonly SchemeSettings[]): Code {
  const [only, ...others] = schemes;
  if (only === undefined) return nothing;
  const members = (scheme: SchemeSettings): readonly Code[] => [
    ...scheme.settings.map((setting) => member(setting)),
    ...scheme.callbacks.map(callback),
  ];
  if (others.length === 0) return join(members(only), '\n');
  const choices = schemes.map((scheme, index) => {
    const object = code`{ ${join(members(scheme), ' ')} }`;
    const present = scheme.settings.map((setting) => code`read.has(${literal(setting.name.raw)})`);
    return index === schemes.length - 1 ? object : code`${join(present, ' && ')} ? ${object} :`;
  });
  return code`...(${join(choices, ' ')}),`;
}

/** Keeps what the API gives in place of a setting: `on_refresh_token` is told of a new `refresh_token`. */
function callback({ raw, camel }: Name): Code {
  return code`${property(camel)}: (token: string) => tokens.keep(${literal(raw.replace(/^on_/, ''))}, token),`;
}

function member(setting: SettingModel, required = setting.required || setting.secret): Code {
  const name = literal(setting.name.raw);
  const { type } = setting;
  if (type === 'list') return code`${property(setting.name.camel)}: read.texts(${name}),`;
  const text = required ? code`read.text(${name})` : code`read.optionalText(${name})`;
  const number = required ? code`read.number(${name})` : code`read.optionalNumber(${name})`;
  const boolean = required ? code`read.boolean(${name})` : code`read.optionalBoolean(${name})`;
  return code`${property(setting.name.camel)}: ${type === 'string' ? text : type === 'boolean' ? boolean : number},`;
}

/** Whether some option is a time, or a date. */
export function hasTimes(model: ConnectorModel): boolean {
  return settingsOf(model).config.some(({ format }) => format !== null);
}

/** Whether some option is a list. */
export function hasLists({ config }: ConnectorModel): boolean {
  return config.some(({ type }) => type === 'list');
}

/** The type of a setting in JSON Schema, as members of an object. */
export function settingType(model: ConnectorModel): Code {
  return hasLists(model) ? code`...(type === 'list' ? { type: 'array', items: { type: 'string' } } : { type })` : code`type`;
}

/** Whether the API may give new credentials, which later runs need. */
export function keepsTokens(model: ConnectorModel): boolean {
  return settingsOf(model).tokenFile !== undefined;
}
