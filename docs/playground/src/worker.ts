import { structuredPatch } from 'diff';
import { withLock } from '../../../generator/output/lock.js';
import type { VirtualFile } from '../../../generator/virtual-file.js';
import { version } from '../../../generator/version.js';
import { parseAnswers } from './answers.js';
import { make, type Made } from './generation.js';
import { laidOut } from './layout.js';
import type { Change, FileFact, FromWorker, Package, Replies, ToWorker } from './protocol.js';
import { trace } from './trace.js';

// The generator, in a thread of its own: the page stays quick while it works. It reads and sends nothing.

type MadePackage = NonNullable<Made['made']>;

let last: { readonly spec: string; readonly made: MadePackage } | undefined;
let base: ReadonlyMap<string, VirtualFile> | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then((reply) => {
    const message: FromWorker = { id: data.id, reply };
    postMessage(message);
  });
});

async function answer(question: ToWorker): Promise<Replies[keyof Replies]> {
  switch (question.ask) {
    case 'make':
      return makePackage(question.what.spec);
    case 'file': {
      const file = last?.made.files.find(({ path }) => path === question.what.path);
      return file === undefined ? undefined : laidOut(file);
    }
    case 'files':
      return everyFile();
    case 'base':
      base = byPath(last?.made.files ?? []);
      return undefined;
    case 'changes':
      return changes();
    case 'trace': {
      if (last === undefined) return [];
      const { files, client } = last.made;
      return trace({
        files,
        client,
        property: question.what.property,
        gzip: question.what.gzip,
        answers: parseAnswers(question.what.answers),
      });
    }
  }
}

async function makePackage(spec: string): Promise<Replies['make']> {
  const started = performance.now();
  const { problems, made } = await make(spec);
  if (made !== undefined) {
    last = { spec, made };
    base ??= byPath(made.files);
  }
  return { problems, made: made === undefined ? undefined : factsOf(made), milliseconds: performance.now() - started };
}

function factsOf({ name, files, resources }: MadePackage): Package {
  return { name, files: files.map((file): FileFact => ({ path: file.path, state: stateOf(file) })), resources };
}

function stateOf({ path, text }: VirtualFile): FileFact['state'] {
  const before = base?.get(path);
  return before === undefined ? 'new' : before.text === text ? 'same' : 'changed';
}

async function everyFile(): Promise<readonly VirtualFile[]> {
  if (last === undefined) return [];
  const files: VirtualFile[] = [];
  for (const file of last.made.files) files.push({ path: file.path, text: await laidOut(file) });
  return withLock(files, version, last.spec);
}

async function changes(): Promise<readonly Change[]> {
  const now = byPath(last?.made.files ?? []);
  const found: Change[] = [];
  for (const path of [...new Set([...(base?.keys() ?? []), ...now.keys()])].sort()) {
    const [before, after] = [base?.get(path), now.get(path)];
    if (before?.text === after?.text) continue;
    const kind = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
    const [old, young] = [before === undefined ? '' : await laidOut(before), after === undefined ? '' : await laidOut(after)];
    const { hunks } = structuredPatch(path, path, old, young, undefined, undefined, { context: 3 });
    const lines = hunks.flatMap((hunk) => [`@@ line ${hunk.newStart}`, ...hunk.lines]);
    found.push({ path, kind, lines });
  }
  return found;
}

function byPath(files: readonly VirtualFile[]): ReadonlyMap<string, VirtualFile> {
  return new Map(files.map((file) => [file.path, file]));
}
