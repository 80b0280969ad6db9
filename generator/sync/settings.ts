import { environmentName } from '../model/config.js';
import { schemeOf } from '../model/auth.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { keepsSecrets } from '../model/secrets.js';
import { type Name, nameOf } from '../names.js';

/** Something that the client needs and its user supplies: a credential, an option of the spec, where the API is. */
export interface SettingModel {
  readonly name: Name;
  readonly env: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  /** What its text is; null: any. */
  readonly format: 'date-time' | 'date' | null;
  readonly description: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly default: string | number | boolean | null;
}

/** The credentials of one auth scheme. */
export interface SchemeSettings {
  readonly title: string;
  readonly settings: readonly SettingModel[];
  /** Options of the client that are told of new credentials: `on_refresh_token`. */
  readonly callbacks: readonly Name[];
}

export interface SettingsModel {
  /** One of these is needed; none when requests are not signed. */
  readonly schemes: readonly SchemeSettings[];
  readonly config: readonly SettingModel[];
  readonly baseUrl: SettingModel;
  /** Needed beside that one: for endpoints that are signed in a way of their own. */
  readonly own: readonly SettingModel[];
  readonly ownCallbacks: readonly Name[];
  /** Where new credentials are kept, if there may be some. */
  readonly tokenFile: SettingModel | undefined;
  /** All of them. */
  readonly all: readonly SettingModel[];
}

export function settingsOf(model: ConnectorModel): SettingsModel {
  const settingsFor = (auth: ConnectorModel['auth'][number]): SchemeSettings => {
    const scheme = schemeOf(auth.type);
    const settings = scheme.options(auth).map((option): SettingModel => ({
      name: nameOf(option.name),
      env: option.env ?? environmentName(model.name, option.name),
      type: 'string',
      format: null,
      description: option.description,
      required: model.auth.length === 1,
      secret: true,
      default: null,
    }));
    return { title: scheme.title(auth), settings, callbacks: scheme.callbacks(auth).map(({ name }) => nameOf(name)) };
  };
  const schemes = model.auth.map(settingsFor);
  const shared = new Set(schemes.flatMap(({ settings }) => settings.map(({ name }) => name.raw)));
  const others = model.ownAuth.map(({ scheme }) => settingsFor(scheme));
  const own = [...new Map(others.flatMap(({ settings }) => settings).map((each) => [each.name.raw, each])).values()].filter(
    ({ name }) => !shared.has(name.raw),
  );
  const told = new Set(schemes.flatMap(({ callbacks }) => callbacks.map(({ raw }) => raw)));
  const ownCallbacks = [...new Map(others.flatMap(({ callbacks }) => callbacks).map((each) => [each.raw, each])).values()].filter(
    ({ raw }) => !told.has(raw),
  );
  const config = model.config.map((option): SettingModel => ({
    name: option.name,
    env: option.env,
    type: option.type === 'datetime' || option.type === 'date' ? 'string' : option.type,
    format: option.type === 'datetime' ? 'date-time' : option.type === 'date' ? 'date' : null,
    description: option.description,
    required: !option.optional,
    secret: option.secret,
    default: option.default,
  }));
  const baseUrl: SettingModel = {
    name: nameOf('base_url'),
    env: environmentName(model.name, 'base_url'),
    type: 'string',
    format: null,
    description: 'Where the API is.',
    required: false,
    secret: false,
    default: model.baseUrlTemplate === null ? model.baseUrl : null,
  };
  const allowPlainHttp: SettingModel = {
    name: nameOf('allow_plain_http'),
    env: environmentName(model.name, 'allow_plain_http'),
    type: 'boolean',
    format: null,
    description: 'Whether credentials may go over plain http to another host than this computer.',
    required: false,
    secret: false,
    default: null,
  };
  const tokenFile: SettingModel | undefined =
    told.size + ownCallbacks.length === 0
      ? undefined
      : {
          ...baseUrl,
          name: nameOf('token_file'),
          env: environmentName(model.name, 'token_file'),
          description: 'Where refresh tokens are kept that the API has given in place of the one that was set. Only you can read the file.',
          default: `.${model.name.kebab}.tokens.json`,
        };
  const where = [baseUrl, ...(keepsSecrets(model) ? [allowPlainHttp] : []), ...(tokenFile === undefined ? [] : [tokenFile])];
  const all = [...schemes.flatMap(({ settings }) => settings), ...own, ...config, ...where];
  return { schemes, own, ownCallbacks, config, baseUrl, tokenFile, all };
}
