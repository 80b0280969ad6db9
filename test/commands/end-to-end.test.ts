import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { put, sandbox } from '../support/sandbox.js';
import { runVitest, withPackages } from '../support/vitest-run.js';
import { tapwright } from './support.js';

/** The life of a connector of an API that nobody here wrote, from its first spec to its next release. */

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts a program of a package, and waits until its port answers. */
async function start(bin: string, args: readonly string[], port: number): Promise<void> {
  const child = spawn(process.execPath, [join(repository, 'node_modules', bin), ...args], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  for (;;) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (child.exitCode !== null) throw new Error(`${bin} ended`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function commit(folder: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
      stdio: 'ignore',
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
}

async function done(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await tapwright(folder, argv);
  expect({ argv, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ argv, exitCode: 0, stderr: '' });
  return stdout;
}

/** The tests of a package, run where it was written. */
async function testsOf(folder: string, name: string): Promise<void> {
  await withPackages(async (packages) => {
    execFileSync('cp', ['-r', join(folder, 'generated', name), join(packages, name)]);
    const results = await runVitest(join(packages, name));
    expect(results.length).toBeGreaterThan(1);
    expect(
      results
        .flatMap(({ assertionResults, message }) => [message, ...assertionResults.flatMap((each) => each.failureMessages)])
        .filter((each) => each !== ''),
    ).toEqual([]);
  });
}

test('json-server', async () => {
  const folder = sandbox();
  const port = await freePort();
  const posts = Array.from({ length: 25 }, (_, index) => ({
    id: index + 1,
    title: `Post ${index + 1}`,
    state: index % 3 === 0 ? 'draft' : 'public',
    author: { name: 'Ada Lovelace', email: 'ada@lovelace.example' },
    likes: index,
    edited_at: index % 2 === 0 ? null : '2026-01-02T03:04:05Z',
  }));
  put(folder, { 'db.json': JSON.stringify({ posts }) });
  await start('json-server/lib/cli/bin.js', ['--host', '127.0.0.1', '--port', String(port), '--quiet', join(folder, 'db.json')], port);

  await done(folder, 'init', `http://127.0.0.1:${port}/posts?_page=1&_limit=6`, '--name', 'blog');
  expect(readFileSync(join(folder, 'specs/blog.yaml'), 'utf8')).toContain('paginator: { type: header_link }');
  await done(folder, 'record', 'specs/blog.yaml', '--pages', '5', '--records', '6');
  expect(readFileSync(join(folder, 'specs/blog/posts.json'), 'utf8')).not.toContain('lovelace');
  await done(folder, 'infer', 'specs/blog.yaml');
  await done(folder, 'generate', 'specs/blog.yaml');
  await testsOf(folder, 'blog');
  await done(folder, 'check', 'specs/blog.yaml', '--live');
  commit(folder);

  const changed = posts.map(({ likes, ...post }) => ({ ...post, likes: post.id === 3 ? null : String(likes), tags: ['a'] }));
  for (const post of changed) {
    await fetch(`http://127.0.0.1:${port}/posts/${post.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(post),
    });
  }
  const drift = await tapwright(folder, ['check', 'specs/blog.yaml', '--live', '--format', 'json']);
  expect(drift.exitCode).toBe(1);
  expect(JSON.parse(drift.stdout)).toMatchObject({
    resources: [
      {
        resource: 'posts',
        drift: [
          { kind: 'null', path: 'likes', seen: 'null in 1 of 18' },
          { kind: 'retyped', path: 'likes', seen: 'string in 17 of 18' },
          { kind: 'new', path: 'tags', seen: 'array in 18 of 18' },
        ],
      },
    ],
  });

  await done(folder, 'record', 'specs/blog.yaml', '--pages', '5', '--records', '6');
  await done(folder, 'infer', 'specs/blog.yaml');
  expect(await done(folder, 'diff', 'specs/blog.yaml')).toContain('minor: Post.tags');
  const path = join(folder, 'specs/blog.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/likes: .*/, 'likes: string'));
  const diff = await done(folder, 'diff', 'specs/blog.yaml');
  expect(diff).toContain('major: Post.likes number → string | null');
  expect(diff).toContain('blog: 0.1.0 → 0.2.0 (major)');
  await done(folder, 'generate', 'specs/blog.yaml', '--release');
  expect(readFileSync(path, 'utf8')).toContain('version: 0.2.0');
  expect(readFileSync(join(folder, 'generated/blog/CHANGELOG.md'), 'utf8')).toContain(
    '## 0.2.0\n\n### Breaking changes\n\n- `Post.likes`: number → string | null\n',
  );
  expect(readFileSync(join(folder, 'generated/blog/package.json'), 'utf8')).toContain('"version": "0.2.0"');
  await done(folder, 'generate', 'specs/blog.yaml', '--check');
  await done(folder, 'generate', 'specs/blog.yaml', '--release');
  expect(readFileSync(path, 'utf8').match(/version: 0.2.0/g)).toHaveLength(1);
  await testsOf(folder, 'blog');
});

/** Hands a mail to a server, one line after the other. */
async function mail(port: number, subject: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const say = async (line: string): Promise<void> => {
    socket.write(`${line}\r\n`);
    for (let reply = await replies.next(); /^\d{3}-/.test(String(reply.value)); reply = await replies.next());
  };
  await replies.next();
  await say('EHLO client');
  await say('MAIL FROM:<grace@hopper.example>');
  await say('RCPT TO:<ada@lovelace.example>');
  await say('DATA');
  await say(
    `From: Grace Hopper <grace@hopper.example>\r\nTo: Ada <ada@lovelace.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replace(/\W/g, '')}@hopper.example>\r\n\r\nHello.\r\n.`,
  );
  await say('QUIT');
  socket.destroy();
}

test('maildev', async () => {
  const folder = sandbox();
  const [smtp, web] = [await freePort(), await freePort()];
  mkdirSync(join(folder, 'mails'));
  await start(
    'maildev/bin/maildev',
    [
      '--silent',
      '--ip',
      '127.0.0.1',
      '--web-ip',
      '127.0.0.1',
      '--smtp',
      String(smtp),
      '--web',
      String(web),
      '--mail-directory',
      join(folder, 'mails'),
    ],
    web,
  );
  for (let number = 1; number <= 6; number++) await mail(smtp, `Mail ${number}`);

  await done(folder, 'init', `http://127.0.0.1:${web}/email?skip=0`, '--name', 'inbox');
  expect(readFileSync(join(folder, 'specs/inbox.yaml'), 'utf8')).toContain(
    '{ type: offset, limit: 6, offset_param: skip, limit_param: null }',
  );
  await done(folder, 'record', 'specs/inbox.yaml');
  expect(readFileSync(join(folder, 'specs/inbox/email.json'), 'utf8')).not.toMatch(/lovelace|hopper|Grace/);
  await done(folder, 'infer', 'specs/inbox.yaml');
  await done(folder, 'generate', 'specs/inbox.yaml');
  await testsOf(folder, 'inbox');
  await done(folder, 'check', 'specs/inbox.yaml', '--live');
  commit(folder);

  const spec = join(folder, 'specs/inbox.yaml');
  writeFileSync(
    spec,
    readFileSync(spec, 'utf8').replace(
      /^( {6})subject: .*\n/m,
      '$1subject: { type: string, nullable: false, enum: [Mail 1, Mail 2, Mail 3, Mail 4, Mail 5, Mail 6] }\n',
    ),
  );
  await done(folder, 'check', 'specs/inbox.yaml');
  await mail(smtp, 'Something else');
  const drift = await tapwright(folder, ['check', 'specs/inbox.yaml', '--live']);
  expect(drift).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/enum +subject +.* "Something else"\n/) as string });
  expect(await done(folder, 'diff', 'specs/inbox.yaml')).toMatch(/major: Email\.subject string → 'Mail 1' \| /);
});
