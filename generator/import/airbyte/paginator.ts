import { entry, mapping } from '../../draft/draft.js';
import { placeOf } from '../jinja/fold.js';
import { cannot } from '../refuse.js';
import { member, objectAt, textAt, type JsonObject } from '../values.js';
import { onlyExpression } from './conditions.js';
import { cursorDraft } from './cursor-paging.js';
import { parametersOf } from './expand.js';
import { limitOf, made, optionOf, place, sent, SINGLE, type Limit, type Option, type PaginatorDraft } from './paging-parts.js';
import { short, type Scope } from './scope.js';

/** `tokenParam`: the query parameter that a template sends the token in, where no option says where it goes. */
export function paginatorDraft(
  value: JsonObject | undefined,
  scope: Scope,
  selectorPath: readonly string[],
  tokenParam: string | undefined,
): PaginatorDraft {
  const type = textAt(value, 'type');
  if (value === undefined || type === 'NoPagination') return made(SINGLE);
  if (type !== 'DefaultPaginator')
    return made(
      mapping(entry('type', 'cursor'), entry('cursor_param', 'page')),
      { params: ['page'], hooks: [{ hook: 'next', quoted: textAt(value, 'class_name') ?? String(type) }] },
      'LOOK: a paginator in Python, for which the hook next stands',
    );
  const inner = scope.inside(parametersOf(value));
  const strategy = objectAt(value, 'pagination_strategy') ?? {};
  const size = sizeOf(strategy, inner);
  const sizeOption = optionOf(objectAt(value, 'page_size_option'), inner);
  const tokenOption = objectAt(value, 'page_token_option');
  const isPath = textAt(tokenOption, 'type') === 'RequestPath' || textAt(tokenOption, 'inject_into') === 'path';
  const token = isPath
    ? undefined
    : (optionOf(tokenOption, inner) ?? (tokenParam === undefined ? undefined : { into: 'request_parameter', name: tokenParam }));
  const limit = limitOf(size, sizeOption);
  switch (textAt(strategy, 'type')) {
    case 'PageIncrement':
      return counting('page_number', strategy, token, limit, size, inner);
    case 'OffsetIncrement':
      return counting('offset', strategy, token, limit, size, inner);
    case 'CursorPagination':
      return cursorDraft(strategy, isPath, token, limit, inner.inside(parametersOf(strategy)), selectorPath);
    default:
      return made(
        mapping(entry('type', 'cursor'), ...(token === undefined ? [entry('cursor_param', 'page')] : place('cursor', token))),
        { ...sent(token, limit), hooks: [{ hook: 'next', quoted: textAt(strategy, 'class_name') ?? 'a strategy of paging' }] },
        'LOOK: a strategy in Python, for which the hook next stands',
      );
  }
}

function sizeOf(strategy: JsonObject, scope: Scope): number | undefined {
  const said = member(strategy, 'page_size');
  // engines take a size below one for none
  if (typeof said === 'number') return said < 1 ? undefined : said;
  if (typeof said !== 'string') return undefined;
  const constant = scope.constant(said);
  if (/^\d+$/.test(String(constant))) return Number(constant);
  const expression = onlyExpression(said);
  const otherwise = expression === undefined ? undefined : scope.withDefault(expression)?.value;
  if (/^\d+$/.test(String(otherwise))) return Number(otherwise);
  const place = expression === undefined ? undefined : placeOf(expression);
  const usual = place?.root === 'config' ? scope.options.factsOf(place.path).default : undefined;
  return /^\d+$/.test(String(usual)) ? Number(usual) : cannot(`the size of pages is computed: ${short(said)}`);
}

function counting(
  type: 'page_number' | 'offset',
  strategy: JsonObject,
  token: Option | undefined,
  limit: Limit,
  size: number | undefined,
  scope: Scope,
): PaginatorDraft {
  if (token === undefined) return inTemplate(type, strategy, limit, size, scope);
  const isInjected = member(strategy, 'inject_on_first_request') === true;
  const first = member(strategy, 'start_from_page');
  const base = typeof first === 'number' ? first : typeof first === 'string' ? Number(scope.constant(first) ?? 0) : 0;
  const unsent = isInjected ? [] : [entry('first_page', 'unsent')];
  const differs = size === undefined ? [] : ['ends at an empty page; the engine ends at one that is not full'];
  if (type === 'offset')
    return made(
      mapping(
        entry('type', 'offset'),
        ...(size === undefined ? [entry('limit', 100), entry('limit_param', null)] : limit.words),
        ...place('offset', token),
        ...unsent,
      ),
      { ...sent(token, limit), differs },
    );
  return made(mapping(entry('type', 'page_number'), entry('base_page', base), ...place('page', token), ...limit.words, ...unsent), {
    ...sent(token, limit),
    differs,
  });
}

/** The position stands somewhere inside of the request: the hook request takes it from the parameter that it is sent in here. */
function inTemplate(
  type: 'page_number' | 'offset',
  strategy: JsonObject,
  limit: Limit,
  size: number | undefined,
  scope: Scope,
): PaginatorDraft {
  const name = type === 'offset' ? 'offset' : 'page';
  const draft = counting(type, strategy, { into: 'request_parameter', name }, limit, size, scope);
  const quoted = `the position of a page stands in a template: it is the parameter ${name} here`;
  return { ...draft, hooks: [...draft.hooks, { hook: 'request', quoted }] };
}
