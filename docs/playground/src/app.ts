import schemaJson from '../../../generator/spec/tapwright.schema.json' with { type: 'json' };
import { EXAMPLES } from './examples.js';
import { element, made } from './elements.js';
import { specEditor, viewer } from './editor.js';
import { showTree } from './file-tree.js';
import { GeneratorClient } from './generator-client.js';
import type { Problem, Readable } from './generation.js';
import type { Change, Package } from './protocol.js';
import type { Schema } from './schema.js';
import { fromFragment, toFragment, zipped } from './share.js';
import { tabs } from './tabs.js';
import { showTrace } from './trace-view.js';

// The page. What it shows follows from three things: the spec, the file that is open, and the answers that were pasted.

const schema = schemaJson as Schema;
const generator = new GeneratorClient('worker.js');
const status = element('status', HTMLParagraphElement);
const answers = element('answers', HTMLTextAreaElement);
const resource = element('resource', HTMLSelectElement);

const view = viewer(element('viewer', HTMLDivElement));
const editor = specEditor(element('editor', HTMLDivElement), schema, () => {
  changedAt = performance.now();
  void update();
});

let current: Package | undefined;
let openPath = '';
let shownTab = 'files';
/** Whether the answers are those that were made up: they are then made up anew with the package. */
let madeUp = true;
let changedAt = 0;
let isMaking = false;
let isStale = false;

/** Makes the package of the text; while one is made, the next text waits, and those between are passed over. */
async function update(): Promise<void> {
  if (isMaking) {
    isStale = true;
    return;
  }
  isMaking = true;
  do {
    isStale = false;
    const since = changedAt;
    const { problems, made: pack, milliseconds } = await generator.ask('make', { spec: editor.text });
    editor.mark(problems);
    showProblems(problems);
    if (pack !== undefined) await showPackage(pack);
    status.textContent = summary(problems, pack, milliseconds);
    performance.measure('keystroke', { start: since, end: performance.now() });
  } while (isStale);
  isMaking = false;
  document.documentElement.dataset['made'] = editor.text.length.toString();
}

async function showPackage(pack: Package): Promise<void> {
  current = pack;
  if (!pack.files.some(({ path }) => path === openPath)) openPath = firstPath(pack);
  showTree(element('tree', HTMLElement), pack.files, openPath, (path) => void open(path));
  await showFile();
  showResources(pack.resources);
  if (shownTab === 'changes') await showChanges();
  if (shownTab === 'requests') await showRead();
}

/** What one reads first: the loop of the first resource. */
function firstPath({ files, resources }: Package): string {
  const file = resources[0]?.file;
  return (files.find(({ path }) => path === file) ?? files[0])?.path ?? '';
}

async function open(path: string): Promise<void> {
  openPath = path;
  if (current !== undefined) showTree(element('tree', HTMLElement), current.files, openPath, (each) => void open(each));
  await showFile();
}

async function showFile(): Promise<void> {
  const path = openPath;
  const text = await generator.ask('file', { path });
  if (text !== undefined && path === openPath) view.show(path, text);
}

function showProblems(problems: readonly Problem[]): void {
  element('problems', HTMLUListElement).replaceChildren(
    ...problems.map(({ from, line, column, severity, message, hint, code }) => {
      const button = made('button', '', made('b', severity, severity), `${line}:${column} ${message}`);
      button.append(made('small', '', hint === undefined ? code : `${hint} (${code})`));
      button.type = 'button';
      button.addEventListener('click', () => editor.goTo(from));
      return made('li', '', button);
    }),
  );
}

function summary(problems: readonly Problem[], pack: Package | undefined, milliseconds: number): string {
  const count = (severity: Problem['severity']): number => problems.filter((each) => each.severity === severity).length;
  const words = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  if (pack === undefined) return `${words(count('error'), 'error')}: the package is that of the last spec that was right.`;
  const warnings = count('warning') === 0 ? '' : `, ${words(count('warning'), 'warning')}`;
  return `${words(pack.files.length, 'file')} in ${Math.round(milliseconds)} ms${warnings}.`;
}

function showResources(resources: readonly Readable[]): void {
  const chosen = resource.value;
  const names = resources.map(({ name }) => name);
  if (names.join('\n') !== [...resource.options].map(({ value }) => value).join('\n')) {
    resource.replaceChildren(...names.map((name) => new Option(name, name)));
    if (names.includes(chosen)) resource.value = chosen;
  }
  if (madeUp) answers.value = readable()?.answers ?? '';
}

function readable(): Readable | undefined {
  return current?.resources.find(({ name }) => name === resource.value);
}

async function showRead(): Promise<void> {
  const read = readable();
  if (read === undefined) return;
  const events = await generator.ask('trace', { property: read.property, gzip: read.gzip, answers: answers.value });
  element('trace', HTMLDivElement).replaceChildren(showTrace(events));
}

async function showChanges(): Promise<void> {
  const changes = await generator.ask('changes', {});
  const files = changes.length === 1 ? '1 file differs' : `${changes.length} files differ`;
  element('changes-summary', HTMLSpanElement).textContent =
    changes.length === 0 ? 'Nothing differs from the package you began with.' : `${files} from the package you began with.`;
  element('diffs', HTMLDivElement).replaceChildren(...changes.map(diffOf));
}

function diffOf({ path, kind, lines }: Change): HTMLElement {
  const classes: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '@': 'hunk' };
  const rows = lines.map((line) => made('span', classes[line[0] ?? ''] ?? '', line === '' ? ' ' : line));
  return made('div', '', made('h3', '', `${path} (${kind})`), made('pre', '', ...rows));
}

tabs(['files', 'changes', 'requests'], (id) => {
  shownTab = id;
  if (id === 'changes') void showChanges();
  if (id === 'requests') void showRead();
});

resource.addEventListener('change', () => {
  madeUp = true;
  answers.value = readable()?.answers ?? '';
  void showRead();
});
answers.addEventListener('input', () => {
  madeUp = false;
  void showRead();
});
element('made-up', HTMLButtonElement).addEventListener('click', () => {
  madeUp = true;
  answers.value = readable()?.answers ?? '';
  void showRead();
});
element('rebase', HTMLButtonElement).addEventListener('click', async () => {
  await generator.ask('base', {});
  await update();
  await showChanges();
});

element('share', HTMLButtonElement).addEventListener('click', async ({ currentTarget }) => {
  history.replaceState(null, '', toFragment(editor.text));
  const copied = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  );
  if (currentTarget instanceof HTMLButtonElement) currentTarget.textContent = copied === true ? 'Copied' : 'It is in the address';
  status.textContent = 'The address of this page holds the spec, after its #: no server sees that part.';
});

element('download', HTMLButtonElement).addEventListener('click', async () => {
  status.textContent = 'Laying out all files…';
  const files = await generator.ask('files', {});
  const name = current?.name ?? 'package';
  const link = made('a', '');
  link.href = URL.createObjectURL(new Blob([zipped(name, files, editor.text)], { type: 'application/zip' }));
  link.download = `${name}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  status.textContent = `${name}.zip: ${files.length} files.`;
});

const examples = element('example', HTMLSelectElement);
examples.append(new Option('…', ''), ...EXAMPLES.map(({ title }, index) => new Option(title, String(index))));
examples.addEventListener('change', () => {
  const chosen = EXAMPLES[Number(examples.value)];
  if (examples.value === '' || chosen === undefined) return;
  madeUp = true;
  history.replaceState(null, '', location.pathname);
  editor.open(chosen.text);
});

const shared = fromFragment(location.hash);
if (shared === undefined) examples.value = '0';
editor.open(shared ?? EXAMPLES[0]?.text ?? '');
addEventListener('hashchange', () => {
  const text = fromFragment(location.hash);
  if (text !== undefined) editor.open(text);
});
