import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './programs.js';

/** What became of a test file of a package. */
interface Tested {
  /** `things/test/orders.test` */
  readonly file: string;
  /** What failed first, and how. */
  readonly failure?: string;
}

/** Where the tests of a package are put, beside them: they read `../fixtures`. */
const BUNDLED = 'tested';

/**
 * Runs the tests of packages in `generated` of a folder, all in one vitest. The tests of a package are bundled before, what they share once: to open
 * seven thousand files one by one takes longer than what they say.
 */
export async function testPackages(folder: string, packages: readonly string[]): Promise<readonly Tested[]> {
  const expected: string[] = [];
  for (const name of packages) {
    const tests = join(folder, 'generated', name, 'test');
    const files = readdirSync(tests).filter((each) => each.endsWith('.test.ts'));
    expected.push(...files.map((each) => `${name}/test/${each.replace(/\.ts$/, '')}`));
    await build({
      entryPoints: files.map((each) => join(tests, each)),
      outdir: join(folder, 'generated', name, BUNDLED),
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: ['vitest'],
      logLevel: 'error',
    });
  }
  const results = await vitest(folder);
  return expected.map((file) => results.get(file) ?? { file, failure: 'did not run' });
}

async function vitest(folder: string): Promise<ReadonlyMap<string, Tested>> {
  const out = join(folder, 'tests.json');
  const said = [`--dir=generated`, '--pool=threads', '--maxWorkers=2', '--no-isolate', '--testTimeout=60000', '--reporter=json'];
  const argv = [join(folder, 'node_modules/vitest/vitest.mjs'), 'run', `/${BUNDLED}/`, '--root', '.', ...said, `--outputFile=${out}`];
  const ran = await run(process.execPath, argv, folder, {}, 3000);
  let told: {
    readonly testResults: readonly {
      readonly name: string;
      readonly status: string;
      readonly message: string;
      readonly assertionResults: readonly { readonly fullName: string; readonly failureMessages?: readonly string[] }[];
    }[];
  };
  try {
    told = JSON.parse(readFileSync(out, 'utf8')) as typeof told;
  } catch {
    throw new Error(`the tests of the packages did not run: ${ran.stderr.slice(0, 200)}`);
  }
  return new Map(
    told.testResults.map(({ name, status, message, assertionResults }) => {
      const [, owner = '', test = ''] = /([^/\\]+)[/\\][^/\\]+[/\\]([^/\\]+)\.js$/.exec(name) ?? [];
      const file = `${owner}/test/${test}`;
      const failed = assertionResults.find(({ failureMessages = [] }) => failureMessages.length > 0);
      const why = `${failed?.fullName ?? ''}: ${failed?.failureMessages?.[0] ?? message}`.replace(/\s+/g, ' ').slice(0, 300);
      return [file, status === 'passed' ? { file } : { file, failure: why }];
    }),
  );
}
