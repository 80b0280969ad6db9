import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fresh } from '../bench/scratch.js';

/** Runs `consume` of `consumer.mjs` in a worker, with the connector and an API on loopback; returns what it answered. */
export async function consumeInWorkerd(program: string, modules: Readonly<Record<string, string>>, api: string): Promise<string> {
  const folder = fresh('workerd');
  const port = await freePort();
  const worker = `import * as connector from './connector.mjs';
import { consume } from './consumer.mjs';
export default {
  async fetch() {
    try { return new Response(await consume(connector, ${JSON.stringify(api)})); } catch (error) { return new Response(String(error?.stack ?? error)); }
  },
};`;
  const files = { 'worker.mjs': worker, ...modules };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const embedded = Object.keys(files).map((name) => `(name = "${name}", esModule = embed "${name}")`);
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [${embedded.join(', ')}], compatibilityDate = "2026-03-01", globalOutbound = "loopback")),
    (name = "loopback", network = (allow = ["private", "local", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`,
  );
  const child = spawn(program, ['serve', 'config.capnp'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  try {
    return await answerOf(`http://127.0.0.1:${port}`);
  } catch (error) {
    throw new Error(`${String(error)} ${said}`);
  } finally {
    child.kill();
  }
}

async function answerOf(url: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100)); // it is still starting
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
