import { describe, expect, test } from 'vitest';
import { hashOf, hashOfFile, parseLock, withLock } from '../../../generator/output/lock.js';

describe('a lock', () => {
  test('holds the hash of every other file, sorted, and reads back', () => {
    const files = withLock(
      [
        { path: 'src/b.ts', text: 'b' },
        { path: 'a.ts', text: 'a' },
      ],
      '1.2.3',
      'name: acme\r\n',
    );
    const { path, text } = files[2] ?? { path: '', text: '' };
    expect(path).toBe('connector.lock.json');
    expect(Object.keys((JSON.parse(text) as { files: object }).files)).toEqual(['a.ts', 'src/b.ts']);
    expect(parseLock(text)).toEqual({
      generator: '1.2.3',
      spec: hashOf('name: acme\n'),
      files: new Map([
        ['a.ts', hashOf('a')],
        ['src/b.ts', hashOf('b')],
      ]),
    });
  });

  test('that is broken vouches for nothing', () => {
    for (const text of ['', '<<<<<<< HEAD', 'null', '[]', '{"files":[]}', '{"files":{"a.ts":1}}', '{"files":null}']) {
      expect(parseLock(text).files.size).toBe(0);
    }
  });

  test('does not mind what an installer makes of a manifest', () => {
    const manifest = (bin: unknown): string => `${JSON.stringify({ name: '@acme/x-connector', version: '1.0.0', bin }, null, 2)}\n`;
    const hash = hashOfFile('package.json', manifest({ 'x-connector': 'dist/bin.js' }));
    expect(hashOfFile('package.json', Buffer.from(manifest('dist/bin.js')))).toBe(hash);
    expect(hashOfFile('package.json', manifest('dist/other.js'))).not.toBe(hash);
    expect(hash).toBe(hashOf(manifest({ 'x-connector': 'dist/bin.js' })));
    for (const broken of ['', '{', 'null', '{"bin":"x"}']) expect(hashOfFile('package.json', broken)).toBe(hashOf(broken));
  });

  test('hashes bytes as it hashes their text', () => {
    expect(hashOf(Buffer.from('é\r\n'))).toBe(hashOf('é\n'));
    expect(hashOf(Buffer.from([0xff]))).not.toBe(hashOf(Buffer.from([0xfe])));
  });
});
