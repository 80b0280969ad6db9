import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitPackage } from '../emit/index.js';
import { gatherFixtures } from '../recordings/gather.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import type { VirtualFile } from '../virtual-file.js';

/** The emitted connector of a spec, ready to run in this process. */
export interface CompiledConnector {
  readonly model: ConnectorModel;
  /** The headers that hooks read of answers, in lower case. */
  readonly headersRead: ReadonlySet<string>;
  /** A read of one resource, page after page. What it throws is what the package throws. */
  pages(resource: ResourceModel, options: ClientOptions, read?: ReadOptions): AsyncIterator<Page>;
  /** Runs something while no hook signs requests: what is recorded is never signed. */
  unsigned<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Removes what was written to run it. */
  dispose(): Promise<void>;
}

/** What the client of the package takes: credentials and config by their camel-case names, and these. */
export interface ClientOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly random?: () => number;
  readonly [option: string]: unknown;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly state?: PageState | undefined;
}

export interface Page {
  readonly records: readonly unknown[];
  readonly state: PageState;
}

/** Where a read stands; `next` is null at its end. */
export interface PageState {
  readonly next: { readonly [position: string]: unknown } | null;
}

/**
 * Emits the connector and makes JavaScript of it, in a folder for temporary files. Its page loops, its signing and its
 * retries are those of the package; its decoders take any object, so that an API can be recorded that is no longer what
 * the spec says it is. `hooks` is the copy of its hooks file.
 */
export async function compileConnector(model: ConnectorModel, hooks?: VirtualFile): Promise<CompiledConnector> {
  const open = withoutFields(model);
  const gathered = gatherFixtures(open, new Map());
  if (!gathered.ok) throw new Error('a recording was made up that is none');
  const emitted = (await emitPackage(open, gathered.fixtures)).filter(({ path }) => /^src\/.*\.ts$/.test(path));
  const sources = hooks === undefined ? emitted : [...emitted, hooks];
  const { ts } = await import('ts-morph');
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  const folder = await mkdtemp(join(tmpdir(), 'tapwright-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const imports = { '#transport': './src/internal/transport/fetch.js' }; // whoever records passes a fetch
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));
    for (const { path, text } of sources) {
      const target = join(folder, path.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, ts.transpileModule(text, { compilerOptions }).outputText);
    }
    const loaded: unknown = await import(pathToFileURL(join(folder, 'src/index.js')).href);
    const called: unknown = hooks === undefined ? {} : await import(pathToFileURL(join(folder, hooks.path.replace(/\.ts$/, '.js'))).href);
    return {
      model: open,
      headersRead: headersIn(hooks?.text ?? ''),
      dispose,
      unsigned: (run) => withoutSigning(called, run),
      pages: (resource, options, read = {}) => openPages(loaded, open, resource, options, read),
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The names of headers that stand in a hooks file: `headers.get('x-next')`. */
function headersIn(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/\.get\(\s*(['"`])([\w-]{1,100})\1/g)].map(([, , name = '']) => name.toLowerCase());
  return new Set(names.filter((name) => !/^(?:set-cookie|authorization|www-authenticate)$/.test(name)));
}

function openPages(
  loaded: unknown,
  model: ConnectorModel,
  resource: ResourceModel,
  options: ClientOptions,
  read: ReadOptions,
): AsyncIterator<Page> {
  const Client = memberOf(loaded, `${model.name.pascal}Client`);
  if (typeof Client !== 'function') throw new Error('the package has no client');
  const client: unknown = Reflect.construct(Client, [options]);
  const reader = memberOf(client, resource.name.camel);
  const pages = memberOf(reader, 'pages');
  if (typeof pages !== 'function') throw new Error(`the client does not read ${resource.name.raw}`);
  const made: unknown = Reflect.apply(pages, reader, [read]);
  if (!isPages(made)) throw new Error('pages() gives no pages');
  return made[Symbol.asyncIterator]();
}

/** Runs something with hooks that do not sign. */
async function withoutSigning<Result>(hooks: unknown, run: () => Promise<Result>): Promise<Result> {
  const signing = Object.values(Object(hooks)).filter((each) => isObject(each) && 'authenticate' in each);
  const own = signing.map((each) => [each, memberOf(each, 'authenticate')] as const);
  for (const [each] of own) Reflect.set(Object(each), 'authenticate', () => undefined);
  try {
    return await run();
  } finally {
    for (const [each, authenticate] of own) Reflect.set(Object(each), 'authenticate', authenticate);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isPages(value: unknown): value is AsyncIterable<Page> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** The model with records that can hold anything: their fields only tell how cursors are written. */
function withoutFields(model: ConnectorModel): ConnectorModel {
  const loosen = <Type extends ConnectorModel['records']['types'][number]>(type: Type): Type => ({
    ...type,
    extras: undefined,
    declared: false,
    keys: [],
    contract: { columns: 'evolve', dataType: 'evolve' },
    shared: false,
    needsExactNumbers: false,
    mayHoldBigints: true,
    mayDiscardRows: false,
    mayDiscardValues: false,
  });
  const { types, resources } = model.records;
  return { ...model, records: { types: types.map(loosen), resources: resources.map((each) => ({ ...each, type: loosen(each.type) })) } };
}
