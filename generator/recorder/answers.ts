import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeText } from '../recordings/charsets.js';
import { rowsOfText, tableIn, textOfRows } from '../recordings/rows.js';
import { rowsIn } from '../recordings/selected.js';
import { parseXml, writeXml } from '../recordings/xml.js';
import { isJsonType } from '../model/content-type.js';
import { rowKeys, type XmlElements } from '../model/xml.js';
import { parseExact, stringifyExact, exactDigits } from '../recordings/exact.js';
import type { Exchange, RecordedResponse } from '../recordings/format.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import { everyAuth, schemeOf } from '../model/auth.js';
import { paginatorOf } from '../model/paginator.js';
import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';

/** What an API answered, as far as a recording keeps it. */
export interface Answer {
  readonly status: number;
  /** Only those that a connector reads. */
  readonly headers: { readonly [name: string]: string };
  /** As `parseExact` reads it; undefined when there was no body. */
  readonly body: JsonValue | undefined;
  /** What the body is, where it is not plain JSON: rows are a list, those of tables with all fields as text. */
  readonly format?: Written;
}

/** How the text of rows is written. */
export interface Written extends Pick<ResourceModel, 'format' | 'parent' | 'forEach' | 'changes'> {
  /** The columns of a table, which may have no rows. */
  readonly names: readonly string[];
}

/** The response headers that a recording of this resource keeps: all others may hold anything. */
function keptHeaders(resource: ResourceModel): ReadonlySet<string> {
  const paginator = paginatorOf(resource.paginator.type);
  const sample = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  const own = Object.keys(paginator.answer(resource.paginator, sample).headers);
  return new Set(['content-type', 'link', 'retry-after', ...own.map((name) => name.toLowerCase())]);
}

/** The text of a response; that in its file, where bodies are gzip files. */
export async function textOf(response: Response, { format, charset }: ResourceModel): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!format.gzip || !response.ok) return decodeText(bytes, charset);
  try {
    return decodeText(gunzipSync(bytes), charset);
  } catch {
    return ''; // the connector says what is wrong with it
  }
}

/** The response with this text, in a file where bodies are; with the mark of UTF-8, whatever bodies are written in otherwise. */
export function responseWith(text: string | null, init: ResponseInit, gzip: boolean): Response {
  const marked = text === null || text === '' ? text : `\ufeff${text}`;
  return new Response(gzip && marked !== null ? gzipSync(marked) : marked, init);
}

/** The answer in a response, with headers that are `read` beside those of the paginator; undefined when its body is not what bodies of the resource are. */
export function answerOf(
  status: number,
  headers: Headers,
  text: string,
  resource: ResourceModel,
  read: ReadonlySet<string> = new Set(),
): Answer | undefined {
  const kept = keptHeaders(resource);
  const shown = Object.fromEntries([...headers].filter(([name]) => kept.has(name) || read.has(name)));
  const plain = text.replace(/^\ufeff/, '');
  const { format, parent, forEach, changes } = resource;
  if (format.kind !== 'json' && status !== 204) {
    const body = format.kind === 'xml' ? parseXml(plain, elementsToRecord(resource)) : rowsOfText(plain, resource);
    return body === undefined
      ? undefined
      : { status, headers: shown, body, format: { format, parent, forEach, changes, names: namesIn(plain, format) } };
  }
  const file = format.gzip ? { format: { format, parent, forEach, changes, names: [] } } : {};
  if (plain.trim() === '') return { status, headers: shown, body: undefined };
  try {
    return { status, headers: shown, body: parseExact(plain), ...file };
  } catch {
    return undefined;
  }
}

/** The response of a recording; with the text of its body where numbers need their digits kept. */
export function toResponse({ status, headers, body, format }: Answer, keepDigits: boolean): RecordedResponse {
  if (body === undefined) return { status, headers };
  if (format !== undefined) {
    const gzip = format.format.gzip ? { gzip: true as const } : {};
    if (format.format.kind === 'xml') return { status, headers, bodyText: writeXml(body), ...gzip };
    if (format.format.kind !== 'json')
      return { status, headers, bodyText: textOfRows(isList(body) ? body : [], format, undefined, format.names), ...gzip };
    return { ...toResponse({ status, headers, body }, keepDigits), ...gzip };
  }
  const text = stringifyExact(body);
  const plain = JSON.parse(text) as JsonValue;
  return losesDigits(body, keepDigits) ? { status, headers, bodyText: text } : { status, headers, body: plain };
}

/** The answer of a recorded response. */
export function fromResponse({ status, headers, body, bodyText }: RecordedResponse, resource: ResourceModel): Answer {
  const text = bodyText ?? (body === undefined ? '' : JSON.stringify(body));
  if (resource.format.kind !== 'json' || resource.format.gzip)
    return answerOf(status, new Headers(headers), text, resource, new Set(Object.keys(headers))) ?? { status, headers, body: undefined };
  return { status, headers, body: text.trim() === '' ? undefined : parseExact(text) };
}

/** A document is recorded as it is, whatever its fields are said to be. */
function elementsToRecord(resource: ResourceModel): XmlElements {
  const lists = resource.format.kind === 'xml' ? resource.format.lists : [];
  return { lists: [rowKeys(resource).join('.'), ...lists], objects: [], texts: [] };
}

function namesIn(text: string, format: ResourceModel['format']): readonly string[] {
  return format.kind === 'csv' ? (format.columns ?? tableIn(text, format)?.[0] ?? []) : [];
}

/** Whether a number of the value needs more than a double: by its size, or, with `all`, by any of its digits. */
function losesDigits(value: JsonValue, all: boolean): boolean {
  const digits = exactDigits(value);
  if (digits !== undefined)
    return all || !Number.isFinite(Number(digits)) || (/^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)));
  if (isList(value)) return value.some((item) => losesDigits(item, all));
  return value !== null && typeof value === 'object' && Object.values(value).some((inner) => losesDigits(inner, all));
}

/** A request without what signs it, in any of the connector's ways, and without what is the transport's. */
export function unsigned(method: string, url: string, headers: Headers, model: ConnectorModel, body?: unknown): Exchange['request'] {
  const target = new URL(url);
  const replays = everyAuth(model).map((each) => schemeOf(each.type).replay(each));
  const signs = replays.flatMap(({ query }) => Object.keys(query)).filter((name) => target.searchParams.has(name));
  for (const name of signs) target.searchParams.delete(name);
  if (signs.length > 0 && !url.includes('+')) target.search = target.search.replaceAll('+', '%20'); // as it was sent
  const signing = new Set(replays.flatMap((each) => Object.keys(each.headers).map((name) => name.toLowerCase())));
  const shown = Object.fromEntries([...headers].filter(([name]) => !signing.has(name) && name !== 'accept-encoding'));
  return { method, url: target.href, headers: shown, ...(typeof body === 'string' ? { body: sentBody(body, shown['content-type']) } : {}) };
}

/** A JSON body as data, any other as text. */
function sentBody(text: string, type: string | undefined): JsonValue {
  if (type === undefined || !isJsonType(type)) return text;
  const value: JsonValue = JSON.parse(text);
  return value;
}

/** The records in a body, before any filter; undefined where there are none. */
export function recordsIn(body: JsonValue | undefined, { selection }: ResourceModel): readonly JsonValue[] | undefined {
  return rowsIn(body, selection);
}

/** The list at a place of a body; undefined where there is none. */
export function listIn(body: JsonValue | undefined, selector: Path): readonly JsonValue[] | undefined {
  const found = selector.reduce<JsonValue | undefined>((value, step) => {
    if (step.kind === 'index') return isList(value) ? value.at(step.index) : undefined;
    return step.kind === 'key' && isObject(value) && Object.hasOwn(value, step.key) ? value[step.key] : undefined;
  }, body);
  return isList(found) ? found : undefined;
}

/** The body with another value at a path; `undefined` takes the member out. */
export function replaceIn(body: JsonValue | undefined, path: Path, value: JsonValue | undefined): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(body)) {
    const at =
      step.kind === 'index' ? (step.index < 0 ? body.length + step.index : step.index) : Number(step.kind === 'key' ? step.key : 0);
    return body.map((item, index) => (index === at ? (replaceIn(item, rest, value) ?? null) : item));
  }
  const object = isObject(body) ? body : {};
  const key = step.kind === 'key' ? step.key : '0';
  const inner = replaceIn(Object.hasOwn(object, key) ? object[key] : undefined, rest, value);
  const others = Object.entries(object);
  if (inner === undefined) return Object.fromEntries(others.filter(([name]) => name !== key));
  if (Object.hasOwn(object, key)) return Object.fromEntries(others.map(([name, old]) => [name, name === key ? inner : old]));
  return Object.fromEntries([...others, [key, inner]]);
}

export function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
