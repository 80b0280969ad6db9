import { type Code, code, identifier, join, literal, nothing } from '../code.js';
import { everyAuth, schemeOf } from '../model/auth.js';
import type { PagingHelper } from '../paginators/contract.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { fillsSegments } from './filled-url.js';
import { isPartitioned } from './loops.js';
import { isPaged } from './page-loop.js';

/** `src/pagination.ts`: what page loops have in common, as far as the spec's loops need it; `src/state.ts`; `src/path.ts`; `src/repeats.ts`. */
export function emitPagination(context: EmitContext): readonly VirtualFile[] {
  const paged = context.resources.some((resource) => isPaged(resource));
  const used = HELPERS.filter(([name]) => context.resources.some(({ loop }) => loop.helpers.includes(name)));
  const errors = [
    ...(paged ? [code`${context.prefix}PaginationError`] : []),
    ...(used.some(([name]) => READS_BODY.includes(name)) ? [code`${context.prefix}ResponseError`] : []),
    code`type RecordPlace`,
  ];
  const pagination = code`
    ${context.header}

    import { ${join(errors, ', ')} } from './errors.ts';
    ${used.some(([name]) => name === 'linkedPage') ? code`import type { AnswerHeaders } from './internal/transport/exchange.ts';` : nothing}

    ${join([...(paged ? [repeatGuard(context.prefix)] : []), ...used.map(([, emit]) => emit(context.prefix, context))], '\n\n')}
  `;
  return [
    ...(paged ? [{ path: 'src/pagination.ts', text: `${pagination.text}\n` }] : []),
    ...emitState(context),
    ...emitPath(context),
    ...emitRepeats(context),
  ];
}

function repeatGuard(prefix: Code): Code {
  return code`
    /** Returns a check that throws when a mark comes a second time, however long the cycle (Brent's algorithm: constant memory). */
    export function repeatGuard(): (mark: string, place: RecordPlace) => void {
      let kept: string | undefined;
      let steps = 0;
      let limit = 1;
      return (mark, place) => {
        if (mark === kept) throw new ${prefix}PaginationError(place, 'no_progress', ': the API sent the same page again');
        if (++steps < limit) return;
        kept = mark;
        steps = 0;
        limit *= 2;
      };
    }
  `;
}

const isCursor = code`typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))`;

/** Helpers that refuse what a body says. */
const READS_BODY: readonly PagingHelper[] = ['wholeNumber', 'flag', 'cursorAt', 'needCursor', 'linkAt'];

const HELPERS: readonly (readonly [PagingHelper, (prefix: Code, context: EmitContext) => Code])[] = [
  [
    'wholeNumber',
    (prefix) => code`
      /** A count from a body: a whole number, or one written as text. */
      export function wholeNumber(value: unknown, path: string, place: RecordPlace): number {
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
        if (typeof value === 'string' && /^\\d{1,15}$/.test(value)) return Number(value);
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected a whole number at "\${path}"\`);
      }
    `,
  ],
  [
    'flag',
    (prefix) => code`
      /** A yes or no from a body: true, false, or one of them as text. */
      export function flag(value: unknown, path: string, place: RecordPlace): boolean {
        if (typeof value === 'boolean') return value;
        if (value === 'true' || value === 'false') return value === 'true';
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected true or false at "\${path}"\`);
      }
    `,
  ],
  [
    'cursorAt',
    (prefix, context) => code`
      /** The cursor of the next page from a body; null where there is none. 0 is a cursor. */
      export function cursorAt(value: unknown, path: string, place: RecordPlace): string | number | null {
        if (value === undefined || value === null || value === false || value === '') return null;
        if (${isCursor}) return value;
        ${bigCursor(context)}
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected a text or a whole number at "\${path}"\`);
      }
    `,
  ],
  [
    'needCursor',
    (prefix, context) => code`
      /** The cursor of a page that has to be there: without it, the read would begin again or end too early. */
      export function needCursor(value: unknown, path: string, place: RecordPlace): string | number {
        if (value !== '' && (${isCursor})) return value;
        ${bigCursor(context)}
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: there is more, but no cursor at "\${path}"\`);
      }
    `,
  ],
  [
    'emptyGuard',
    (prefix) => code`
      /** Returns a check that throws at the fourth empty page in a row. */
      export function emptyGuard(): (records: number, place: RecordPlace) => void {
        let empty = 0;
        return (records, place) => {
          empty = records === 0 ? empty + 1 : 0;
          if (empty > 3) throw new ${prefix}PaginationError(place, 'no_progress', ': the API has sent four empty pages in a row');
        };
      }
    `,
  ],
  [
    'linkAt',
    (prefix) => code`
      /** The page that a link in the body leads to; null where there is none. Links to another origin are refused. */
      export function linkAt(value: unknown, path: string, url: URL, place: RecordPlace): URL | null {
        if (value === undefined || value === null || value === false || value === '') return null;
        if (typeof value !== 'string') throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected a link at "\${path}"\`);
        const next = ownLink(value, url);
        if (next === undefined) throw new ${prefix}PaginationError(place, 'refused_link', ': the next page is not at the same origin');
        return next;
      }
    `,
  ],
  [
    'linkedPage',
    (prefix) => code`
      /** The page that a \`Link\` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
      export function linkedPage(headers: AnswerHeaders, relation: string, url: URL, place: RecordPlace): URL | null {
        for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>((?:[^",<]|"(?:[^"\\\\]|\\\\.)*")*)/g)) {
          const [, quoted, bare] = /;\\s*rel\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))/i.exec(params) ?? [];
          const relations = (quoted ?? bare ?? '').toLowerCase().split(/\\s+/);
          if (!relations.includes(relation)) continue;
          const next = ownLink(target, url);
          if (next === undefined) throw new ${prefix}PaginationError(place, 'refused_link', ': the next page is not at the same origin');
          return next;
        }
        return null;
      }
    `,
  ],
  [
    'ownLink',
    (_prefix, { model }) => {
      const names = authParams(model).map((name) => name.toLowerCase());
      const named =
        names.length === 1 ? code`name.toLowerCase() === ${literal(names[0])}` : code`${literal(names)}.includes(name.toLowerCase())`;
      const echoed = code`
        for (const name of [...target.searchParams.keys()]) {
          if (${named}) target.searchParams.delete(name); // the API echoes the credential
        }
      `;
      return code`
        /** A link of the API as a URL; undefined when it leaves the origin of \`url\`: it would take the credential with it. */
        export function ownLink(link: string, url: URL): URL | undefined {
          const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
          if (target?.origin !== url.origin || target.username !== '' || target.password !== '') return undefined;
          ${names.length === 0 ? nothing : echoed}
          return target;
        }
      `;
    },
  ],
];

/** Where digits are kept, a cursor may be beyond 2^53. */
function bigCursor({ exactNumbers }: EmitContext): Code {
  return exactNumbers
    ? code`if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return String(BigInt(value)); // beyond 2^53`
    : nothing;
}

/** Query parameters that sign requests. */
function authParams(model: EmitContext['model']): readonly string[] {
  return [...new Set(everyAuth(model).flatMap((auth) => schemeOf(auth.type).queryParams(auth)))];
}

function emitState({ prefix, header, resources, counters }: EmitContext): readonly VirtualFile[] {
  const paged = resources.some((resource) => isPaged(resource) || isPartitioned(resource));
  const text = code`
    ${header}

    import { ${prefix}StateError } from './errors.ts';

    /** What every state of one resource has in common. */
    export interface StateToken {
      readonly v: 1;
      readonly resource: string;
      readonly shape: string;
      readonly origin: string;
    }

    /** Throws when a saved state was made by another resource, paginator, API or version${paged ? code`, or names no position` : nothing}. */
    export function checkState<Next extends object>(
      state: (StateToken & { readonly next: Next | null }) | undefined,
      token: StateToken,
      ${paged ? code`isPosition: (next: Next) => boolean = () => false,` : nothing}
    ): void {
      if (state === undefined) return;
      const place = { resource: token.resource, page: 0, attempt: 0, record: 0${join(
        counters.map((name) => code`, ${identifier(name)}: 0`),
        '',
      )}, state };
      for (const key of ['v', 'resource', 'shape', 'origin'] as const) {
        if (state[key] !== token[key]) throw new ${prefix}StateError(place, 'invalid_state', \`: the state has another \${key}\`);
      }
      ${paged ? code`if (state.next !== null && !(typeof state.next === 'object' && isPosition(state.next))) {` : code`if (state.next !== null) {`}
        throw new ${prefix}StateError(place, 'invalid_state', ': the state names no position');
      }
    }
  `;
  return [{ path: 'src/state.ts', text: `${text.text}\n` }];
}

function emitPath(context: EmitContext): readonly VirtualFile[] {
  const { header, resources } = context;
  if (resources.every(({ model }) => model.path.every((part) => typeof part === 'string')) && !fillsSegments(context)) return [];
  const text = code`
    ${header}

    /** A value as one segment of a path: it can neither add segments nor take any away. */
    export function pathSegment(value: string | number | bigint | boolean | null | undefined, option: string): string {
      const text = String(value ?? '');
      if (text === '' || text === '.' || text === '..') throw new TypeError(\`\${option}: expected a text that can stand in a path\`);
      return encodeURIComponent(text);
    }
  `;
  return [{ path: 'src/path.ts', text: `${text.text}\n` }];
}

function emitRepeats({ header, resources }: EmitContext): readonly VirtualFile[] {
  if (resources.every(({ parent }) => parent === undefined)) return [];
  const text = code`
    ${header}

    /** Beyond this many parents, one that comes again is read again. */
    const MOST_REMEMBERED = 100_000;

    /** Returns a function that says whether it was given a key before. It remembers the latest ones only. */
    export function repeats(): (key: string) => boolean {
      const seen = new Set<string>();
      return (key) => {
        if (seen.has(key)) return true;
        seen.add(key);
        const [oldest] = seen.size > MOST_REMEMBERED ? seen : [];
        if (oldest !== undefined) seen.delete(oldest);
        return false;
      };
    }
  `;
  return [{ path: 'src/repeats.ts', text: `${text.text}\n` }];
}
