import { code, literal } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import type { EmitContext } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, READ_POSITION, typeFrom, valueFrom } from '../symbols.js';

const LINKED = typeFrom('internal/pagination', 'LinkedRequest');

/** Of `src/internal/pagination.ts`, what follows links that say a method and a body. */
export const LINKED_REQUEST: HelperFile['helpers'] = [
  [
    'LinkedRequest',
    () => code`
      /** What a page is asked for with, beside its URL. */
      export interface LinkedRequest {
        readonly method: string;
        readonly body?: string;
      }
    `,
  ],
  [
    'linkedRequest',
    (context) => code`
      /**
       * What the next page is asked for with, as its link says: by GET where it names no method, with the last body where it has none.
       * With \`merge: true\` what it has is added to the last body.
       */
      export function linkedRequest(link: unknown, sent: ${LINKED}, place: ${READ_POSITION}): ${LINKED} {
        const { method = 'GET', body, merge }: { readonly method?: unknown; readonly body?: unknown; readonly merge?: unknown } = Object(link);
        if (!${helper('isMethod')}(method)) {
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`the next page is asked for by \${METHODS.join(' or ')}\`);
        }
        if (method === 'GET') return { method };
        if (body === undefined || body === null) return { ...sent, method };
        if (typeof body !== 'object' || Array.isArray(body)) {
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', 'expected an object as the body of the next request');
        }
        const last = merge === true && sent.body !== undefined ? Object(${valueFrom('internal/exact-json', 'parseJson')}(sent.body)) : {};
        return { method, body: ${valueFrom('internal/exact-json', 'stringifyJson')}({ ...last, ...body }) };
      }
    `,
  ],
  [
    'isMethod',
    (context) => code`
      /** Whether pages are asked for so: nothing is changed by it. */
      export function isMethod(value: unknown): value is string {
        return typeof value === 'string' && METHODS.includes(value);
      }

      const METHODS: readonly string[] = ${literal(methodsOf(context))};
    `,
  ],
  [
    'isBody',
    () => code`
      /** Whether a text is a JSON object. */
      export function isBody(text: unknown): text is string {
        try {
          const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
          return typeof value === 'object' && value !== null && !Array.isArray(value);
        } catch {
          return false;
        }
      }
    `,
  ],
];

/** How the next page may be asked for: not so that anything is changed. */
function methodsOf({ resources }: EmitContext): readonly string[] {
  return [...new Set(['GET', 'POST', 'QUERY', ...resources.flatMap(({ model, loop }) => (loop.sent === undefined ? [] : [model.method]))])];
}
