import { hooks as messages } from '../diagnostics/messages/hooks.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { HooksSource } from '../hooks/source.js';
import { type Disk, kindOf, readIfThere } from '../output/disk.js';
import type { Finding } from './report.js';
import type { SpecPath } from './specs.js';

export type ReadHooksFile =
  { readonly ok: true; readonly hooks: HooksSource | undefined } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads the hooks file beside a spec, `specs/analytics.hooks.ts`. It is its author's: nothing here ever writes one. */
export async function readHooksFile({ path, shown }: SpecPath, disk: Disk): Promise<ReadHooksFile> {
  const [file, named] = [path, shown].map((each) => each.replace(/\.[^./\\]*$/, '.hooks.ts'));
  if (file === undefined || named === undefined) return { ok: true, hooks: undefined };
  if ((await kindOf(file, disk)) === 'link') return { ok: false, diagnostic: messages.symlink(named) };
  const bytes = await readIfThere(file, disk);
  if (bytes === undefined) return { ok: true, hooks: undefined };
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  return { ok: true, hooks: { path: named.replaceAll('\\', '/'), text } };
}

/** What is wrong with a hooks file. */
export function hooksFinding(source: HooksSource | undefined, diagnostics: readonly Diagnostic[] = []): readonly Finding[] {
  return source === undefined || diagnostics.length === 0 ? [] : [{ source, diagnostics }];
}
