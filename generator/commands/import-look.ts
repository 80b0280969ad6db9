import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { init as messages } from '../diagnostics/messages/init.js';
import { cli } from '../diagnostics/messages/cli.js';
import { isMapping, valueIn, type Draft } from '../draft/draft.js';
import type { Imported } from '../import/contract.js';
import type { AuthChoice } from '../init/write.js';
import { environmentName } from '../model/config.js';
import { nameOf } from '../names.js';
import { accessOf, askApi } from './api-access.js';
import type { Io } from './io.js';

export type Looked = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Looks at the API of an import, with credentials and options from the environment. */
export async function lookAt(imported: Imported, url: string, io: Io): Promise<Looked> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { ok: false, diagnostic: messages.failed(url, 'is no URL') };
  const auth = authOf(valueIn(imported.client, 'auth'));
  const access = accessOf(auth, imported.name, io.env);
  if ('code' in access) return { ok: false, diagnostic: access };
  const { look } = await import('../import/look.js');
  const looked = await look(imported, {
    baseUrl: url.replace(/(?<!\/)\/+$/, ''),
    ask: (request) => (io.interrupt.aborted ? Promise.resolve('nobody to wait for it') : askApi(request, access, [], io.interrupt)),
    option(name) {
      const given = io.env[environmentName(nameOf(imported.name), name)];
      const usual = valueIn(imported.config.get(name), 'default');
      return given ?? (typeof usual === 'string' || typeof usual === 'number' ? String(usual) : undefined);
    },
  });
  return io.interrupt.aborted ? { ok: false, diagnostic: cli.interrupted() } : { ok: true, imported: looked };
}

/** The first scheme that a request can be signed with by hand: a token, a key, a name and a password. */
function authOf(draft: Draft | undefined): AuthChoice | undefined {
  const schemes = Array.isArray(draft) ? (draft as readonly Draft[]) : [draft];
  for (const scheme of schemes) {
    if (!isMapping(scheme)) continue;
    const pairs = scheme.entries.flatMap(({ key, value }) => (typeof value === 'string' ? [[key, value] as const] : []));
    if (['bearer', 'http_basic', 'api_key'].includes(new Map(pairs).get('type') ?? '')) return pairs;
  }
  return undefined;
}
