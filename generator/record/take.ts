import { recordsIn, answerOf, keptHeaders, unsigned, type Answer } from './answers.js';
import { SHORTEST_SECRET, type Secrets } from '../fixtures/secrets.js';
import { schemeOf } from '../model/auth.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { CompiledConnector, Page, PageState } from './connector.js';
import type { Access } from './environment.js';
import { clientConfig } from './replay.js';
import type { Taken } from './shrink.js';

export interface TakeOptions {
  readonly access: Access;
  /** The most pages to ask for. */
  readonly pages: number;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** Told after each page. */
  readonly onPage?: (page: number, records: number) => void;
}

/** Reads a resource with the emitted connector, and keeps what the API answered. Throws what the connector throws. */
export async function takePages(connector: CompiledConnector, resource: ResourceModel, options: TakeOptions): Promise<Taken> {
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
  const taken = { answers: recorder.answers, ended: state === undefined || state.next === null, firstUrl: recorder.firstUrl };
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

/** Pages or records beyond what anybody has. */
const FAR = 1_000_000;

/** Stands between a connector and an API, and keeps the answers that made pages. */
class Recorder {
  readonly answers: Answer[] = [];
  readonly #connector: CompiledConnector;
  readonly #options: TakeOptions;
  readonly #kept: ReadonlySet<string>;
  #latest: Answer | undefined;
  #firstUrl: string | undefined;

  constructor(connector: CompiledConnector, resource: ResourceModel, options: TakeOptions) {
    this.#connector = connector;
    this.#options = options;
    this.#kept = keptHeaders(resource);
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
    const isToken = model.auth.some((each) => schemeOf(each.type).replay(each).token?.url === String(url));
    const text = await response.clone().text();
    if (isToken) learnSecrets(text, this.#options.access.secrets);
    else {
      this.#firstUrl ??= unsigned(init.method ?? 'GET', String(url), new Headers(), model).url;
      if (response.ok) this.#latest = answerOf(response.status, response.headers, text, this.#kept);
    }
    return response;
  };
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
