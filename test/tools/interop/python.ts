import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/interop', import.meta.url));
const PACKAGES = {
  singer: ['target-jsonl==0.1.4', 'singer-python==5.8.0'],
  airbyte: ['airbyte-protocol-models==0.18.0'],
  meltano: ['meltano==4.4.1'],
  'target-postgres': ['meltanolabs-target-postgres==0.8.1'],
  'target-duckdb': ['target-duckdb==0.8.0', 'duckdb==1.1.3'],
  pyairbyte: ['airbyte==0.71.3'],
  readers: ['pyarrow==26.0.1', 'duckdb==2.0.1', 'pandas==3.1.1'],
} as const;

/** The folder with the programs of a virtual environment that has these packages; it is made once. */
export function pythonPrograms(kind: keyof typeof PACKAGES): string {
  const folder = join(FOLDER, kind);
  const programs = join(folder, 'bin');
  if (existsSync(join(folder, 'complete'))) return programs;
  try {
    execFileSync('python3', ['-m', 'venv', '--clear', folder], { stdio: 'pipe' });
    execFileSync(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES[kind]], { stdio: 'pipe' });
    execFileSync('touch', [join(folder, 'complete')]);
  } catch (error) {
    throw new Error(`these tests need python3 with venv, and PyPI: ${error instanceof Error ? error.message : String(error)}`);
  }
  return programs;
}

/** Runs a program in a folder, with these variables beside `PATH`, while servers of this process answer it; throws with what it said when it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: cwd, ...env },
      maxBuffer: 1e9,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${program} ${args.join(' ')}:\n${stdout}\n${stderr}`);
  }
}

/** Runs a program with a text on its stdin; throws with what it said when it fails. */
export function pipeInto(program: string, args: readonly string[], input: string, cwd: string): string {
  return execFileSync(program, [...args], { input, cwd, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}
