import { type Code, use } from '../code.js';

/**
 * What page loops call of the emitted `src/internal/pagination.ts`, which declares those that are called.
 *
 * `wholeNumber` and `flag` read a total and a has-more, `totalIn` a total in a header; `cursorAt` and `needCursor` a cursor, `paramsAt`
 * and `isParams` one that is several parameters;
 * `linkedPage` the `Link` header, `linkAt` and `needLink` a link in the body, `linkIn` one in a header, `ownLink` any link,
 * `linkedRequest` what a link says of the request of the next page.
 */
export type PagingHelper =
  | 'wholeNumber'
  | 'gotInstead'
  | 'totalIn'
  | 'flag'
  | 'cursorAt'
  | 'needCursor'
  | 'paramsAt'
  | 'isParams'
  | 'linkedPage'
  | 'linkAt'
  | 'needLink'
  | 'linkIn'
  | 'ownLink'
  | 'linkedRequest'
  | 'isMethod'
  | 'isBody'
  | 'PageGuard'
  | 'pageKey'
  | 'ShortPages'
  | 'Overlap'
  | 'nextUrl';

/** A helper in emitted code: the file that it stands in imports it. */
export function helper(name: PagingHelper): Code {
  return use({ name, file: 'src/internal/pagination.ts', kind: 'value' });
}
