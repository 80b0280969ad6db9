import { describe, expect, test } from 'vitest';
import { StandIns } from '../../../generator/recordings/stand-ins.js';
import type { JsonValue } from '../../../generator/shape.js';

function shown(body: JsonValue, name = 'things', keep: readonly string[] = []): JsonValue {
  const standIns = new StandIns(keep);
  standIns.learn(body, name);
  return standIns.apply(body);
}

describe('in free texts', () => {
  test.each([
    ['Call +49 30 1234567 now', 'Call +15550000001 now'],
    ['Call +4930123456, please', 'Call +15550000001, please'],
    ['(555) 123-4567 or 555-987-6543', '+15550000001 or +15550000002'],
    ['from 203.0.113.77 at noon', 'from 192.0.2.1 at noon'],
    ['peer 2001:4860:4860::8888', 'peer 2001:db8::1'],
    ['peer 2001:db8:85a3:0:0:8a2e:370:7334.', 'peer 2001:db8::1.'],
    ['write to bo@example.org', 'write to person1@example.com'],
  ])('%s', (text, expected) => {
    expect(shown({ note: text })).toEqual({ note: expected });
  });

  test.each([
    '2024-01-02T03:04:05.678+01:00',
    '2024-01-02 03:04:05 +0100',
    'at 12:30:45',
    '+1.23456789',
    'order 1234567890',
    '123e4567-e89b-12d3-a456-426614174000',
    'version 1.2.3',
    'http://203.0.113.77:8080/next',
    '127.0.0.1',
    '300.1.2.3',
    'std::vector',
  ])('%s is nobody’s', (text) => {
    expect(shown({ note: text })).toEqual({ note: text });
  });

  test('a version may look like an address', () => {
    expect(shown({ version: '1.2.3.4', host: 'it was 1.2.3.4' })).toEqual({ version: '192.0.2.1', host: 'it was 192.0.2.1' });
    expect(shown({ version: '1.2.3.4' })).toEqual({ version: '1.2.3.4' });
  });
});

describe('names', () => {
  test('of any length go from the texts of a body that has them as names', () => {
    const body = { user: { first_name: 'Bo', last_name: 'Li' }, note: 'Bo Li called; Bob did not. Lime is no name.' };
    expect(shown(body)).toEqual({
      user: { first_name: 'First1', last_name: 'Last1' },
      note: 'First1 Last1 called; Bob did not. Lime is no name.',
    });
  });

  test('that are short stay in the texts of other bodies', () => {
    const standIns = new StandIns();
    standIns.learn({ user: { first_name: 'Bo' } }, 'things');
    expect(standIns.apply({ note: 'Bo the dog' })).toEqual({ note: 'Bo the dog' });
    expect(standIns.apply({ note: 'Bo', other: 'Bo the dog' })).toEqual({ note: 'First1', other: 'First1 the dog' });
  });

  test('that are kept stay', () => {
    const body = { user: { first_name: 'Bo' }, note: 'Bo called' };
    expect(shown(body, 'things', ['first_name'])).toEqual(body);
  });
});
