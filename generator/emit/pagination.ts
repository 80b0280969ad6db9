import { type Code, code, identifier, join, nothing } from '../code.js';
import type { PagingHelper } from '../paginators/contract.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { isPaged } from './page-loop.js';

/** `src/pagination.ts`: what page loops have in common, as far as the spec's loops need it; `src/state.ts`; `src/path.ts`. */
export function emitPagination(context: EmitContext): readonly VirtualFile[] {
  const paged = context.resources.some((resource) => isPaged(resource));
  const used = HELPERS.filter(([name]) => context.resources.some(({ loop }) => loop.helpers.includes(name)));
  const errors = [
    ...(paged ? [code`${context.prefix}PaginationError`] : []),
    ...(used.some(([name]) => name === 'wholeNumber' || name === 'flag') ? [code`${context.prefix}ResponseError`] : []),
    code`type RecordPlace`,
  ];
  const pagination = code`
    ${context.header}

    import { ${join(errors, ', ')} } from './errors.js';

    ${join([...(paged ? [repeatGuard(context.prefix)] : []), ...used.map(([, emit]) => emit(context.prefix))], '\n\n')}
  `;
  return [...(paged ? [{ path: 'src/pagination.ts', text: `${pagination.text}\n` }] : []), ...emitState(context), ...emitPath(context)];
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

const HELPERS: readonly (readonly [PagingHelper, (prefix: Code) => Code])[] = [
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
    'linkedPage',
    (prefix) => code`
      /** The page that a \`Link\` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
      export function linkedPage(headers: Headers, relation: string, url: URL, place: RecordPlace): URL | null {
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
    () => code`
      /** A link of the API as a URL; undefined when it leaves the origin of \`url\`: it would take the credential with it. */
      export function ownLink(link: string, url: URL): URL | undefined {
        const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
        return target?.origin === url.origin && target.username === '' && target.password === '' ? target : undefined;
      }
    `,
  ],
];

function emitState({ prefix, header, resources, counters }: EmitContext): readonly VirtualFile[] {
  const paged = resources.some((resource) => isPaged(resource) || resource.parent !== undefined);
  const text = code`
    ${header}

    import { ${prefix}StateError } from './errors.js';

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

function emitPath({ header, resources }: EmitContext): readonly VirtualFile[] {
  if (resources.every(({ model }) => model.path.every((part) => typeof part === 'string'))) return [];
  const text = code`
    ${header}

    /** A value as one segment of a path: it can neither add segments nor take any away. */
    export function pathSegment(value: string | number | boolean | undefined, option: string): string {
      const text = String(value ?? '');
      if (text === '' || text === '.' || text === '..') throw new TypeError(\`\${option}: expected a text that can stand in a path\`);
      return encodeURIComponent(text);
    }
  `;
  return [{ path: 'src/path.ts', text: `${text.text}\n` }];
}
