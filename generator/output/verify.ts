import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { internal } from '../diagnostics/messages/internal.js';
import type { VirtualFile } from '../virtual-file.js';
import type { Compile, Fault } from './compiler.js';
import { nativeCompiler } from './native-compiler.js';

/** More than this many errors say nothing that the first ones do not. */
const MOST = 20;

/**
 * Compiles the sources of a package, as strictly as its own `tsconfig.json` does, and checks that its JSON files parse. Its
 * tests import vitest and Node, so that to compile them takes an installed package. Every fault is ours: an `internal/emitted-code` error.
 *
 * The native compiler does it in a process of its own, in a tenth of a second. Where npm did not install it, TypeScript's
 * older one does, which takes ten times as long.
 */
export async function verifyFiles(files: readonly VirtualFile[], compile?: Compile): Promise<readonly Diagnostic[]> {
  return describeFaults(files, await findFaults(files, compile));
}

/** What does not compile, as the compiler says it. */
export async function findFaults(files: readonly VirtualFile[], compile?: Compile, signal?: AbortSignal): Promise<readonly Fault[]> {
  const sources = files.filter(({ path }) => path === 'src/package.json' || (path.startsWith('src/') && path.endsWith('.ts')));
  return (compile ?? (await findCompiler()))(sources, signal);
}

/** The faults of a package as ours. */
export function describeFaults(files: readonly VirtualFile[], faults: readonly Fault[]): readonly Diagnostic[] {
  const diagnostics = faults.map(({ path, line, message }) => internal.emittedCode(path ?? 'the code', line, message));
  return [...brokenJson(files), ...diagnostics].slice(0, MOST);
}

async function findCompiler(): Promise<Compile> {
  return nativeCompiler() ?? (await import('./script-compiler.js')).compileInProcess;
}

function brokenJson(files: readonly VirtualFile[]): Diagnostic[] {
  return files
    .filter(({ path }) => path.endsWith('.json'))
    .flatMap(({ path, text }) => {
      try {
        JSON.parse(text);
        return [];
      } catch (error) {
        return [internal.emittedCode(path, undefined, String(error))];
      }
    });
}
