// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { AnswerHeaders } from './transport/exchange.ts';

/** What a `Retry-After` header asks for, in milliseconds: seconds, or one of HTTP's three dates; 0 for anything else. */
export function retryAfterMs(headers: AnswerHeaders): number {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  if (!/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(value)) return 0;
  const now = Date.parse(headers.get('date') ?? '') || Date.now(); // by the API's own clock where it tells
  return Math.max(0, Date.parse(value.replace(/( GMT)?$/, ' GMT')) - now) || 0;
}
