import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** What a process and all that it starts took. */
export interface Cost {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of the processor. */
  readonly cpu: number;
  /** MiB: the most that the largest of them held. */
  readonly memory: number;
}

const TIME = '/usr/bin/time';
const run = promisify(execFile);

/** Runs a command to its end, and says what it cost. Throws when it fails. Needs GNU time. */
export async function measure(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Cost> {
  if (!existsSync(TIME)) throw new Error(`needs GNU time at ${TIME} (Debian: apt-get install time)`);
  const started = performance.now();
  const { stderr } = await run(TIME, ['-f', 'took %U %S %M', ...command], { cwd, env, maxBuffer: 1 << 26 });
  const wall = performance.now() - started;
  const [, user = '', system = '', most = ''] = /took ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr) ?? [];
  return { wall, cpu: (Number(user) + Number(system)) * 1000, memory: Number(most) / 1024 };
}

/** The most memory, in MiB, that a command and its children held at one moment. From `/proc`, looked at every 3 ms: Linux only. */
export async function measureMemory(command: readonly string[], cwd: string): Promise<number> {
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, { cwd, stdio: 'ignore' });
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, residentOf(child.pid ?? 0))), 3);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}`);
  return most / 1024;
}

function residentOf(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return own + (children === '' ? 0 : children.split(' ').reduce((sum, child) => sum + residentOf(Number(child)), 0));
  } catch {
    return 0; // it has ended
  }
}
