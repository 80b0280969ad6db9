import { entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import { isObject, member, numberAt, textAt, type JsonObject } from '../values.js';
import { markOf } from './marks.js';
import { selector } from './text.js';

/** A paginator, and whether it was said. */
export interface PaginatorDraft {
  readonly entry: DraftEntry;
  /** Its type; `single_page` as long as nobody has looked, too. */
  readonly type: string;
  /** False: dlt looks at the answers and decides. */
  readonly isSaid: boolean;
  /** Query parameters that it sends. */
  readonly params: readonly string[];
  /** Members of the body that it sends. */
  readonly bodyPaths: readonly string[];
  readonly hooks: readonly HookStub[];
}

const NOBODY_LOOKED = 'LOOK: dlt looks at the answers to find out how they are paged: look once, with import --look or tapwright init';

/** dlt's paginator with its defaults written out. */
export function paginatorDraft(value: JsonValue | undefined): PaginatorDraft {
  const mark = markOf(value);
  if (mark?.kind === 'code') {
    return {
      ...made('cursor', mapping(entry('type', 'cursor'), entry('cursor_param', 'cursor')), ['cursor']),
      entry: entry(
        'paginator',
        mapping(entry('type', 'cursor'), entry('cursor_param', 'cursor')),
        'LOOK: a paginator in Python, for which the hook next stands',
      ),
      hooks: [{ hook: 'next', quoted: mark.source }],
    };
  }
  const said = typeof value === 'string' ? { type: value } : isObject(value) ? value : undefined;
  const type = textAt(said, 'type');
  if (said === undefined || type === undefined || type === 'auto')
    return {
      ...made('single_page', mapping(entry('type', 'single_page')), []),
      entry: entry('paginator', mapping(entry('type', 'single_page')), NOBODY_LOOKED),
      isSaid: false,
    };
  switch (type) {
    case 'single_page':
      return made('single_page', mapping(entry('type', 'single_page')), []);
    case 'json_link':
    case 'json_response':
      return made(
        'json_link',
        mapping(entry('type', 'json_link'), entry('next_url_path', selector(textAt(said, 'next_url_path') ?? 'next'))),
        [],
      );
    case 'header_link':
      return made('header_link', mapping(entry('type', 'header_link'), optional(said, 'links_next_key', 'next')), []);
    case 'header_cursor': {
      const param = textAt(said, 'cursor_param') ?? 'cursor';
      return made(
        'header_cursor',
        mapping(entry('type', 'header_cursor'), entry('cursor_key', textAt(said, 'cursor_key') ?? 'next'), entry('cursor_param', param)),
        [param],
      );
    }
    case 'cursor':
      return cursorDraft(said);
    case 'offset':
      return offsetDraft(said);
    case 'page_number':
      return pageDraft(said);
    default:
      return {
        ...made('cursor', mapping(entry('type', 'cursor')), ['cursor']),
        entry: entry(
          'paginator',
          mapping(entry('type', 'cursor'), entry('cursor_param', 'cursor')),
          `LOOK: the paginator ${type} is made in Python; the hook next stands for it`,
        ),
        hooks: [{ hook: 'next', quoted: JSON.stringify(value) }],
      };
  }
}

function made(type: string, words: DraftMap, params: readonly string[], bodyPaths: readonly string[] = []): PaginatorDraft {
  return { entry: entry('paginator', words), type, isSaid: true, params, bodyPaths, hooks: [] };
}

function cursorDraft(said: JsonObject): PaginatorDraft {
  const path = textAt(said, 'cursor_body_path');
  const param = textAt(said, 'cursor_param') ?? (path === undefined ? 'cursor' : undefined);
  const words = mapping(
    entry('type', 'cursor'),
    entry('cursor_path', selector(textAt(said, 'cursor_path') ?? 'cursors.next')),
    param !== undefined && entry('cursor_param', param),
    path !== undefined && param === undefined && entry('cursor_body_path', path),
    flag(said, 'stop_after_empty_page'),
    has(said, 'has_more_path') && entry('has_more_path', selector(textAt(said, 'has_more_path') ?? '')),
  );
  return made('cursor', words, param === undefined ? [] : [param], path === undefined ? [] : [path]);
}

function offsetDraft(said: JsonObject): PaginatorDraft {
  const [offset, limit] = [place(said, 'offset'), place(said, 'limit')];
  const words = mapping(
    entry('type', 'offset'),
    entry('limit', numberAt(said, 'limit') ?? 100),
    numberAt(said, 'offset') !== undefined && numberAt(said, 'offset') !== 0 && entry('offset', numberAt(said, 'offset') ?? 0),
    ...offset.entries,
    ...limit.entries,
    ...ends(said, 'maximum_offset'),
  );
  return made('offset', words, [...offset.params, ...limit.params], [...offset.paths, ...limit.paths]);
}

function pageDraft(said: JsonObject): PaginatorDraft {
  const page = place(said, 'page');
  const words = mapping(
    entry('type', 'page_number'),
    entry('base_page', numberAt(said, 'base_page') ?? 0),
    numberAt(said, 'page') !== undefined && entry('page', numberAt(said, 'page') ?? 0),
    ...page.entries,
    ...ends(said, 'maximum_page'),
  );
  return made('page_number', words, page.params, page.paths);
}

/** Where a value goes: dlt's default is the query. */
function place(
  said: JsonObject,
  what: string,
): { readonly entries: readonly DraftEntry[]; readonly params: readonly string[]; readonly paths: readonly string[] } {
  const path = textAt(said, `${what}_body_path`);
  if (path !== undefined) return { entries: [entry(`${what}_body_path`, path)], params: [], paths: [path] };
  const param = textAt(said, `${what}_param`) ?? what;
  return { entries: [entry(`${what}_param`, param)], params: [param], paths: [] };
}

/** dlt reads `total` unless it is told not to, and ends at an empty page unless it is told not to. */
function ends(said: JsonObject, maximum: string): readonly (DraftEntry | false)[] {
  const total = Object.hasOwn(said, 'total_path') ? member(said, 'total_path') : 'total';
  const more = textAt(said, 'has_more_path');
  const most = numberAt(said, maximum);
  return [
    typeof total === 'string' && total !== '' && entry('total_path', selector(total)),
    more !== undefined && entry('has_more_path', selector(more)),
    most !== undefined && entry(maximum, most),
    entry('stop_after_empty_page', member(said, 'stop_after_empty_page') !== false),
  ];
}

function has(said: JsonObject, key: string): boolean {
  return Object.hasOwn(said, key) && said[key] !== null;
}

function flag(said: JsonObject, key: string): DraftEntry | undefined {
  const value = member(said, key);
  return typeof value === 'boolean' ? entry(key, value) : undefined;
}

function optional(said: JsonObject, key: string, usual: JsonValue): DraftEntry | undefined {
  const value = member(said, key);
  return value === undefined || value === usual ? undefined : entry(key, fromJson(value));
}
