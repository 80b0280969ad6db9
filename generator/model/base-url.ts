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
  if (typeof client.base_url !== 'string') return chosenUrl(client.base_url, config, reading);
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

type ChoiceSpec = Exclude<SpecDocument['client']['base_url'], string>;

/** Where the API is, by the value of an option. */
function chosenUrl(said: ChoiceSpec, config: readonly ConfigOption[], reading: Reading): BaseUrl {
  const template = choiceOf(said);
  const [part] = optionsInUrl(template);
  const span = reading.spanOf(said, 'from');
  new Scope(config, reading).template(`{config.${part?.option ?? ''}}`, span);
  reportLeftOut(part === undefined ? [] : [part.option], config, span, reading);
  const given = config.find(({ name }) => name.raw === part?.option);
  const names = [...said.values.keys()];
  if (given !== undefined && given.default !== null && !names.includes(String(given.default)))
    reading.report(
      messages.pattern(
        span,
        'spec/base-url',
        `the default ${shorten(String(given.default))} of ${shorten(given.name.raw)} names no URL`,
        `Known: ${names.join(', ')}.`,
      ),
    );
  return { baseUrl: exampleUrl(template), baseUrlTemplate: template };
}

function choiceOf({ from, values }: ChoiceSpec): UrlTemplate {
  const urls = Object.fromEntries([...values].map(([name, url]) => [name, url.replace(/(?<!\/)\/+$/, '')]));
  return [{ option: from.replace(/^\{?config\./, '').replace('}', ''), as: 'choice', urls }];
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

/** The options, with an example for each that is a whole URL, a time zone, or the digits where a read begins or ends. */
export function withExamples(
  config: readonly ConfigOption[],
  { baseUrlTemplate }: BaseUrl,
  auth: readonly AuthModel[],
  resources: readonly ResourceModel[],
): readonly ConfigOption[] {
  const zones = new Set(
    resources.flatMap(({ incremental }) => (incremental?.timezone?.kind === 'option' ? [incremental.timezone.option.raw] : [])),
  );
  const digits = digitsOf(resources);
  const roles = new Map([...optionsOfAuth(auth), ...optionsInUrl(baseUrlTemplate ?? []).map(({ option, as }) => [option, as] as const)]);
  return config.map((option) => {
    if (zones.has(option.name.raw)) return { ...option, example: 'Europe/Berlin' };
    const whole = digits.get(option.name.raw);
    if (whole !== undefined && option.type === 'string') return { ...option, example: whole };
    const [choice] = optionsInUrl(baseUrlTemplate ?? []).filter(({ option: raw, as }) => raw === option.name.raw && as === 'choice');
    if (choice !== undefined) {
      const names = Object.keys(choice.urls ?? {});
      const one = `One of ${names.map((name) => `\`${name}\``).join(', ')}.`;
      return { ...option, description: `${option.description} ${one}`, example: option.default === null ? (names[0] ?? null) : null };
    }
    return roles.get(option.name.raw) === 'url' ? { ...option, example: 'https://api.example.com' } : option;
  });
}

/** Examples of the options that are bounds of reads by a bigint. */
function digitsOf(resources: readonly ResourceModel[]): ReadonlyMap<string, string> {
  const bounds = resources.flatMap(({ incremental }) => {
    if (incremental?.kind !== 'bigint') return [];
    const first = 2n ** 53n + 1n;
    const last = incremental.last === 'max' ? first + 10_000n : first - 10_000n;
    return [[incremental.initial, first] as const, [incremental.end, last] as const];
  });
  return new Map(bounds.flatMap(([bound, at]) => (bound?.kind === 'option' ? [[bound.option.raw, String(at)] as const] : [])));
}

/** A URL of the spec to look at: its options made up. */
export function exampleBaseUrl(document: SpecDocument): URL {
  const { base_url: said } = document.client;
  if (typeof said !== 'string') return new URL(exampleUrl(choiceOf(said)));
  const template = templateOf(said);
  return new URL(template === undefined ? said : exampleUrl(template));
}

function templateOf(text: string): UrlTemplate | undefined {
  const parsed = parseTemplate(text);
  return parsed.ok ? urlTemplate(parsed.template) : undefined;
}
