import { block, entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { HarEntry } from '../../recordings/har.js';
import type { JsonValue } from '../../shape.js';
import { fromAnswers, leftOut, withoutMarks, type Answered } from '../answered.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import { connectorName } from '../names.js';
import type { Pointer } from '../pointer.js';
import type { Source } from '../source.js';
import { isList, isObject, listAt, member, objectAt, textAt, type JsonObject } from '../values.js';
import { mayChange } from '../reading.js';
import { unanswered } from './unanswered.js';
import { Variables } from './variables.js';
import { parseJson } from '../../json.js';

/** Collections of Postman, format 2.0 and 2.1: requests, auth, variables, and the answers that were saved with them. */
export const postman: Importer = {
  name: 'postman',
  what: 'a collection of Postman',

  recognises: ({ value }) =>
    /getpostman\.com\/json\/collection\/v2/.test(textAt(objectAt(value, 'info'), 'schema') ?? '') ||
    (isList(member(value, 'item')) && objectAt(value, 'info') !== undefined),

  read(source: Source, options: ImportOptions): Imported {
    const variables = new Variables(source.value, options.baseUrl);
    const requests = requestsIn(source.value, [], []);
    const isPlaced = requests.some(({ request }) => variables.url(member(request, 'url')) !== undefined);
    if (options.baseUrl !== undefined || !isPlaced) variables.takeHost();
    const answered: Answered[] = [];
    const others: Stream[] = [];
    const kept: HarEntry[] = [];
    const bare: { readonly request: Found; readonly url: URL }[] = [];
    for (const found of requests) {
      const about = { name: found.name, tags: found.tags, place: source.placeOf(found.at) };
      const method = (textAt(found.request, 'method') ?? 'GET').toUpperCase();
      const url = variables.url(member(found.request, 'url'));
      if (url === undefined) others.push(leftOut(about, 'its URL is made of variables that have no value'));
      else if (!['GET', 'POST'].includes(method)) others.push(leftOut(about, `a ${method} changes something`));
      else {
        const saved = answersOf(found, method, url, variables);
        const why = saved.flatMap(
          ({ har, exchange }) => mayChange({ ...about, method, url, requestBody: exchange?.requestBody, status: har.status }) ?? [],
        )[0];
        if (why !== undefined) {
          others.push(leftOut(about, why));
          continue;
        }
        kept.push(...saved.map(({ har }) => har));
        const lists = saved.filter(({ exchange }) => exchange !== undefined);
        if (lists.length > 0) answered.push(...lists.flatMap(({ exchange }) => (exchange === undefined ? [] : [{ ...about, exchange }])));
        else if (method === 'POST') others.push(leftOut(about, 'a POST without a saved answer may change something'));
        else if (saved.length > 0) others.push(leftOut(about, 'its saved answers are no JSON'));
        else bare.push({ request: found, url });
      }
    }
    const { proposed, streams } = fromAnswers(answered);
    const base = options.baseUrl ?? (answered.length > 0 ? proposed.baseUrl.value : (bare[0]?.url.origin ?? 'https://api.example.com'));
    const taken = new Set(streams.flatMap(({ resource }) => resource ?? []));
    const asked = new Map<string, string>();
    const guessed = bare.map(({ request, url }): Stream => {
      const about = { name: request.name, tags: request.tags, place: source.placeOf(request.at) };
      const same = asked.get(url.href);
      if (same !== undefined) return leftOut(about, `the same request as ${same}`);
      const stream = unanswered(about, url, base, taken);
      asked.set(url.href, stream.resource ?? request.name);
      return stream;
    });
    const auth = authDraft(
      member(source.value, 'auth') ??
        requests.map(({ request }) => member(request, 'auth')).find((each) => each !== undefined && each !== null),
    );
    return {
      name: options.name ?? connectorName(textAt(objectAt(source.value, 'info'), 'name') ?? 'api'),
      client: block(
        options.baseUrl === undefined
          ? entry(
              'base_url',
              variables.said(base),
              variables.isHostOption ? 'LOOK: the collection does not say where the API is' : undefined,
            )
          : entry('base_url', options.baseUrl, 'why: --base-url'),
        auth,
      ),
      config: variables.config,
      records: new Map<string, DraftMap>(),
      streams: [...streams, ...guessed, ...others],
      notes: variables.notes(),
      answers: kept,
    };
  },
};

interface Found {
  readonly name: string;
  readonly tags: readonly string[];
  readonly at: Pointer;
  readonly request: JsonObject;
  readonly responses: readonly JsonObject[];
}

/** Requests, with the folders they are in. */
function requestsIn(value: JsonValue, at: Pointer, folders: readonly string[]): readonly Found[] {
  return listAt(value, 'item').flatMap((each, index): readonly Found[] => {
    const place: Pointer = [...at, 'item', index];
    const name = textAt(each, 'name') ?? `request ${index + 1}`;
    if (isList(member(each, 'item'))) return requestsIn(each, place, [...folders, name]);
    const said = member(each, 'request');
    const request = typeof said === 'string' ? { url: said } : isObject(said) ? said : undefined;
    return request === undefined
      ? []
      : [{ name, tags: folders, at: place, request, responses: listAt(each, 'response').flatMap((one) => (isObject(one) ? [one] : [])) }];
  });
}

interface Saved {
  readonly har: HarEntry;
  /** Where the answer is JSON. */
  readonly exchange: Answered['exchange'] | undefined;
}

/** The answers that were saved with a request, each to the request that it is the answer to. */
function answersOf({ request, responses }: Found, method: string, url: URL, variables: Variables): readonly Saved[] {
  return responses.flatMap((response): readonly Saved[] => {
    const status = member(response, 'code');
    if (typeof status !== 'number' || status < 200 || status >= 300) return [];
    const original = objectAt(response, 'originalRequest') ?? request;
    const asked = variables.url(member(original, 'url')) ?? url;
    const text = textAt(response, 'body') ?? '';
    const sent = bodyText(objectAt(original, 'body') ?? objectAt(request, 'body'), variables);
    const headers = listAt(response, 'header').flatMap((each): (readonly [string, string])[] => {
      const [key, value] = [textAt(each, 'key'), textAt(each, 'value')];
      return key === undefined || value === undefined ? [] : [[key.toLowerCase(), value]];
    });
    const body = parsedJson(text);
    const requestBody = sent === undefined ? undefined : parsedJson(sent);
    const isJson = typeof body === 'object' && body !== null && (method === 'GET' || requestBody !== undefined);
    return [
      {
        har: { method, url: withoutMarks(asked.href), ...(sent === undefined ? {} : { sent }), status, headers, text },
        exchange: isJson
          ? { method, url: asked, ...(requestBody === undefined ? {} : { requestBody }), headers: Object.fromEntries(headers), body }
          : undefined,
      },
    ];
  });
}

/** What a request sends, where that is JSON: as text, or as a query of GraphQL. */
function bodyText(body: JsonObject | undefined, variables: Variables): string | undefined {
  switch (textAt(body, 'mode')) {
    case 'raw':
      return variables.filled(textAt(body, 'raw') ?? '');
    case 'graphql': {
      const graphql = objectAt(body, 'graphql');
      return JSON.stringify({ query: textAt(graphql, 'query') ?? '', variables: parsedJson(textAt(graphql, 'variables') ?? '{}') ?? {} });
    }
    default:
      return undefined;
  }
}

/** How requests are signed, without the credentials. */
function authDraft(value: JsonValue | undefined): DraftEntry | undefined {
  const type = textAt(value, 'type');
  const at = (key: string): string | undefined => {
    const list = member(value, type ?? '');
    if (isObject(list)) return textAt(list, key);
    return isList(list)
      ? textAt(
          list.find((each) => textAt(each, 'key') === key),
          'value',
        )
      : undefined;
  };
  switch (type) {
    case 'bearer':
    case 'oauth2':
      return entry(
        'auth',
        mapping(entry('type', 'bearer')),
        type === 'oauth2' ? 'why: of OAuth 2, whose tokens users have from elsewhere' : undefined,
      );
    case 'basic':
      return entry('auth', mapping(entry('type', 'http_basic')));
    case 'apikey':
      return entry(
        'auth',
        mapping(
          entry('type', 'api_key'),
          entry('name', at('key') ?? 'X-API-Key'),
          entry('location', at('in') === 'query' ? 'query' : 'header'),
        ),
      );
    case undefined:
    case 'noauth':
      return undefined;
    default:
      return entry(
        'auth',
        mapping(entry('type', 'hook'), entry('credentials', ['token'])),
        `LOOK: signed by ${type}: write the hook authenticate of client`,
      );
  }
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
