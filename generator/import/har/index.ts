import { block, entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { parseHar, type HarEntry } from '../../recordings/har.js';
import type { JsonValue } from '../../shape.js';
import { fromAnswers, leftOut, type Answered } from '../answered.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import { connectorName } from '../names.js';
import type { Source } from '../source.js';
import { member, objectAt } from '../values.js';
import { parseJson } from '../../json.js';
import { mayChange } from '../reading.js';

/** What a browser or Playwright recorded: requests with their answers, POSTs too. */
export const har: Importer = {
  name: 'har',
  what: 'a HAR file',

  recognises: ({ value }) => Array.isArray(member(objectAt(value, 'log'), 'entries')),

  read(source: Source, options: ImportOptions): Imported {
    const parsed = parseHar(source.text);
    const entries = parsed.ok ? parsed.entries : [];
    const origin = mostAsked(entries);
    const answered: Answered[] = [];
    const others: Stream[] = [];
    entries.forEach((each, index) => {
      const url = new URL(each.url);
      const bare = { name: `${each.method} ${url.pathname}`, tags: [url.host], place: source.placeOf(['log', 'entries', index]) };
      const body = parsedJson(each.text);
      const sent = each.sent === undefined ? undefined : parsedJson(each.sent);
      if (url.origin !== origin || body === undefined || typeof body !== 'object' || body === null) return; // pages, scripts, other sites
      if (!['GET', 'POST'].includes(each.method)) others.push(leftOut(bare, `a ${each.method} changes something`));
      else if (each.status >= 300) others.push(leftOut(bare, `it was answered ${each.status}`));
      else if (each.method === 'POST' && sent === undefined) others.push(leftOut(bare, 'a POST whose body is no JSON'));
      else if (changing(each, url, sent) !== undefined) others.push(leftOut(bare, changing(each, url, sent) ?? ''));
      else
        answered.push({
          ...bare,
          exchange: {
            method: each.method,
            url: unsigned(url),
            ...(sent === undefined ? {} : { requestBody: sent }),
            headers: Object.fromEntries(each.headers),
            body,
          },
        });
    });
    const { proposed, streams } = fromAnswers(answered.map((each) => ({ ...each, name: each.name })));
    const auth = authOf(entries.filter(({ url }) => new URL(url).origin === origin));
    return {
      name: options.name ?? connectorName(nameOf(origin)),
      client: block(
        options.baseUrl === undefined ? entry('base_url', proposed.baseUrl.value) : entry('base_url', options.baseUrl, 'why: --base-url'),
        auth,
      ),
      config: new Map<string, DraftMap>(),
      records: new Map<string, DraftMap>(),
      streams: [...streams, ...unique(others)],
      notes: [],
      answers: entries.filter(({ url }) => new URL(url).origin === origin),
    };
  },
};

function changing({ method, status }: HarEntry, url: URL, requestBody: JsonValue | undefined): string | undefined {
  return mayChange({ method, url, name: '', requestBody, status });
}

/** The origin that most JSON came from. */
function mostAsked(entries: readonly HarEntry[]): string {
  const counts = new Map<string, number>();
  for (const { url, text } of entries) {
    const body = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined;
    if (typeof body === 'object' && body !== null) counts.set(new URL(url).origin, (counts.get(new URL(url).origin) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const SECRET = /^(?:.*[_-])?(?:api_?key|key|token|access_?token|secret|password|signature|sig|auth)$/i;

/** The URL without what signs it. */
function unsigned(given: URL): URL {
  const url = new URL(given);
  for (const name of [...url.searchParams.keys()]) if (SECRET.test(name) && !/page|next/i.test(name)) url.searchParams.delete(name);
  return url;
}

/** How requests were signed, without what they were signed with. */
function authOf(entries: readonly HarEntry[]): DraftEntry | undefined {
  const note = 'why: requests were signed so';
  for (const { sentHeaders = [], url } of entries) {
    for (const [name, value] of sentHeaders) {
      const scheme = /^(\S+)\s+\S/.exec(value)?.[1] ?? '';
      if (name === 'authorization' && /^bearer$/i.test(scheme)) return entry('auth', mapping(entry('type', 'bearer')), note);
      if (name === 'authorization' && /^basic$/i.test(scheme)) return entry('auth', mapping(entry('type', 'http_basic')), note);
      if (name === 'authorization')
        return entry(
          'auth',
          mapping(
            entry('type', 'api_key'),
            entry('name', 'Authorization'),
            entry('location', 'header'),
            scheme !== '' && entry('value', `${scheme} {api_key}`),
          ),
          note,
        );
      if (/api-?key|auth-?token|access-?token|^x-.*(?:key|token)$/.test(name) && !/csrf|xsrf/.test(name))
        return entry('auth', mapping(entry('type', 'api_key'), entry('name', name), entry('location', 'header')), note);
    }
    const param = [...new URL(url).searchParams.keys()].find((name) => SECRET.test(name) && !/page|next/i.test(name));
    if (param !== undefined)
      return entry('auth', mapping(entry('type', 'api_key'), entry('name', param), entry('location', 'query')), note);
    const cookie = sentHeaders
      .find(([name]) => name === 'cookie')?.[1]
      .split('=')[0]
      ?.trim();
    if (cookie !== undefined && /sess|sid|auth|token/i.test(cookie))
      return entry(
        'auth',
        mapping(entry('type', 'api_key'), entry('name', cookie), entry('location', 'cookie')),
        'LOOK: requests had this cookie; an API has a better way, mostly',
      );
  }
  return undefined;
}

function unique(streams: readonly Stream[]): readonly Stream[] {
  return [...new Map(streams.map((each) => [`${each.name} ${each.reason ?? ''}`, each])).values()];
}

function nameOf(origin: string): string {
  const host = /^https?:\/\/([\w.-]+)/.exec(origin)?.[1] ?? 'api';
  const parts = host.split('.').filter((part) => !/^(?:www|api|rest|data)$/.test(part));
  return /^[\d.]+$|^localhost$/.test(host) ? 'local' : ((parts.length > 1 ? parts.at(-2) : parts[0]) ?? 'api');
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
