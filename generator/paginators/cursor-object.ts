import { code, literal } from '../code.js';
import { accessPath, showPath, type Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import type { AnsweredPage, Answer, Loop, LoopNames, RefusedAnswer } from './contract.js';
import { helper } from './helpers.js';
import { fill, targetParams, type Target } from './target.js';
import { bodyAt } from './body-places.js';

/** The cursor that is several query parameters: an object of the body, as MediaWiki's `continue`. */

/** What a cursor paginator says of it. */
export interface CursorObject {
  readonly path: Path;
  readonly size: { readonly limit: number | null; readonly target: Target };
  readonly stopAfterEmptyPage: boolean;
  readonly maximumEmptyPages: number;
}

/** Its page loop. */
export function emitCursorObject({ path, size, stopAfterEmptyPage, maximumEmptyPages }: CursorObject, { position }: LoopNames): Loop {
  const { limit } = size;
  const shown = showPath(path);
  return {
    summary: `${limit === null ? 'page after page' : `${limit} records a page`} by the parameters at \`${shown}\` of the body, until there are none`,
    reassignsUrl: true,
    kind: 'cursor',
    position: [
      {
        name: 'params',
        type: code`{ readonly [name: string]: string }`,
        description: 'Query parameters of the next page.',
        check: (value) => code`${helper('isParams')}(${value})`,
        refused: [{}, { after: 7 }, 'after', []],
      },
    ],
    fixedQuery: limit === null ? [] : targetParams(size.target).map((name) => [name, limit]),
    bodyFields: [],
    start: code`
      const first = url;
      let params = ${position}?.params ?? null;
    `,
    request: code`
      url = new URL(first);
      for (const [name, value] of Object.entries(params ?? {})) url.searchParams.set(name, value);
    `,
    extras: [
      {
        name: 'nextParams',
        type: code`{ readonly [name: string]: string } | null`,
        value: code`${helper('paramsAt')}(${accessPath(code`body`, path)}, ${literal(shown)}, place)`,
        reads: [],
        none: code`null`,
      },
    ],
    advance: stopAfterEmptyPage ? code`params = records.length === 0 ? null : nextParams;` : code`params = nextParams;`,
    ends: code`params === null`,
    next: [code`params`],
    progress: { by: 'position', position: code`JSON.stringify(params)` },
    maximumEmptyPages: stopAfterEmptyPage ? 0 : maximumEmptyPages,
  };
}

/** The n-th answer of a made-up API. */
export function answerCursorObject({ path, size }: CursorObject, page: AnsweredPage): Answer {
  const url = new URL(page.firstUrl);
  fill(size.target, size.limit, url);
  for (const [name, value] of Object.entries(page.index === 0 ? {} : paramsAfter(page.index - 1)))
    url.searchParams.set(name, String(value));
  const more = page.index < page.pages - 1;
  return { url: url.href, requestBody: [], headers: {}, body: more ? bodyAt<JsonValue>(path, paramsAfter(page.index)) : [] };
}

/** Answers that a read must refuse. */
export function refusedCursorObjects({ path }: CursorObject): readonly RefusedAnswer[] {
  const at = bodyAt(path, null).flatMap(([each]) => [each])[0] ?? [];
  return ['after', 7, ['after'], { after: {} }].map((value) => ({
    name: `the parameters ${JSON.stringify(value)}`,
    body: [at, value],
    error: 'ResponseError',
    code: 'invalid_page',
  }));
}

/** Two parameters after the first page, and another one after the next: what was sent before is not sent again. */
function paramsAfter(index: number): Readonly<Record<string, string | number>> {
  return index === 0 ? { after: 'page+2/=&', more: 2 } : { until: `page ${index + 2}` };
}
