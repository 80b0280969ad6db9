import { code, literal, nothing } from '../../code.js';
import { everyAuth, schemeOf } from '../../model/auth.js';
import { helper } from '../../paginators/helpers.js';
import type { EmitContext } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { ANSWER_HEADERS, errorClass, READ_POSITION } from '../symbols.js';
import { LINKED_REQUEST } from './linked-request.js';

/** Of `src/internal/pagination.ts`, what follows links to the next page, and refuses those that lead to another origin. */
export const LINKS: HelperFile['helpers'] = [
  [
    'linkAt',
    (context) => code`
      /** The page that a link in the body leads to; null where there is none. Links to another origin are refused. */
      export function linkAt(value: unknown, path: string, url: URL, place: ${READ_POSITION}): URL | null {
        if (value === undefined || value === null || value === false || value === '') return null;
        if (typeof value !== 'string') throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected a link at "\${path}", \${${helper('gotInstead')}(value)}\`);
        const next = ${helper('ownLink')}(value, url);
        if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', 'the next page is not at the same origin');
        return next;
      }
    `,
  ],
  [
    'needLink',
    (context) => code`
      /** The page that a link in the body leads to, which has to be there: without it, the read would end too early. */
      export function needLink(value: unknown, path: string, url: URL, place: ${READ_POSITION}): URL {
        const next = ${helper('linkAt')}(value, path, url, place);
        if (next !== null) return next;
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`there is more, but no link at "\${path}"\`);
      }
    `,
  ],
  [
    'linkIn',
    (context) => code`
      /** The page that a header leads to, which holds nothing but its URL; null where there is none. Links to another origin are refused. */
      export function linkIn(headers: ${ANSWER_HEADERS}, name: string, url: URL, place: ${READ_POSITION}): URL | null {
        const link = headers.get(name) ?? '';
        if (link === '') return null;
        const next = ${helper('ownLink')}(link, url);
        if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', 'the next page is not at the same origin');
        return next;
      }
    `,
  ],
  [
    'linkedPage',
    (context) => code`
      /** The page that a \`Link\` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
      export function linkedPage(headers: ${ANSWER_HEADERS}, relation: string, url: URL, place: ${READ_POSITION}): URL | null {
        // each \`<target>; parameters\`; quoted parameters may hold commas
        for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>((?:[^",<]|"(?:[^"\\\\]|\\\\.)*")*)/g)) {
          const [, quoted, bare] = /;\\s*rel\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))/i.exec(params) ?? [];
          const relations = (quoted ?? bare ?? '').toLowerCase().split(/\\s+/);
          if (!relations.includes(relation) || /;\\s*results\\s*=\\s*"?false/i.test(params)) continue; // some APIs have a next page that is empty
          const next = ${helper('ownLink')}(target, url);
          if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', 'the next page is not at the same origin');
          return next;
        }
        return null;
      }
    `,
  ],
  ...LINKED_REQUEST,
  [
    'ownLink',
    ({ model }) => {
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

/** Query parameters that sign requests. */
function authParams(model: EmitContext['model']): readonly string[] {
  return [...new Set(everyAuth(model).flatMap((auth) => schemeOf(auth.type).queryParams(auth)))];
}
