// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { MinimalResponseError, type ReadPosition } from '../errors.ts';
import type { AnswerHeaders } from './transport/exchange.ts';

/** Refuses an answer whose `Link` header names a next page: it would not be read. */
export function refuseMore(headers: AnswerHeaders, place: ReadPosition): void {
  for (const [link] of (headers.get('link') ?? '').matchAll(/<[^<>]*>(?:[^",<]|"[^"]*")*/g)) {
    const [, quoted, bare = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(link) ?? [];
    if ((quoted ?? bare).toLowerCase().split(/\s+/).includes('next') && !/results\s*=\s*"?false/i.test(link)) {
      throw new MinimalResponseError(
        place,
        'more_pages',
        'the answer has a link to a next page, and the spec says that there is one. Set a header_link paginator, or more: ignore',
      );
    }
  }
}
