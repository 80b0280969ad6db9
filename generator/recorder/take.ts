import { asksFor, type TokenReplay } from '../auth/contract.js';
import type { AuthModel } from '../auth/index.js';
import { answerOf, recordsIn, responseWith, textOf, toResponse, unsigned, type Answer } from './answers.js';
import { SHORTEST_SECRET, type Secrets } from '../recordings/secrets.js';
import { isPartitioned } from '../emit/reading/kinds.js';
import { everyAuth, schemeOf } from '../model/auth.js';
import { filledModel } from '../model/base-url.js';
import { paginatorOf } from '../model/paginator.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { CompiledConnector, Page, PageState } from './connector.js';
import type { Access } from './environment.js';
import { familyOf, ownerOf } from './family.js';
import { clientConfig } from './replay.js';
import { cutRecords, rewritePaging, withRecords, type Taken } from './shrink.js';

export interface TakeOptions {
  /** The most records to keep of a page. */
  readonly records: number;
  readonly access: Access;
  /** The most pages to ask for. */
  readonly pages: number;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** Told after each page. */
  readonly onPage?: (page: number, records: number) => void;
}

/** Reads a resource with the emitted connector, and keeps what the API answered. Throws what the connector throws. */
export async function takePages(emitted: CompiledConnector, resource: ResourceModel, options: TakeOptions): Promise<Taken> {
  const connector = { ...emitted, model: filledModel(emitted.model, options.access.config) };
  if (isPartitioned({ model: resource })) return takeFamily(connector, resource, options);
  const recorder = new Recorder(connector, resource, options);
  const read = connector.pages(resource, recorder.clientOptions, { signal: options.signal });
  let state: PageState | undefined;
  let pages = 0;
  for (; pages < options.pages; pages++) {
    const step: IteratorResult<Page, unknown> = await read.next();
    if (step.done === true) break;
    state = step.value.state;
    recorder.endPage();
    options.onPage?.(pages + 1, step.value.records.length);
    if (state.next === null) break;
  }
  const taken = {
    answers: recorder.answers,
    own: recorder.answers,
    ended: state === undefined || state.next === null,
    firstUrl: recorder.firstUrl,
  };
  const empty = taken.ended ? undefined : await farPage(connector, resource, options, state);
  return { ...taken, empty };
}

/** What an API answers far beyond its last record, asked for as the connector asks; undefined where that is no such page. */
async function farPage(
  connector: CompiledConnector,
  resource: ResourceModel,
  options: TakeOptions,
  state: PageState | undefined,
): Promise<Answer | undefined> {
  const next = state?.next ?? null;
  if (state === undefined || next === null || !Object.values(next).every((value) => typeof value === 'number')) return undefined;
  const far = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, Number(value) + FAR]));
  const recorder = new Recorder(connector, resource, options);
  try {
    await connector.pages(resource, recorder.clientOptions, { signal: options.signal, state: { ...state, next: far } }).next();
  } catch {
    return undefined; // some APIs refuse it
  }
  recorder.endPage();
  const answer = recorder.answers[0];
  return recordsIn(answer?.body, resource)?.length === 0 ? answer : undefined;
}

/**
 * The same for a resource that is read in several loops: for each record of another, for each value of a list, window after window. What the connector gets is cut on the way, so that it
 * asks for the children of a few parents only: of each list one page, which ends as the paginator says that pages end.
 */
async function takeFamily(connector: CompiledConnector, resource: ResourceModel, options: TakeOptions): Promise<Taken> {
  const { model } = connector;
  const family = familyOf(model, resource);
  const answers: Answer[] = [];
  const own: Answer[] = [];
  const asked = new Map<string, Answer>();
  let pages = 0;
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const response = await options.fetch(url, init);
    const shown = unsigned(init.method ?? 'GET', String(url), new Headers(), model).url;
    const owner = ownerOf(shown, family, model);
    if (!response.ok || owner === undefined) return learnTokens(response, String(url), connector, options.access.secrets);
    const answer = answerOf(response.status, response.headers, await textOf(response, owner), owner, connector.headersRead);
    if (answer === undefined) return new Response('', { status: 200, headers: { 'content-type': 'text/plain' } });
    const list = new URL(shown);
    for (const name of paginatorOf(owner.paginator.type).queryParams(owner.paginator)) list.searchParams.delete(name);
    const place = `${owner.name.raw} ${list.href}`;
    const before = asked.get(place);
    const cut =
      before === undefined
        ? cutRecords(answer, owner.selector, owner === resource ? options.records : MOST_PARENTS)
        : (withRecords(before, owner.selector, []) ?? answer);
    const [given = cut] = rewritePaging([cut], owner, shown);
    asked.set(place, given);
    answers.push(given);
    const records = recordsIn(given.body, owner)?.length ?? 0;
    if (owner === resource) own.push(given);
    if (owner === resource) options.onPage?.(++pages, records);
    const { bodyText, body, gzip } = toResponse(given, true);
    const text = bodyText ?? (given.status === 204 || body === undefined ? null : JSON.stringify(body));
    return responseWith(text, { status: given.status, headers: given.headers }, gzip === true);
  };
  const client = { ...options.access.credentials, ...clientConfig(model.config, options.access.config), fetch };
  const read = connector.pages(resource, client, { signal: options.signal });
  for (let step = await read.next(); step.done !== true; step = await read.next()) if (answers.length > MOST_FAMILY) break;
  return { answers, own, ended: true, firstUrl: model.baseUrl, empty: undefined };
}

/** Parents whose children are recorded: two, to see a read go from one to the next. */
const MOST_PARENTS = 2;
const MOST_FAMILY = 100;

/** Pages or records beyond what anybody has. */
const FAR = 1_000_000;

/** Stands between a connector and an API, and keeps the answers that made pages. */
class Recorder {
  readonly answers: Answer[] = [];
  readonly #connector: CompiledConnector;
  readonly #options: TakeOptions;
  readonly #resource: ResourceModel;
  #latest: Answer | undefined;
  #firstUrl: string | undefined;

  constructor(connector: CompiledConnector, resource: ResourceModel, options: TakeOptions) {
    this.#connector = connector;
    this.#options = options;
    this.#resource = resource;
  }

  get firstUrl(): string {
    return this.#firstUrl ?? this.#connector.model.baseUrl;
  }

  /** What the client is opened with. */
  get clientOptions() {
    const { access } = this.#options;
    const { model } = this.#connector;
    return { ...access.credentials, ...clientConfig(model.config, access.config), fetch: this.#fetch };
  }

  /** The last answer was that of a page. Retries and redirects leave no trace. */
  endPage(): void {
    if (this.#latest !== undefined) this.answers.push(this.#latest);
    this.#latest = undefined;
  }

  readonly #fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { model } = this.#connector;
    const response = await this.#options.fetch(url, init);
    if (isTokenUrl(String(url), this.#connector)) return learnTokens(response, String(url), this.#connector, this.#options.access.secrets);
    const text = await textOf(response.clone(), this.#resource);
    this.#firstUrl ??= unsigned(init.method ?? 'GET', String(url), new Headers(), model).url;
    if (response.ok) this.#latest = answerOf(response.status, response.headers, text, this.#resource, this.#connector.headersRead);
    return response;
  };
}

function tokensOf(auth: AuthModel): readonly TokenReplay[] {
  const { token } = schemeOf(auth.type).replay(auth);
  return token === undefined ? [] : [token];
}

function isTokenUrl(url: string, { model }: CompiledConnector): boolean {
  return everyAuth(model).some((each) => tokensOf(each).some((token) => asksFor(token, url)));
}

/** The same response; when it grants a token, what it says is kept secret from here on. */
async function learnTokens(response: Response, url: string, connector: CompiledConnector, secrets: Secrets): Promise<Response> {
  if (!isTokenUrl(url, connector)) return response;
  learnSecrets(await response.clone().text(), secrets);
  for (const cookie of response.headers.getSetCookie()) secrets.add(cookie.split(';')[0]?.replace(/^[^=]*=/, '') ?? '');
  return response;
}

/** Whatever a token endpoint says may be a secret. */
function learnSecrets(text: string, secrets: Secrets): void {
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (typeof value === 'string' && value.length >= SHORTEST_SECRET && !/^(token_type|scope|issued_token_type)$/.test(key))
        secrets.add(value);
      return value;
    });
  } catch {
    secrets.add(text.trim());
  }
}
