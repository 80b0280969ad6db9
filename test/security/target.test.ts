import fc from 'fast-check';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { Secrets } from '../../generated/analytics/src/internal/redact.ts';
import { hasPassword, passwordsIn, shownTarget } from '../../generated/analytics/src/sync/target.ts';
import { thorough } from './runtimes.js';

const PASSWORD = 'hunter2-secret';

test.each([
  [`postgres://me:${PASSWORD}@db.example.com/sales`, 'postgres://db.example.com/sales'],
  [`postgres://me:${PASSWORD}/and/on@db:5432/sales`, 'postgres://db:5432/sales'],
  [`postgres://me:${PASSWORD}@and@on@db/sales`, 'postgres://db/sales'],
  [`postgres://me:${PASSWORD}?and#on@db/sales`, 'postgres://***'],
  [`postgresql://db/sales?password=${PASSWORD}`, 'postgresql://db/sales'],
  [`postgresql://db/sales?user=me&PassWord=${PASSWORD}@on`, 'postgresql://***'],
  [`postgresql://db/sales?p%61ssword=${PASSWORD}`, 'postgresql://db/sales'],
  [`postgres://me:${PASSWORD}@[::1]:5432/sales`, 'postgres://[::1]:5432/sales'],
  [`mysql://me:${PASSWORD}@db/sales`, 'mysql://db/sales'],
  [`clickhouse://me:${PASSWORD}@db:8123/sales`, 'clickhouse://db:8123/sales'],
  [`s3://AKIATEST:${PASSWORD}@bucket/folder/`, 's3://bucket/folder/'],
  [`s3://bucket/folder/?endpoint=https://me:${PASSWORD}@store.example.com`, 's3://***'],
  [`libsql://db?authToken=${PASSWORD}`, 'libsql://db'],
  [`duckdb:md:sales?motherduck_token=${PASSWORD}`, '***'],
  [`host=db user=me password=${PASSWORD}`, '***'],
  [`postgres://:${PASSWORD}@db/sales`, 'postgres://db/sales'],
])('%s is refused as an argument, and its password never shown', (to, shown) => {
  expect(hasPassword(to)).toBe(true);
  expect(shownTarget(to)).toBe(shown);
});

test.each([
  ['postgres://me@db.example.com:5432/sales?sslmode=require', 'postgres://db.example.com:5432/sales'],
  ['postgres:///sales?host=/var/run/postgresql', 'postgres:///sales'],
  ['postgres://me:@db/sales', 'postgres://db/sales'],
  ['s3://bucket/folder/?endpoint=https://store.example.com:9000&region=eu-central-1', 's3://bucket/folder/'],
  ['postgres://db/sales?passfile=/home/me/.pgpass', 'postgres://db/sales'],
  ['data/me@home.duckdb', 'data/me@home.duckdb'],
  ['sqlite:data.db', 'sqlite:data.db'],
  ['C:\\data\\sales.duckdb', 'C:\\data\\sales.duckdb'],
])('%s has none', (to, shown) => {
  expect(hasPassword(to)).toBe(false);
  expect(shownTarget(to)).toBe(shown);
});

test('one without its @ is not taken for a host and a port', () => {
  expect(shownTarget(`postgres://me:${PASSWORD}`)).toBe('postgres://***');
});

/** What the driver takes for a password is one for us, whatever signs are in it and wherever it stands; and no message shows it. */
test('a password as the driver of Postgres reads it is found', () => {
  const signs = fc.constantFrom('a', '7', '/', '@', ':', '?', '#', '=', '&', '+', ' ', '[', ']', '\\', '%41', '%40', '%', 'é');
  const word = fc.array(signs, { maxLength: 4 }).map((each) => each.join(''));
  const url = fc
    .record({
      scheme: fc.constantFrom('postgres://', 'postgresql://', 'POSTGRES://'),
      user: fc.constantFrom('', 'me', 'me%40x', 'm@e'),
      before: word,
      after: word,
      host: fc.constantFrom('db', 'db.example.com:5432', '[::1]:5432', ''),
      path: fc.constantFrom('', '/', '/sales', '/a%20b'),
      key: fc.constantFrom('password', 'p%61ssword', 'PASSWORD', ''),
      sslmode: fc.constantFrom('', 'sslmode=disable'),
    })
    .map(({ scheme, user, before, after, host, path, key, sslmode }) => {
      const password = `${before}hunter2${after}`;
      const given = key === '' ? `${user}:${password}@` : '';
      const query = [sslmode, key === '' ? '' : `${key}=${password}`].filter((each) => each !== '').join('&');
      return `${scheme}${given}${host}${path}${query === '' ? '' : `?${query}`}`;
    });
  fc.assert(
    fc.property(url, (to) => {
      const password = passwordByDriver(to);
      expect(shownTarget(to)).not.toContain('hunter2');
      if (!password?.includes('hunter2')) return;
      expect(hasPassword(to)).toBe(true);
      const secrets = new Secrets();
      for (const each of passwordsIn(to)) secrets.add('to', each);
      expect(secrets.redact(`no role with ${password}`)).not.toContain('hunter2');
    }),
    { numRuns: thorough ? 5_000 : 500 },
  );
});

function passwordByDriver(to: string): string | undefined {
  try {
    return new Client({ connectionString: to }).password ?? undefined;
  } catch {
    return undefined; // nothing that it connects to
  }
}
