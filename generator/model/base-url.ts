import type { AuthModel } from '../auth/index.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { parseTemplate } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import { exampleUrl, fillUrl, optionsInUrl, urlTemplate, type UrlTemplate } from '../url-template.js';
import { filledAuth, optionsOfAuth, reportLeftOut } from './auth.js';
import type { ConfigOption, ConnectorModel, ResourceModel } from './connector-model.js';
import { Scope } from './scope.js';

/** Where the API is. */
export interface BaseUrl {
  /** As an example, where options of the caller stand in it. */
  readonly baseUrl: string;
  /** What the caller's options make of it; null: it is always the same. */
  readonly baseUrlTemplate: UrlTemplate | null;
}

/** Values for options, by their names in the spec. */
export type OptionValues = { readonly [option: string]: unknown };

export function buildBaseUrl({ client }: SpecDocument, config: readonly ConfigOption[], reading: Reading): BaseUrl {
  const template = templateOf(client.base_url);
  if (template === undefined || template.every((part) => typeof part === 'string'))
    return { baseUrl: client.base_url.replace(/(?<!\/)\/+$/, ''), baseUrlTemplate: null };
  const span = reading.spanOf(client, 'base_url');
  new Scope(config, reading).template(client.base_url, span);
  const options = optionsInUrl(template).map(({ option }) => option);
  reportLeftOut(options, config, span, reading);
  const shown = optionsInUrl(template).find(
    ({ option, as }) => as !== 'segment' && config.some(({ name, secret }) => secret && name.raw === option),
  );
  if (shown !== undefined)
    reading.report(
      messages.pattern(
        span,
        'spec/secret-host',
        `the secret ${shorten(shown.option)} would be a host`,
        'States and errors name hosts. Where it is none, leave out secret.',
      ),
    );
  return { baseUrl: exampleUrl(template), baseUrlTemplate: template };
}

/** The base URL of a client with these options; those that are not given stand there as an example. */
export function baseUrlOf({ baseUrl, baseUrlTemplate }: BaseUrl, values: OptionValues): string {
  if (baseUrlTemplate === null) return baseUrl;
  const filled = fillUrl(baseUrlTemplate, ({ option }) => String(values[option] ?? 'some'));
  return URL.canParse(filled) ? filled : baseUrl;
}

/** The connector of a client with these options: its URLs as that asks for them. */
export function filledModel(model: ConnectorModel, values: OptionValues): ConnectorModel {
  const fill = (auth: AuthModel): AuthModel => filledAuth(auth, (option) => String(values[option] ?? ''));
  return {
    ...model,
    baseUrl: baseUrlOf(model, values),
    auth: model.auth.map(fill),
    ownAuth: model.ownAuth.map((own) => ({ ...own, scheme: fill(own.scheme) })),
  };
}

/** The options, with an example for each that is a whole URL, or a time zone. */
export function withExamples(
  config: readonly ConfigOption[],
  { baseUrlTemplate }: BaseUrl,
  auth: readonly AuthModel[],
  resources: readonly ResourceModel[],
): readonly ConfigOption[] {
  const zones = new Set(
    resources.flatMap(({ incremental }) => (incremental?.timezone?.kind === 'option' ? [incremental.timezone.option.raw] : [])),
  );
  const roles = new Map([...optionsOfAuth(auth), ...optionsInUrl(baseUrlTemplate ?? []).map(({ option, as }) => [option, as] as const)]);
  return config.map((option) => {
    if (zones.has(option.name.raw)) return { ...option, example: 'Europe/Berlin' };
    return roles.get(option.name.raw) === 'url' ? { ...option, example: 'https://api.example.com' } : option;
  });
}

/** A URL of the spec to look at: its options made up. */
export function exampleBaseUrl(document: SpecDocument): URL {
  const template = templateOf(document.client.base_url);
  return new URL(template === undefined ? document.client.base_url : exampleUrl(template));
}

function templateOf(text: string): UrlTemplate | undefined {
  const parsed = parseTemplate(text);
  return parsed.ok ? urlTemplate(parsed.template) : undefined;
}
