import { spec as messages } from '../diagnostics/messages/spec.js';
import { orElse, withGaps, withoutGaps } from '../gap.js';
import { nameOf, type Name } from '../names.js';
import { SECRET_ROOT, templateOf } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { ConfigOptionSpec, SpecDocument } from '../spec/document.js';
import { authSpecsOf, ownAuthSpecs, schemeOf } from './auth.js';
import type { ConfigOption, ConfigType } from './connector-model.js';

/** The options that the caller supplies, with their environment variables. */
export function buildConfig(document: SpecDocument, connector: Name, reading: Reading): readonly ConfigOption[] {
  const declared = [...(document.config?.keys() ?? [])].map((raw) => {
    const name = nameOf(raw);
    const env = environmentName(connector, raw);
    return orElse(
      () => ({ name, env, ...factsOf(document, raw, reading) }),
      () => withGaps<ConfigOption>({ name, env }, ['type', 'description', 'optional', 'default', 'secret', 'example']),
    );
  });
  const named = secretsIn(document, reading).filter((env) => !declared.some(({ name }) => name.raw === env.toLowerCase()));
  return [...declared, ...named.map(secretOption)];
}

/** An option for a secret that a request names by its environment variable: `${ACME_TOKEN}`. */
function secretOption(env: string): ConfigOption {
  return {
    name: nameOf(env.toLowerCase()),
    env,
    type: 'string',
    description: `A secret that requests carry: ${env} of the environment.`,
    optional: false,
    default: null,
    secret: true,
    example: null,
  };
}

/** The environment variables that requests name, in the order of the spec; what was refused has none. */
export function secretsIn(document: SpecDocument, reading: Reading): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const part of templateOf(value)) if (typeof part !== 'string' && part.root === SECRET_ROOT) found.add(part.path[0] ?? '');
    } else if (value instanceof Map) [...value.values()].forEach(look);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  withoutGaps(() => look(document.client.base_url));
  withoutGaps(() => look(document.client.headers));
  for (const spec of orElse(
    () => [...authSpecsOf(document), ...ownAuthSpecs(document).map((own) => own.spec)],
    () => [],
  ))
    withoutGaps(() =>
      schemeOf(spec.type)
        .texts?.(spec, reading)
        .forEach(({ text }) => look(text)),
    );
  for (const resource of orElse(
    () => document.resources,
    () => [],
  ))
    for (const key of ['path', 'params', 'headers', 'json', 'data'] as const) withoutGaps(() => look(resource.endpoint?.[key]));
  return [...found];
}

function factsOf({ config }: SpecDocument, raw: string, reading: Reading): Omit<ConfigOption, 'name' | 'env'> {
  const said = config?.get(raw) ?? 'string';
  const facts = typeof said === 'string' ? { type: said } : said;
  const given = 'default' in facts ? (facts.default ?? null) : null;
  if (facts.type === 'list' && typeof said !== 'string' && (said.optional === true || given !== null) && config !== undefined) {
    reading.report(
      messages.pattern(
        reading.spanOf(config, raw),
        'spec/config-default',
        `the caller always gives the list "${raw}"`,
        'Leave out optional and default; an empty list reads nothing.',
      ),
    );
  } else if (given !== null && !fits(given, facts.type) && config !== undefined) {
    reading.report(
      messages.pattern(reading.spanOf(config, raw), 'spec/config-default', `the default of "${raw}" is not of type ${facts.type}`),
    );
  }
  const secret = typeof said !== 'string' && said.secret === true;
  if (secret && config !== undefined && (given !== null || facts.type !== 'string'))
    reading.report(
      given === null
        ? messages.pattern(reading.spanOf(config, raw), 'spec/config-default', `"${raw}" is a secret, which is text`, 'Say type: string.')
        : messages.secret(
            reading.spanOf(config, raw),
            'spec/secret-literal',
            'a secret stands in the spec',
            'Leave out the default: the caller passes it.',
          ),
    );
  return {
    type: facts.type,
    description: descriptionOf(said, raw),
    optional: given !== null || (typeof said !== 'string' && said.optional === true),
    default: given,
    secret,
    example: null,
  };
}

/** `analytics`, `start_date` → `ANALYTICS_START_DATE`. */
export function environmentName(connector: Name, option: string): string {
  return `${connector.kebab}-${nameOf(option).kebab}`.replaceAll('-', '_').toUpperCase();
}

function descriptionOf(said: ConfigOptionSpec, raw: string): string {
  return typeof said === 'string' || said.description === undefined ? `The option \`${raw}\`.` : said.description;
}

function fits(value: string | number | boolean, type: ConfigType): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return Number.isSafeInteger(value);
  return type === 'number' ? typeof value === 'number' : typeof value === 'string';
}
