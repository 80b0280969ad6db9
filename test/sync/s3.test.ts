import { readFileSync } from 'node:fs';
import { request as forward } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { openS3, tables, type SavedState, type Table, type WriteMode } from '../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, buildSpec, recordedEnvironment, runCommand } from './support/built-package.js';
import { copied, harnesses } from './destinations/s3.js';
import { newFolder, S3_ENVIRONMENT, unlock, type Folder } from './support/s3.js';
import { query } from './support/duckdb.js';
import { recordedIssues, serve } from './support/recorded-api.js';

const [issues] = tables as readonly [Table];
const SECRETS = /hunter2|AKIATESTKEY/;

afterAll(async () => void (await Promise.all(harnesses.map((harness) => harness.stop()))));

const record = (id: number): object => ({ id, title: `t${id}` });
const rowOf = (id: number): readonly (string | number | null)[] =>
  issues.columns.map((column) => (column === 'id' ? id : column === 'title' ? `t${id}` : null));
const batchOf = (ids: readonly number[], mode: WriteMode, complete: boolean) => ({
  records: ids.map(record),
  rows: ids.map(rowOf),
  saved: { version: 1, mode, complete, state: { ids } } satisfies SavedState,
});

/** Ids in the lines of a folder, in the order of the names of its files. */
async function idsIn(folder: Folder): Promise<readonly number[]> {
  const names = (await folder.names()).filter((name) => name.startsWith('issues/')).sort();
  const texts = await Promise.all(names.map(async (name) => new TextDecoder().decode(await folder.get(name))));
  return texts.flatMap((text) => text.split('\n').slice(0, -1)).map((line) => (JSON.parse(line) as { readonly id: number }).id);
}

describe.runIf(harnesses.length > 0)('S3', () => {
  test('rows that are replaced are seen when all are there, after a run that was killed too', async () => {
    const folder = await newFolder();
    const first = await openS3(folder.to);
    await first.begin(issues, 'replace', false);
    await first.write(issues, batchOf([1, 2], 'replace', true));
    await first.close();
    expect(await idsIn(folder)).toEqual([1, 2]);

    const second = await openS3(folder.to);
    await second.begin(issues, 'replace', false);
    await second.write(issues, batchOf([3], 'replace', false));
    expect(await idsIn(folder)).toEqual([1, 2]);
    await unlock(folder); // as if it had been killed a minute ago

    const third = await openS3(folder.to);
    expect(await third.load(issues)).toMatchObject({ complete: false, state: { ids: [3] } });
    expect(await third.begin(issues, 'replace', true)).toBe(true);
    await third.write(issues, batchOf([4], 'replace', true));
    await third.close();
    expect(await idsIn(folder)).toEqual([3, 4]);

    const fourth = await openS3(folder.to);
    await fourth.begin(issues, 'merge', false);
    await fourth.write(issues, batchOf([4, 5], 'merge', true));
    await fourth.close();
    expect(await idsIn(folder)).toEqual([3, 4, 4, 5]);
    await second.close().catch(() => undefined);
  });

  test('of two runs the second is refused; one that was taken for dead writes nothing that is seen', async () => {
    const folder = await newFolder();
    const first = await openS3(folder.to);
    await first.begin(issues, 'append', false);
    await first.write(issues, batchOf([1], 'append', false));
    const second = await openS3(folder.to);
    await expect(second.begin(issues, 'append', true)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('keeps others out until'),
    });
    await unlock(folder);
    const third = await openS3(folder.to);
    await third.begin(issues, 'append', true);
    await third.write(issues, batchOf([2], 'append', true));
    await expect(first.write(issues, batchOf([3], 'append', true))).rejects.toMatchObject({ code: 'locked' });
    expect(await idsIn(folder)).toEqual([1, 2]);
    await Promise.all([first, second, third].map((each) => each.close()));
    const fourth = await openS3(folder.to);
    await fourth.begin(issues, 'append', false);
    await fourth.write(issues, batchOf([4], 'append', true));
    await fourth.close();
    expect(await idsIn(folder)).toEqual([1, 2, 4]);
  });

  test('files that a state counts and that are gone are an error, and so are rows that waited too long', async () => {
    const folder = await newFolder();
    const destination = await openS3(folder.to);
    await destination.begin(issues, 'append', false);
    await destination.write(issues, batchOf([1], 'append', true));
    await destination.close();
    const states = JSON.parse(new TextDecoder().decode(await folder.get('_sync_states.json'))) as {
      readonly tables: { readonly issues: object };
    };
    const changed = (entry: object): Promise<void> =>
      folder.put('_sync_states.json', JSON.stringify({ ...states, tables: { issues: { ...states.tables.issues, ...entry } } }));
    await changed({ files: 2 });
    const next = await openS3(folder.to);
    await expect(next.begin(issues, 'append', false)).rejects.toMatchObject({ code: 'state', message: expect.stringContaining('1 files') });
    await next.close();
    await changed({ pending: [{ name: 'issues/00000001-00000009.jsonl', id: 'gone', parts: ['"x"'] }] });
    const last = await openS3(folder.to);
    await expect(last.begin(issues, 'append', false)).rejects.toMatchObject({ code: 'state' });
    await last.begin(issues, 'replace', false);
    await last.write(issues, batchOf([5], 'replace', true));
    await last.close();
    expect(await idsIn(folder)).toEqual([5]);
    for (const entry of [{ folders: ['../x'] }, { pending: [{ name: 'other/1.jsonl', id: 'a', parts: [] }] }, { from: -1 }]) {
      await changed(entry);
      await expect(openS3(folder.to)).rejects.toMatchObject({ code: 'state' });
    }
  });

  test('Parquet says which records are gone, has the rows of lists, and whole numbers of one type', async () => {
    const bin = await buildSpec(readFileSync(new URL('../golden/s3/spec.yaml', import.meta.url), 'utf8'));
    const { to, ...folder } = await newFolder();
    let orders = '[{"id":1,"deleted":false},{"id":9007199254740993,"deleted":false}]';
    const url = await serve(({ url: path }, response) => {
      const data = path?.startsWith('/orders') === true ? orders : '[{"id":1,"sizes":[5,6]}]';
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":${data}}`);
    });
    const env = { SHOP_BASE_URL: url, SHOP_TO: to, ...S3_ENVIRONMENT };
    const sync = () => runCommand(bin, ['sync', '--format', 'parquet'], { cwd: sandbox(), env });
    expect(await sync()).toMatchObject({ exitCode: 0 });
    orders = '[{"id":9007199254740993,"deleted":true},{"id":2}]';
    expect(await sync()).toMatchObject({ exitCode: 0 });
    const copy = await copied({ to, ...folder });
    const from = `FROM read_parquet('${copy}/orders/*.parquet', filename = true, union_by_name = true)`;
    const columns = 'id::VARCHAR AS id, typeof(id) AS type, "_deleted" AS gone';
    expect(
      await query(':memory:', `SELECT ${columns} ${from} QUALIFY rank() OVER (PARTITION BY id ORDER BY filename DESC) = 1 ORDER BY 1`),
    ).toEqual([
      { id: '1', type: 'DECIMAL(38,0)', gone: false },
      { id: '2', type: 'DECIMAL(38,0)', gone: false },
      { id: '9007199254740993', type: 'DECIMAL(38,0)', gone: true },
    ]);
    expect(
      await query(':memory:', `SELECT _index::INTEGER AS i, value::INTEGER AS v FROM '${copy}/parts__sizes/*.parquet' ORDER BY 1`),
    ).toEqual([
      { i: 0, v: 5 },
      { i: 1, v: 6 },
    ]);
    orders = `[{"id":1${'0'.repeat(38)}}]`;
    expect(await sync()).toMatchObject({ exitCode: 3, stderr: expect.stringMatching(/orders, record of id .*38 digits.*decimal or json/) });
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('a bucket that is full after %i objects is an error; the next run brings what is left', async (most) => {
    const bin = buildPackage('github-issues');
    const { url } = await recordedIssues();
    const sync = (to: string) =>
      runCommand(bin, ['sync', '--to', to], { cwd: sandbox(), env: { ...recordedEnvironment(url), ...S3_ENVIRONMENT } });
    const whole = await newFolder();
    expect(await sync(whole.to)).toMatchObject({ exitCode: 0 });
    const folder = await newFolder();
    const [, endpoint = ''] = /endpoint=([^&]+)/.exec(folder.to) ?? [];
    let left = most;
    const full = await serve((request, response) => {
      if (request.method === 'PUT' && left-- <= 0) {
        const answer = '<Error><Code>InsufficientStorage</Code><Message>There is no space left.</Message></Error>';
        return response.writeHead(507, { 'content-type': 'application/xml' }).end(answer);
      }
      const { method, headers } = request;
      const passed = forward(new URL(request.url ?? '', decodeURIComponent(endpoint)), { method, headers }, (found) => {
        response.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(response);
      });
      return request.pipe(passed);
    });
    const refused = await sync(folder.to.replace(endpoint, encodeURIComponent(full)));
    expect(refused).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('InsufficientStorage') });
    expect(`${refused.stdout}${refused.stderr}`).not.toMatch(SECRETS);
    await unlock(folder);
    expect(await sync(folder.to)).toMatchObject({ exitCode: 0 });
    // by their keys: where all was there but the end of the run, the next one adds lines for what it is sent again
    expect(new Set(await idsIn(folder))).toEqual(new Set(await idsIn(whole)));
    if (most < 5) expect(await idsIn(folder)).toEqual(await idsIn(whole));
  });

  test('no credential is in a message, whatever is wrong', async () => {
    const bin = buildPackage('github-issues');
    const { url, requests } = await recordedIssues();
    const { to } = await newFolder();
    const sync = (target: string, ...more: readonly string[]) =>
      runCommand(bin, ['sync', '--to', target, ...more], { cwd: sandbox(), env: { ...recordedEnvironment(url), ...S3_ENVIRONMENT } });
    const missing = await sync(to.replace(/b-[\da-f-]+/, 'no-such-bucket'));
    expect(missing).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('NoSuchBucket') });
    const nobody = await sync('s3://bucket/x/?endpoint=http://127.0.0.1:1');
    expect(nobody.exitCode).toBe(3);
    const inUrl = await sync('s3://AKIATESTKEY:hunter2-of-s3@bucket/x/');
    expect(inUrl).toMatchObject({ exitCode: 2 });
    const unknown = await sync('s3://bucket/x/?acl=public');
    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('only region and endpoint') });
    for (const { stderr, stdout } of [missing, nobody, inUrl, unknown]) expect(`${stderr}${stdout}`).not.toMatch(SECRETS);
    expect(await sync(to, '--schema', 'x')).toMatchObject({ exitCode: 2 });
    expect(await sync(to, '--compact')).toMatchObject({ exitCode: 2 });
    expect(requests).toEqual([]);
    expect(await sync(to)).toMatchObject({ exitCode: 0 });
    expect(await sync(to, '--format', 'parquet')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--format jsonl') });
    expect(await sync(to, '--format', 'parquet', '--full-refresh')).toMatchObject({ exitCode: 0 });
  });
});
