import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { onTestFinished } from 'vitest';
import { code } from '../../generator/code.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { orElse } from '../../generator/gap.js';
import { nameOf } from '../../generator/names.js';
import { buildRecords } from '../../generator/types/build.js';
import { emitRecords } from '../../generator/types/emit.js';
import { fieldsShape, recordsShape } from '../../generator/types/field.js';
import { schemaContractShape } from '../../generator/types/contract-shape.js';
import { columnsShape } from '../../generator/types/columns-shape.js';
import type { RecordsModel } from '../../generator/types/model.js';
import { schemaShape } from '../../generator/types/schema-shape.js';
import { boolean, list, mapOf, object, optional, Reading, required, text } from '../../generator/shape.js';
import { load } from '../../generator/spec/load.js';
import type { VirtualFile } from '../../generator/virtual-file.js';

/** As much of a spec as says what records are: resources by name, and shared records. */
const about = { description: 'For tests.' };
const resourceShape = object(
  'resource',
  {
    description: optional(text(about)),
    record: optional(text(about)),
    fields: optional(fieldsShape),
    columns: optional(columnsShape),
    schema: optional(schemaShape),
    schema_contract: optional(schemaContractShape),
    keys: optional(list(text(about), about)),
    later: optional(boolean(about)),
  },
  about,
);
const shape = object('spec', { resources: required(mapOf(resourceShape, about)), records: optional(recordsShape) }, about);

export interface BuiltRecords {
  readonly model: RecordsModel | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** Builds the records of `{ resources: { name: { fields } }, records }`, given as YAML. */
export function build(yaml: string): BuiltRecords {
  const loaded = load('spec.yaml', new TextEncoder().encode(yaml));
  if (!loaded.ok) return { model: undefined, diagnostics: loaded.diagnostics, text: yaml };
  const reading = new Reading();
  const spec = shape.read(loaded.source.root, reading);
  if (spec === undefined) return { model: undefined, diagnostics: reading.diagnostics, text: yaml };
  const model = orElse(
    () => {
      const resources = [...spec.resources].map(([name, resource]) => ({
        name: nameOf(name),
        nameSpan: reading.keySpanOf(spec.resources, name),
        record: resource.record,
        description: resource.description,
        fields: resource.fields,
        columns: resource.columns,
        schema: resource.schema,
        contract: resource.schema_contract,
        keys: resource.keys ?? [],
      }));
      return buildRecords({ resources, records: spec.records }, reading);
    },
    () => undefined,
  );
  return { model: reading.diagnostics.length === 0 ? model : undefined, diagnostics: reading.diagnostics, text: yaml };
}

/** The errors as `code line:column message`, sorted by place. */
export function complaints({ diagnostics, text }: BuiltRecords): readonly string[] {
  return [...diagnostics]
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .map((each) => {
      const before = text.slice(0, each.span?.start ?? 0).split('\n');
      return `${each.code} ${before.length}:${(before.at(-1) ?? '').length + 1} ${each.message}`;
    });
}

const context = {
  header: code`// Code generated for a test.`,
  errorClass: 'TestRecordError',
  vendor: 'test-connector',
  readsJson: true,
  writesJson: true,
  movesDigits: false,
};

/** `src/errors.ts` of a package, as far as records need it. */
const ERRORS = `
export interface ReadPosition {
  readonly resource: string;
  readonly page: number;
  attempt: number;
  record: number;
  discardedRows: number;
  discardedValues: number;
  readonly state: unknown;
}
export class TestRecordError extends Error {
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
  readonly sensitive: boolean;
  constructor(place: ReadPosition, path: string, expected: string, value: unknown, sensitive = false) {
    super(\`\${place.resource} page \${place.page} record \${place.record} at \${path}: expected \${expected}\`);
    this.path = path;
    this.expected = expected;
    this.value = value;
    this.sensitive = sensitive;
  }
}
`;

/** The emitted files, the errors they import among them. */
export async function emit(yaml: string): Promise<readonly VirtualFile[]> {
  const built = build(yaml);
  if (built.model === undefined) throw new Error(complaints(built).join('\n'));
  return emitModel(built.model);
}

export async function emitModel(model: RecordsModel): Promise<readonly VirtualFile[]> {
  return [...(await emitRecords(model, context)), { path: 'src/errors.ts', text: ERRORS }];
}

export async function sourceOf(yaml: string, path: string): Promise<string> {
  const file = (await emit(yaml)).find((each) => each.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.text;
}

export interface Place {
  resource: string;
  page: number;
  attempt: number;
  record: number;
  discardedRows: number;
  discardedValues: number;
  state: unknown;
}

export function place(): Place {
  return { resource: 'events', page: 3, attempt: 1, record: 17, discardedRows: 0, discardedValues: 0, state: undefined };
}

export type Decode = (value: unknown, place: Place) => unknown;

/** The emitted package, imported. */
export class Emitted {
  readonly #folder: string;
  readonly files: readonly VirtualFile[];

  constructor(folder: string, files: readonly VirtualFile[]) {
    this.#folder = folder;
    this.files = files;
  }

  /** Something that a file exports. */
  async export(file: string, name: string): Promise<unknown> {
    const module: unknown = await import(pathToFileURL(join(this.#folder, `${file}.js`)).href);
    return Reflect.get(Object(module), name);
  }

  async decoder(file: string, name: string): Promise<Decode> {
    const found = await this.export(`src/records/${file}`, name);
    if (typeof found !== 'function') throw new Error(`no function ${name}`);
    return (value, at) => Reflect.apply(found, undefined, [value, at]);
  }

  /** How the package reads JSON: with every digit where the records need them. */
  async parse(): Promise<(text: string) => unknown> {
    const found =
      (await this.export('src/internal/exact-json', 'parseExactJson')) ?? (await this.export('src/internal/exact-json', 'parseJson'));
    if (typeof found !== 'function') throw new Error('no parseJson');
    return (text) => Reflect.apply(found, undefined, [text]);
  }

  schema(resource: string): Record<string, unknown> {
    const file = this.files.find((each) => each.path === `schemas/${resource}.json`);
    if (file === undefined) throw new Error(`no schema of ${resource}`);
    const schema: Record<string, unknown> = JSON.parse(file.text);
    return schema;
  }
}

/** Emits, strips the types and puts it where it can be imported, until the test ends. */
export async function run(yaml: string): Promise<Emitted> {
  return runFiles(await emit(yaml));
}

export async function runFiles(files: readonly VirtualFile[]): Promise<Emitted> {
  const folder = await mkdtemp(join(tmpdir(), 'records-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const file of files) {
    if (!/^src\/.*\.ts$/.test(file.path)) continue;
    const target = join(folder, file.path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    const { code } = await transform(file.text, { loader: 'ts', format: 'esm', target: 'es2022' });
    await writeFile(target, code.replace(/( from "\.[^"]*)\.ts"/g, '$1.js"')); // as rewriteRelativeImportExtensions does
  }
  return new Emitted(folder, files);
}
