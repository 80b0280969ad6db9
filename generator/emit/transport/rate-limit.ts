import { type Code, code, count, docWords, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { renderTemplate } from '../template.js';

/** `src/internal/rate-limit.ts`, where the spec has a limit. */
export function emitRateLimit({ model, header }: EmitContext): readonly VirtualFile[] {
  const { rateLimit: limit } = model;
  if (limit === null) return [];
  const values = { header, limit: docWords(showLimit(limit)), requests: count(limit.requests), perMs: count(limit.perMs) };
  return [{ path: 'src/internal/rate-limit.ts', text: renderTemplate('src/internal/rate-limit.ts.hbs', values) }];
}

/** `100 requests in 60 s` */
export function showLimit({ requests, perMs }: { readonly requests: number; readonly perMs: number }): string {
  return `${requests === 1 ? 'one request' : `${requests} requests`} in ${perMs / 1000} s`;
}

/** The body of the function that reads the reset header, in milliseconds to wait; nothing where the spec names none. */
export function emitResetMs({ model }: EmitContext): Code {
  const { rateLimitReset: reset } = model;
  if (reset === null) return nothing;
  const value = code`Number(headers.get(${literal(reset.header)}))`;
  const wait =
    reset.format === 'seconds' ? code`${value} * 1000` : code`${reset.format === 'epoch_s' ? code`${value} * 1000` : value} - now`;
  return code`
    ${reset.format === 'seconds' ? nothing : code`const now = Date.parse(headers.get('date') ?? '') || Date.now(); // by the API's own clock where it tells`}
    return Math.max(0, ${wait}) || 0;
  `;
}
