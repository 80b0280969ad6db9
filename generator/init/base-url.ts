import type { Finding } from '../detect/exchange.js';

/** Parts of a path that belong to the address of an API. */
const MOUNTS = /^(?:api|rest|services|public|odata|rpc|\+\+api\+\+|wp-json|v\d+(?:\.\d+)*|\d{4}-\d{2}(?:-\d{2})?)$/i;

/**
 * The address of the API: the origin, and the path that all URLs begin with, as far as it looks like a version or a mount
 * point. `bases`: paths that relative links count on.
 */
export function baseUrlOf(urls: readonly URL[], bases: readonly string[]): Finding<{ readonly url: string; readonly path: string }> {
  const origin = urls[0]?.origin ?? '';
  const paths = urls.map((url) => url.pathname.split('/').filter((part) => part !== ''));
  const [base] = bases;
  if (base !== undefined && bases.every((each) => each === base) && urls.every(({ pathname }) => pathname.startsWith(`${base}/`)))
    return { value: { url: origin + base, path: base }, reason: 'relative links begin here', sure: true };
  const [first = []] = paths;
  const shared: string[] = [];
  for (const [index, part] of first.entries()) {
    if (!MOUNTS.test(part)) break;
    if (!paths.every((path) => path[index] === part && path.length > index + 1)) break;
    shared.push(part);
  }
  const path = shared.length === 0 ? '' : `/${shared.join('/')}`;
  return { value: { url: origin + path, path }, reason: path === '' ? 'the origin of the URL' : 'all paths begin with it', sure: true };
}
