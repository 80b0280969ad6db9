import { asksFor, replyWith, sampleOf } from '../auth/contract.js';
import type { Exchange } from '../recordings/format.js';
import { everyAuth, schemeOf } from '../model/auth.js';
import { filledModel } from '../model/base-url.js';
import type { ConfigOption, ResourceModel } from '../model/connector-model.js';
import { nameOf } from '../names.js';
import type { JsonValue } from '../shape.js';
import { fromResponse, responseWith, toResponse, unsigned, type Answer } from './answers.js';
import type { CompiledConnector } from './connector.js';
import { familyOf, ownerOf } from './family.js';

export type Config = { readonly [option: string]: JsonValue };

export type Replayed =
  | { readonly ok: true; readonly exchanges: readonly Exchange[] }
  /** `unused`: how many answers the read did not ask for; 0 when it asked for more than there are, or failed. */
  | { readonly ok: false; readonly unused: number; readonly reason: string };

/**
 * Lets the emitted connector read from these answers, with made-up credentials, and returns what it asked: the exchanges of
 * a recording. A read that does not end with the last answer is no recording.
 */
export function replay(
  connector: CompiledConnector,
  resource: ResourceModel,
  config: Config,
  answers: readonly Answer[],
  keepDigits: boolean,
): Promise<Replayed> {
  return connector.unsigned(() => replayUnsigned(connector, resource, config, answers, keepDigits));
}

async function replayUnsigned(
  connector: CompiledConnector,
  resource: ResourceModel,
  config: Config,
  answers: readonly Answer[],
  keepDigits: boolean,
): Promise<Replayed> {
  const model = filledModel(connector.model, config);
  const exchanges: Exchange[] = [];
  const family = familyOf(model, resource);
  const tokens = everyAuth(model).flatMap((each) => schemeOf(each.type).replay(each).token ?? []);
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const token = tokens.find((each) => asksFor(each, String(url)));
    if (token !== undefined) return Response.json(replyWith(token.reply, 'test-token', undefined));
    const answer = answers[exchanges.length];
    if (answer === undefined) throw new Error('there are more requests than answers');
    const response = toResponse(answer, keepDigits);
    const owner = family.length === 1 ? resource : ownerOf(String(url), family, model);
    const label = owner === undefined || owner === resource ? {} : { resource: owner.name.raw };
    exchanges.push({
      ...label,
      request: unsigned(init.method ?? 'GET', String(url), new Headers(init.headers), model, init.body),
      response,
    });
    const text = response.bodyText ?? (response.body === undefined ? null : JSON.stringify(response.body));
    const head = { status: response.status, headers: response.headers };
    return responseWith(response.status === 204 ? null : text, head, response.gzip === true);
  };
  try {
    const options = {
      ...testCredentials(connector),
      ...clientConfig(model.config, config),
      fetch,
      sleep: async () => undefined,
      random: () => 0.5,
    };
    const pages = connector.pages(resource, options);
    for (let step = await pages.next(); step.done !== true; step = await pages.next()) if (exchanges.length > answers.length) break;
  } catch (error) {
    return { ok: false, unused: 0, reason: error instanceof Error ? error.message : String(error) };
  }
  const unused = answers.length - exchanges.length;
  return unused === 0 ? { ok: true, exchanges } : { ok: false, unused, reason: 'the read ended early' };
}

/** Whether the emitted connector asks for what was recorded, and for nothing else. */
export async function replayExchanges(
  connector: CompiledConnector,
  resource: ResourceModel,
  config: Config,
  exchanges: readonly Exchange[],
): Promise<Replayed> {
  const replayed = await replay(
    connector,
    resource,
    config,
    exchanges.map(({ response, resource: owner, job }) => {
      const of = connector.model.resources.find(({ name }) => name.raw === owner) ?? resource;
      return fromResponse(response, job === undefined ? of : { ...of, format: { kind: 'json', gzip: false } });
    }),
    true,
  );
  if (!replayed.ok) return replayed;
  const other = replayed.exchanges.findIndex(
    ({ request }, index) =>
      request.url !== exchanges[index]?.request.url || JSON.stringify(request.body) !== JSON.stringify(exchanges[index]?.request.body),
  );
  return other === -1 ? replayed : { ok: false, unused: 0, reason: `request ${other + 1} asks for another URL` };
}

/** Client options of a spec's config, by their camel-case names, and the clock. */
export function clientConfig(options: readonly ConfigOption[], config: Config): { readonly [option: string]: JsonValue | (() => number) } {
  const given = options
    .filter(({ name }) => Object.hasOwn(config, name.raw))
    .map(({ name }) => [name.camel, config[name.raw] ?? null] as const);
  const { wall_clock: time } = config;
  const clock =
    typeof time === 'string' && options.every(({ name }) => name.raw !== 'wall_clock') ? { wallClock: () => Date.parse(time) } : {};
  return { ...Object.fromEntries(given), ...clock };
}

function testCredentials({ model }: CompiledConnector): { readonly [option: string]: string | (() => void) } {
  const [first] = model.auth;
  if (first === undefined) return {};
  return Object.fromEntries(
    [first, ...model.ownAuth.map(({ scheme }) => scheme)].flatMap((auth) => [
      ...schemeOf(auth.type)
        .options(auth)
        .map((option) => [nameOf(option.name).camel, sampleOf(option)]),
      ...schemeOf(auth.type)
        .callbacks(auth)
        .map(({ name }) => [nameOf(name).camel, () => undefined]),
    ]),
  );
}
