import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { record as messages } from '../diagnostics/messages/record.js';
import { asksClock } from '../emit/reading/kinds.js';
import { Secrets, SHORTEST_SECRET } from '../recordings/secrets.js';
import { testCredential } from '../auth/contract.js';
import { schemeOf } from '../model/auth.js';
import { environmentName } from '../model/config.js';
import type { ConfigOption, ConnectorModel } from '../model/connector-model.js';
import { nameOf } from '../names.js';
import type { Config } from './replay.js';

/** What a live read needs beside the spec, from the environment. */
export interface Access {
  /** Client options by their camel-case names. */
  readonly credentials: { readonly [option: string]: string | (() => void) };
  /** By the names of the spec; options that are not set and need not be are left out. `wall_clock`: what time it is, where a read asks. */
  readonly config: Config;
  /** Everything that must never be written, printed or thrown. */
  readonly secrets: Secrets;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type FoundAccess =
  { readonly ok: true; readonly access: Access } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads credentials and config by name: `ANALYTICS_API_KEY`; `live`: for an API that may end them. Of several schemes, the first whose variables are all set. */
export function accessFrom(model: ConnectorModel, env: Environment, live = true): FoundAccess {
  const schemes = model.auth.map((first) => {
    const all = [first, ...model.ownAuth.map(({ scheme }) => scheme)].map((auth) => ({ auth, scheme: schemeOf(auth.type) }));
    const options = new Map(all.flatMap(({ auth, scheme }) => scheme.options(auth).map((option) => [option.name, option] as const)));
    return {
      options: [...options.values()].map(({ name, env: named }) => ({ name, variable: named ?? environmentName(model.name, name) })),
      secret: new Set(all.flatMap(({ auth, scheme }) => scheme.replay(auth).secrets)),
      callbacks: all.flatMap(({ auth, scheme }) => scheme.callbacks(auth)),
    };
  });
  const chosen = schemes.find(({ options }) => options.every(({ variable }) => (env[variable] ?? '') !== '')) ?? schemes[0];
  const diagnostics: Diagnostic[] = live && chosen !== undefined && chosen.callbacks.length > 0 ? [messages.rotating()] : [];
  const secrets = new Secrets();
  const credentials: Record<string, string | (() => void)> = {};
  for (const { name } of chosen?.callbacks ?? []) credentials[nameOf(name).camel] = () => undefined;
  for (const { name, variable } of chosen?.options ?? []) {
    const value = env[variable] ?? '';
    if (value === '') diagnostics.push(messages.missingSecret(variable, env[variable] !== undefined));
    else if (!/^[\x20-\x7e]+$/.test(value)) diagnostics.push(messages.badSecret(variable));
    else if (chosen?.secret.has(name) === true && value.length < SHORTEST_SECRET)
      diagnostics.push(messages.shortSecret(variable, SHORTEST_SECRET));
    credentials[nameOf(name).camel] = value;
    if (chosen?.secret.has(name) === true) secrets.add(value);
  }
  const values = Object.values(credentials).filter((value) => typeof value === 'string');
  for (const user of values) for (const word of values) if (user !== word) secrets.add(`${user}:${word}`); // as Basic sends them
  for (const { variable } of schemes.flatMap(({ options, secret }) => options.filter(({ name }) => secret.has(name))))
    secrets.add(env[variable] ?? '');

  const config: Record<string, Config[string]> = {};
  for (const option of model.config) {
    const text = env[option.env] ?? '';
    const value = text === '' ? option.default : valueOf(text, option);
    if (value === undefined) diagnostics.push(messages.badConfig(option.env, option.type));
    else if (option.secret && typeof value === 'string' && value.length < SHORTEST_SECRET)
      diagnostics.push(messages.shortSecret(option.env, SHORTEST_SECRET));
    else if (value !== null) config[option.name.raw] = value;
    else if (!option.optional) diagnostics.push(messages.missingConfig(option.env, option.description));
  }
  for (const { name, secret } of model.config) if (secret) secrets.add(String(config[name.raw] ?? ''));
  if (model.resources.some(asksClock)) config['wall_clock'] = env[environmentName(model.name, 'wall_clock')] ?? new Date().toISOString();
  return diagnostics.length === 0 ? { ok: true, access: { credentials, config, secrets } } : { ok: false, diagnostics };
}

/** Lists are written with commas. */
function valueOf(text: string, { type }: ConfigOption): Config[string] | undefined {
  if (type === 'list')
    return text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (type === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text;
}

/** The options as recordings say them: what is secret is replaced by what tests take. */
export function shownConfig({ config }: ConnectorModel, values: Config): Config {
  const secret = new Set(config.flatMap((option) => (option.secret ? [option.name.raw] : [])));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, secret.has(name) ? testCredential(name) : value]));
}
