import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assemble } from '../../../../generator/import/assemble.js';
import type { Stream } from '../../../../generator/import/contract.js';
import { importerFor } from '../../../../generator/import/index.js';
import { readSource } from '../../../../generator/import/source.js';
import type { Draft, DraftEntry } from '../../../../generator/draft/draft.js';
import { isMapping, valueIn } from '../../../../generator/draft/draft.js';
import { cacheFolder, pythonWith, run, tapwright } from '../programs.js';
import type { Row } from '../table.js';
import { JUDGED, type Judged } from './judged.js';

/** `from`: npm and PyPI have the document in a package, sdist in one of sources; python: a program of the package prints it. */
interface Published {
  readonly from: string;
  /** Where it stands in the package, or the program. */
  readonly path: string;
  readonly name: string;
}

/** Where the documents are: in published packages. */
const DOCUMENTS: Readonly<Record<string, Published>> = {
  airflow: {
    from: 'pypi:apache-airflow-core==3.3.2',
    path: 'airflow/api_fastapi/core_api/openapi/v2-rest-api-generated.yaml',
    name: 'airflow.yaml',
  },
  directus: { from: 'npm:@directus/specs@15.2.0', path: 'package/dist/openapi.json', name: 'directus.json' },
  kubernetes: { from: 'npm:kubernetes-client@9.0.0', path: 'package/lib/specs/swagger-1.13.json.gz', name: 'kubernetes.json' },
  jupyterhub: { from: 'sdist:jupyterhub==5.3.0', path: 'jupyterhub-5.3.0/docs/source/_static/rest-api.yml', name: 'jupyterhub.yaml' },
  prefect: {
    from: 'python:prefect==3.9.1',
    path: 'import json; from prefect.server.api.server import create_app; print(json.dumps(create_app().openapi()))',
    name: 'prefect.json',
  },
  labelstudio: {
    from: 'python:label-studio==1.23.2',
    path: `import os, sys, tempfile, label_studio
os.environ.update(DJANGO_SETTINGS_MODULE='core.settings.label_studio', LABEL_STUDIO_BASE_DATA_DIR=tempfile.mkdtemp())
sys.path.insert(0, os.path.dirname(label_studio.__file__))
import django
django.setup()
from django.core.management import call_command
call_command('spectacular', '--format', 'openapi-json')`,
    name: 'labelstudio.json',
  },
  github: { from: 'npm:@octokit/openapi@23.0.2', path: 'package/generated/api.github.com.json', name: 'github.json' },
};

/** Imports and generates all of each document, and holds what import is sure of against what somebody has judged by hand. */
export async function runOpenApi(only: string | undefined): Promise<readonly Row[]> {
  const folder = cacheFolder('openapi');
  const work = mkdtempSync(join(tmpdir(), 'tapwright-openapi-'));
  const rows: Row[] = [];
  const claims: boolean[] = [];
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    if (only !== undefined && only !== name) continue;
    const file = join(folder, document.name);
    if (!existsSync(file)) await fetchDocument(document, folder, file);
    rows.push(...(await whole(name, file, work)));
    claims.push(...judge(name, file));
  }
  rmSync(work, { recursive: true, force: true });
  if (claims.length === 0) return rows; // of a document that nobody has judged
  const right = claims.filter((each) => each).length;
  return [
    ...rows,
    {
      what: `OpenAPI: claims made for sure (paging, selector, key), ${JUDGED.length} operations judged by hand`,
      measured: `${right} of ${claims.length} right`,
      share: right / claims.length,
      aim: 0.97,
    },
  ];
}

async function fetchDocument({ from, path, name }: Published, folder: string, file: string): Promise<void> {
  const [kind = '', ...rest] = from.split(':');
  const source = rest.join(':');
  if (kind === 'npm') {
    const packed = await run('npm', ['pack', '--silent', source], folder);
    await run('tar', ['-xzf', packed.stdout.trim().split('\n').at(-1) ?? '', path], folder);
  } else if (kind === 'python') {
    const printed = await run(join(pythonWith(source, [source]), 'python'), ['-c', path], folder);
    writeFileSync(file, printed.stdout.slice(printed.stdout.indexOf('{')));
    return;
  } else if (kind === 'sdist') {
    const python = join(pythonWith('documents', ['pip']), 'python');
    await run(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary=:all:', '--dest', name, source], folder);
    await run('sh', ['-c', 'tar -xzf "$1"/*.tar.gz "$2"', 'sh', name, path], folder);
    rmSync(join(folder, name), { recursive: true, force: true });
  } else {
    const python = join(pythonWith('documents', ['pip']), 'python');
    await run(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', name, source], folder);
    const script = 'import glob,sys,zipfile; zipfile.ZipFile(glob.glob(sys.argv[1] + "/*.whl")[0]).extract(sys.argv[2])';
    await run(python, ['-c', script, name, path], folder);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const read = readFileSync(join(folder, path));
  writeFileSync(file, path.endsWith('.gz') ? gunzipSync(read) : read);
}

async function whole(name: string, file: string, folder: string): Promise<readonly Row[]> {
  const began = performance.now();
  const made = await tapwright(
    ['import', file, '--name', name, '--base-url', 'https://api.example.com', '--force', '--report', `${name}-report.json`],
    folder,
  );
  const seconds = (performance.now() - began) / 1000;
  const { streams } = JSON.parse(readFileSync(join(folder, `${name}-report.json`), 'utf8')) as {
    readonly streams: readonly { readonly status: string; readonly reasons: readonly string[]; readonly stream: string }[];
  };
  const imported = streams.filter(({ status }) => status === 'imported').length;
  for (const { status, stream, reasons } of streams)
    if (status !== 'imported') process.stdout.write(`  ${name}: ${stream}: ${status}: ${reasons.join('; ').slice(0, 160)}\n`);
  const start = performance.now();
  const generated = await tapwright(['generate', `specs/${name}.yaml`], folder);
  const generating = (performance.now() - start) / 1000;
  if (generated.status !== 0) process.stdout.write(`  ${name}: generate: ${generated.stderr.slice(0, 300)}\n`);
  return [
    {
      what: `OpenAPI: ${name}: lists imported, all of them generated and compiled`,
      measured: `${imported} of ${streams.length}${generated.status === 0 && made.status === 0 ? '' : ', not generated'}; import ${seconds.toFixed(1)} s, generate ${generating.toFixed(1)} s`,
      share: generated.status === 0 ? imported / Math.max(1, streams.length) : 0,
      aim: 1,
    },
  ];
}

/** What import is sure of, each right or wrong. */
function judge(name: string, file: string): readonly boolean[] {
  if (!JUDGED.some(({ document }) => document === name)) return [];
  const read = readSource(file, readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.reason);
  const imported = importerFor(read.source, 'openapi')?.read(read.source, { strict: false, wants: () => true });
  if (imported === undefined) throw new Error(`${name} is no OpenAPI document`);
  assemble(imported, name);
  const byOperation = new Map(imported.streams.map((each) => [each.shown?.[0] ?? '', each]));
  return JUDGED.filter(({ document }) => document === name).flatMap((judged) => {
    const stream = byOperation.get(judged.operation);
    if (stream === undefined) {
      process.stdout.write(`  ${name}: ${judged.operation} is not among the lists\n`);
      return judged.selector === null ? [] : [false];
    }
    return claimsOf(stream, judged).map(([what, isRight]) => {
      if (!isRight) process.stdout.write(`  ${name}: ${judged.operation}: sure and wrong: ${what}\n`);
      return isRight;
    });
  });
}

function claimsOf({ draft }: Stream, judged: Judged): readonly (readonly [what: string, isRight: boolean])[] {
  const endpoint = valueIn(draft, 'endpoint');
  const claims: (readonly [string, boolean])[] = [];
  const paginator = entryOf(endpoint, 'paginator');
  if (isSure(paginator)) {
    const type = valueIn(paginator?.value, 'type');
    const total = valueIn(paginator?.value, 'total_path');
    claims.push([`paging by ${String(type)}`, type === judged.paginator && (total === undefined || total === judged.total)]);
  }
  const selector = entryOf(endpoint, 'data_selector');
  if (isSure(selector)) claims.push([`records at ${String(selector?.value)}`, selector?.value === judged.selector]);
  const key = entryOf(draft, 'primary_key');
  if (isSure(key)) claims.push([`the key ${String(key?.value)}`, key?.value === judged.key]);
  return claims;
}

function entryOf(value: Draft | undefined, key: string): DraftEntry | undefined {
  return isMapping(value) ? value.entries.find((each) => each.key === key) : undefined;
}

function isSure(entry: DraftEntry | undefined): boolean {
  return entry !== undefined && !(entry.note ?? '').startsWith('LOOK');
}
