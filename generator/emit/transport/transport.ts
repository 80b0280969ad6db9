import { json } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { renderTemplate } from '../template.js';
import { hasFormats } from './format.js';

/** `src/internal/transport/`: how requests go out, by runtime, and `src/package.json`, which chooses among them where sources run as they are. */
export function emitTransport({ header, model }: EmitContext): readonly VirtualFile[] {
  return [
    { path: 'src/package.json', text: json({ type: 'module', sideEffects: false, imports: transportImports('.', 'ts') }).text },
    ...FILES.map((name) => ({
      path: `src/internal/transport/${name}.ts`,
      text: renderTemplate(`src/internal/transport/${name}.ts.hbs`, { header, rows: hasFormats(model) }),
    })),
  ];
}

const FILES = ['exchange', 'fetch', 'node', 'replaced', 'unpack', 'proxy'];

/**
 * Which transport `#transport` is. Runtimes that have `node:http` beside their own `fetch` are told apart from Node first; what nobody
 * has heard of has `fetch`.
 */
export function transportImports(root: './dist' | '.', extension: 'js' | 'ts'): object {
  const file = (name: string): string => `${root}/internal/transport/${name}.${extension}`;
  const viaFetch = Object.fromEntries(['bun', 'deno', 'workerd', 'browser'].map((runtime) => [runtime, file('fetch')]));
  const types = root === '.' ? file('fetch') : file('fetch').replace(/js$/, 'd.ts'); // both transports are of one type
  return { '#transport': { types, ...viaFetch, node: file('node'), default: file('fetch') } };
}
