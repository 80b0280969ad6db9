import { expect, test } from 'vitest';
import { hasPassword, shownTarget } from '../../generated/analytics/src/sync/target.ts';

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
