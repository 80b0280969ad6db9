import { TYPES } from '../model/format.js';
import type { ResourceModel } from '../model/connector-model.js';
import { paginatorOf } from '../model/paginator.js';
import type { ChangeFeedModel } from '../model/change-feed-model.js';
import type { Answer } from '../paginators/contract.js';
import { bodyAt } from '../paginators/body-places.js';
import type { RecordType } from '../types/model.js';
import type { JsonValue } from '../shape.js';
import type { RecordedResponse } from './format.js';
import { textOfRows } from './rows.js';
import { writeXml } from './xml.js';
import { bodyWith } from './selected.js';
import { stepsOf, withValue } from './places.js';

/** The answers of a recording that is made up: records in the format of the resource, with what its paginator reads beside them. */

/** The last page of a change feed says where the next run begins. */
export function withPosition({ changeFeed, paginator }: ResourceModel, answer: Answer, isLast: boolean, firstUrl: string): Answer {
  const position = changeFeed?.position ?? null;
  if (!isLast || position === null || changeFeed === null) return answer;
  return { ...answer, body: [...answer.body, ...bodyAt(position, madePosition(changeFeed, paginator, firstUrl))] };
}

/** The position that a made-up change feed ends at: a text that has to be encoded, or a link. */
function madePosition({ param }: ChangeFeedModel, { type }: ResourceModel['paginator'], firstUrl: string): string {
  if (type !== 'json_link' || param !== null) return 'position+2/=&';
  const url = new URL(firstUrl);
  url.searchParams.set('since', 'position 2');
  return url.href;
}

/** An answer whose queries have their spaces as the resource writes them. */
export function spaced({ paramsEncoding }: ResourceModel, { url, headers, body, ...rest }: Answer): Answer {
  if (paramsEncoding === 'form') return { url, headers, body, ...rest };
  const text = (value: string): string => (value.includes('?') ? value.replaceAll('+', '%20') : value); // links, no cursors
  return {
    ...rest,
    url: text(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)])),
    body: body.map(([path, value]) => [path, typeof value === 'string' ? text(value) : value]),
  };
}

/** What an answer with these records has. */
export function answerOf(
  records: readonly JsonValue[],
  resource: ResourceModel,
  type: RecordType,
  { headers, body }: Answer,
): Pick<RecordedResponse, 'headers' | 'body' | 'bodyText' | 'gzip'> {
  const { format } = resource;
  const gzip = format.gzip ? { gzip: true as const } : {};
  const packed = format.gzip ? 'application/gzip' : undefined;
  const [accepted] = resource.accepts;
  if (format.kind === 'json')
    return {
      headers: { 'content-type': packed ?? accepted ?? 'application/json', ...headers },
      body: bodyOf(records, resource, body),
      ...gzip,
    };
  const own = packed ?? accepted ?? TYPES[format.kind];
  if (format.kind === 'xml')
    return { headers: { 'content-type': own, ...headers }, bodyText: writeXml(bodyOf(records, resource, body)), ...gzip };
  const rows = bodyWith(records, resource.selection);
  const bodyText = textOfRows(Array.isArray(rows) ? rows : [], resource, type);
  return { headers: { 'content-type': own, ...headers }, bodyText, ...gzip };
}

/** Whether a body is a record, and has what its paginator reads beside the fields: a list has no members. */
export function isRecordItself({ selection, paginator, format }: ResourceModel): boolean {
  if (!selection.single || selection.path.length > 0 || selection.reshape !== null || format.kind !== 'json') return false;
  const first = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  return paginatorOf(paginator.type).answer(paginator, first).body.length > 0;
}

/** A body with the records where the selector finds them, and other members where the paginator does. */
function bodyOf(
  records: readonly JsonValue[],
  resource: ResourceModel,
  members: readonly (readonly [path: readonly (string | number)[], value: JsonValue])[],
): JsonValue {
  const { selection } = resource;
  if (isRecordItself(resource)) {
    const [record] = records;
    return record === undefined ? [] : members.reduce((body, [path, value]) => withValue(body, stepsOf(path), value), record);
  }
  return members.reduce((body, [path, value]) => withValue(body, stepsOf(path), value), bodyWith(records, selection));
}
