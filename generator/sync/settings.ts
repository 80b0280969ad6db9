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
}

export interface SettingsModel {
  /** One of these is needed; none when requests are not signed. */
  readonly schemes: readonly SchemeSettings[];
  readonly config: readonly SettingModel[];
  readonly baseUrl: SettingModel;
  /** Needed beside that one: for endpoints that are signed in a way of their own. */
  readonly own: readonly SettingModel[];
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
    return { title: scheme.title(auth), settings };
  };
  const schemes = model.auth.map(settingsFor);
  const shared = new Set(schemes.flatMap(({ settings }) => settings.map(({ name }) => name.raw)));
  const own = [
    ...new Map(model.ownAuth.flatMap(({ scheme }) => settingsFor(scheme).settings).map((each) => [each.name.raw, each])).values(),
  ].filter(({ name }) => !shared.has(name.raw));
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
  const where = keepsSecrets(model) ? [baseUrl, allowPlainHttp] : [baseUrl];
  return { schemes, own, config, baseUrl, all: [...schemes.flatMap(({ settings }) => settings), ...own, ...config, ...where] };
}
