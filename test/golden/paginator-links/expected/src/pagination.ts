// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LinksPaginationError, type RecordPlace } from './errors.ts';
import type { AnswerHeaders } from './internal/transport/exchange.ts';

/** Returns a check that throws when a mark comes a second time, however long the cycle (Brent's algorithm: constant memory). */
export function repeatGuard(): (mark: string, place: RecordPlace) => void {
  let kept: string | undefined;
  let steps = 0;
  let limit = 1;
  return (mark, place) => {
    if (mark === kept) throw new LinksPaginationError(place, 'no_progress', ': the API sent the same page again');
    if (++steps < limit) return;
    kept = mark;
    steps = 0;
    limit *= 2;
  };
}

/** The page that a `Link` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
export function linkedPage(headers: AnswerHeaders, relation: string, url: URL, place: RecordPlace): URL | null {
  for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(
    /<([^<>]*)>((?:[^",<]|"(?:[^"\\]|\\.)*")*)/g,
  )) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(params) ?? [];
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    if (!relations.includes(relation)) continue;
    const next = ownLink(target, url);
    if (next === undefined)
      throw new LinksPaginationError(place, 'refused_link', ': the next page is not at the same origin');
    return next;
  }
  return null;
}

/** A link of the API as a URL; undefined when it leaves the origin of `url`: it would take the credential with it. */
export function ownLink(link: string, url: URL): URL | undefined {
  const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
  if (target?.origin !== url.origin || target.username !== '' || target.password !== '') return undefined;
  return target;
}
