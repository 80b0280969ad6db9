import { checkHeaderName } from '../checks.js';
import { code, literal, nothing, template, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { parseTemplate, templateOf, type Template } from '../placeholder.js';
import { choice, optional, text, type Reading } from '../shape.js';

/** Where a credential stands in a request, and what stands around it. */
export interface Placement {
  readonly location: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** `['Token ', '']` for `Token {api_key}`. */
  readonly around: readonly [before: string, after: string];
}

/** The keys that say where a credential goes. `word` is what its value calls it: `api_key`. */
export function placementKeys(word: string, value: string) {
  return {
    name: optional(
      text({
        description: 'Name of the query parameter, header or cookie that carries it.',
        default: 'Authorization',
        examples: ['api_key', 'X-Api-Key'],
      }),
    ),
    location: optional(choice('a location', ['header', 'query', 'cookie'], { description: 'Where it goes.', default: 'header' })),
    value: optional(text({ description: `What is sent, with {${word}} in it.`, default: value, examples: [`Token {${word}}`] })),
  } as const;
}

export interface PlacementSpec {
  readonly name?: string;
  readonly location?: 'header' | 'query' | 'cookie';
  readonly value?: string;
}

/** Reports a placement that no request can have. */
export function checkPlacement(said: PlacementSpec, word: string, reading: Reading): void {
  const { name = 'Authorization', location = 'header', value } = said;
  const at = reading.spanOf(said, 'name');
  if (location === 'header') checkHeaderName(name, at, reading);
  if (location === 'cookie' && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
    reading.report(messages.pattern(at, 'spec/header-name', 'not the name of a cookie'));
  if (value === undefined) return;
  const place = reading.spanOf(said, 'value');
  const parsed = parseTemplate(value);
  const holes = parsed.ok ? parsed.template.filter((part) => typeof part !== 'string') : [];
  if (!parsed.ok) {
    reading.report(messages.pattern(place, 'spec/placeholder', parsed.message, parsed.hint));
  } else if (holes.length !== 1 || holes[0]?.source !== `{${word}}`) {
    reading.report(messages.pattern(place, 'spec/placeholder', `{${word}} has to stand in the value once`, `Write "Token {${word}}".`));
  } else if (!/^[\x20-\x7e]*$/.test(value)) {
    reading.report(messages.pattern(place, 'spec/header-value', 'header values are printable ASCII, on one line'));
  }
}

export function buildPlacement(said: PlacementSpec, value: string): Placement {
  const template = templateOf(said.value ?? value);
  const at = template.findIndex((part) => typeof part !== 'string');
  const text = (parts: Template): string => parts.filter((part) => typeof part === 'string').join('');
  const around = [text(template.slice(0, at)), text(template.slice(at))] as const;
  return { location: said.location ?? 'header', name: said.name ?? 'Authorization', around };
}

/** "as the header `X-Api-Key`", for people. */
export function describePlacement({ location, name }: Placement): string {
  return `${location === 'query' ? 'query parameter' : location} \`${name}\``;
}

/** The parameters of `sign` that the statement needs, and the statement. */
export function emitPlacement(
  placement: Placement,
  credential: Code,
): { readonly url: Code; readonly headers: Code; readonly statement: Code } {
  const { location, name, around } = placement;
  const value = around[0] === '' && around[1] === '' ? credential : template([around[0], credential, around[1]]);
  if (location === 'query') {
    return { url: code`url`, headers: code`_headers`, statement: code`url.searchParams.set(${literal(name)}, ${value});` };
  }
  const header =
    location === 'cookie'
      ? code`headers['cookie'] = ${template([`${name}=${around[0]}`, credential, around[1]])};`
      : code`headers[${literal(name.toLowerCase())}] = ${value};`;
  return { url: code`_url`, headers: code`headers`, statement: header };
}

/** Refuses a credential that would end its cookie. */
export function emitCookieCheck({ location }: Placement, option: string, credential: Code): Code {
  if (location !== 'cookie') return nothing;
  return code`if (/[",;\\\\]/.test(${credential})) throw new TypeError(${literal(`${option}: expected a text without quotes, commas, semicolons and backslashes`)});`;
}

/** What a request that carries a credential has beside others. */
export function placed(
  { location, name, around }: Placement,
  credential: string,
): { readonly query: Readonly<Record<string, string>>; readonly headers: Readonly<Record<string, string>> } {
  const value = `${around[0]}${credential}${around[1]}`;
  if (location === 'query') return { query: { [name]: value }, headers: {} };
  return { query: {}, headers: location === 'cookie' ? { cookie: `${name}=${value}` } : { [name.toLowerCase()]: value } };
}

export function placementParams({ location, name }: Placement): readonly string[] {
  return location === 'query' ? [name] : [];
}
