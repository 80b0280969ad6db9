import { spec as messages } from '../diagnostics/messages/spec.js';
import { attempt, withGaps } from '../gap.js';
import { nameOf, type Name } from '../names.js';
import type { Reading } from '../shape.js';
import type { ConfigOptionSpec, SpecDocument } from '../spec/document.js';
import type { ConfigOption, ConfigType } from './connector-model.js';

/** The options that the caller supplies, with their environment variables. */
export function buildConfig(document: SpecDocument, connector: Name, reading: Reading): readonly ConfigOption[] {
  return [...(document.config?.keys() ?? [])].map((raw) => {
    const name = nameOf(raw);
    const env = environmentName(connector, raw);
    return attempt(
      () => ({ name, env, ...factsOf(document, raw, reading) }),
      () => withGaps<ConfigOption>({ name, env }, ['type', 'description', 'optional', 'default', 'example']),
    );
  });
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
  return {
    type: facts.type,
    description: descriptionOf(said, raw),
    optional: given !== null || (typeof said !== 'string' && said.optional === true),
    default: given,
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
