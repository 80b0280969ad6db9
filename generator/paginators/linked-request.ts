import { type Code, code, nothing, use } from '../code.js';
import type { Mutant } from '../mutant.js';
import { accessPath, parsePlace, showPath, type Place } from '../selector.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { optional, text, type Check } from '../shape.js';
import type { Answer, PageExtra, PositionField, RefusedAnswer } from './contract.js';
import { helper } from './helpers.js';
import { isSingle } from './links.js';
import { checkPlace } from './stop-rules.js';
import { bodyAt } from './body-places.js';

/** What links in bodies say of the next request beside its URL: its method, and its body (STAC). */

/** Where a link says it; null: it does not, and the requests are as the spec has them. */
export interface Linked {
  readonly method: Place | null;
  readonly body: Place | null;
}

const checkMember: Check<string> = (value, span, reading) => {
  if (!checkPlace(value, span, reading)) return false;
  const isMember = isSingle(placeOf(value) ?? []);
  if (!isMember)
    reading.report(messages.pattern(span, 'spec/selector-syntax', 'not the place of a single value', 'Name its keys: links.next.'));
  return isMember;
};

export const linkedKeys = {
  next_method_path: optional(
    text({
      description: 'Where the body has the method of the next request: GET, POST or QUERY; GET where it is missing.',
      check: checkMember,
      examples: ["links[?@.rel=='next'].method"],
    }),
  ),
  next_body_path: optional(
    text({
      description:
        'Where the body has the JSON body of the next request; the last one again where it is missing. With `merge: true` beside it, its members are added to the last body.',
      check: checkMember,
      examples: ["links[?@.rel=='next'].body"],
    }),
  ),
} as const;

export function linkedOf(said: { readonly next_method_path?: string; readonly next_body_path?: string }): Linked | null {
  const [method, body] = [placeOf(said.next_method_path), placeOf(said.next_body_path)];
  return method === null && body === null ? null : { method, body };
}

function placeOf(said: string | undefined): Place | null {
  const parsed = said === undefined ? undefined : parsePlace(said);
  return parsed?.ok === true ? parsed.path : null;
}

/** What a state says of the next request beside its URL. */
export function linkedPosition({ body }: Linked): readonly PositionField[] {
  return [
    {
      name: 'method',
      type: code`string`,
      description: 'What the next page is asked for with.',
      check: (value) => code`${helper('isMethod')}(${value})`,
      refused: ['DELETE', null],
    },
    {
      name: 'body',
      type: code`string`,
      description: 'The body of the next request.',
      check: (value) =>
        body === null
          ? code`(${value} === undefined || typeof ${value} === 'string')`
          : code`(${value} === undefined || ${helper('isBody')}(${value}))`,
      refused: body === null ? [7] : [7, '[]', '{'],
    },
  ];
}

/** What the link of an answer says of the next request, read inside the retried unit. */
export function emitLinked({ method, body }: Linked, link: Place): PageExtra {
  return {
    name: 'sends',
    type: use({ name: 'LinkedRequest', file: 'src/internal/pagination.ts', kind: 'type' }),
    value: code`${helper('linkedRequest')}(${linkObject(method, body, link)}, sent, place)`,
    reads: ['sent'],
    none: code`sent`,
  };
}

/** The link with members `method`, `body` and `merge`: as it stands in the body, where they are called so there. */
function linkObject(method: Place | null, body: Place | null, link: Place): Code {
  const all = [link, ...(method === null ? [] : [method]), ...(body === null ? [] : [body])];
  const parents = new Set(all.map((place) => showPath(place.slice(0, -1))));
  if (parents.size === 1 && isKey(method, 'method') && isKey(body, 'body') && link.length > 1)
    return accessPath(code`body`, link.slice(0, -1));
  const members = [
    method === null ? code`method: sent.method` : code`method: ${accessPath(code`body`, method)}`,
    ...(body === null ? [] : [code`body: ${accessPath(code`body`, body)}`, code`merge: ${accessPath(code`body`, mergePlace(body))}`]),
  ];
  return code`{ ${members[0] ?? nothing}${members.slice(1).map((each) => code`, ${each}`)} }`;
}

function isKey(place: Place | null, name: string): boolean {
  const last = place?.at(-1);
  return last?.kind === 'key' && last.key === name;
}

/** Beside the body of a link stands whether it is to be merged. */
function mergePlace(body: Place): Place {
  return [...body.slice(0, -1), { kind: 'key', key: 'merge' }];
}

/** How a made-up API says it: page after page with one more member in the body, or one that is new each time. */
export function answerLinked(linked: Linked, index: number): { readonly request: Partial<Answer>; readonly body: Answer['body'] } {
  const member = { after: `page ${index + 2}` };
  return {
    request: {
      ...(index === 0 || linked.method === null ? {} : { method: 'POST' }),
      requestBody: index === 0 || linked.body === null ? [] : [[['after'], `page ${index + 1}`]],
    },
    body: [
      ...bodyAt(linked.method, 'POST'),
      ...(linked.body === null ? [] : [...bodyAt(linked.body, member), ...bodyAt(mergePlace(linked.body), true)]),
    ],
  };
}

/** Answers whose link asks for what is not asked. */
export function refusedLinked({ method, body }: Linked): readonly RefusedAnswer[] {
  const refused = (place: Place | null, name: string, value: string): readonly RefusedAnswer[] =>
    bodyAt(place, value)
      .slice(0, 1)
      .map(([path]) => ({ name, body: [path, value], error: 'ResponseError', code: 'invalid_page' }));
  return [...refused(method, 'a next page by DELETE', 'DELETE'), ...refused(body, 'a next body that is no object', 'all')];
}

export const LINKED_MUTANTS: readonly Mutant[] = [
  { name: 'the body of a link is not sent', file: 'resource', find: '[url, sent] = [link, sends]', replace: 'url = link' },
  {
    name: 'what a link adds to the last body takes its place',
    file: 'src/internal/pagination.ts',
    find: 'merge === true',
    replace: 'merge === undefined',
  },
  {
    name: 'a saved body is forgotten',
    file: 'resource',
    find: '...(saved.body !== undefined && { body: saved.body })',
    replace: '',
  },
  {
    name: 'a link may ask by any method',
    file: 'src/internal/pagination.ts',
    find: 'METHODS.includes(',
    replace: 'Boolean(',
  },
];
