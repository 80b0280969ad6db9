import { expect, test } from 'vitest';
import { bar } from '../../generator/commands/bar.js';

function shown(color: boolean, steps: readonly (readonly [number, string])[], total: number): string {
  let text = '';
  const progress = bar({ color, write: (part) => void (text += part) }, total);
  for (const [done, what] of steps) progress.step(done, what);
  progress.end();
  return text;
}

test('is a line for each step where nobody could see it move', () => {
  expect(
    shown(
      false,
      [
        [1, 'users: page 1, 10 records'],
        [2, 'users: page 2, 3 records'],
      ],
      3,
    ),
  ).toBe('users: page 1, 10 records\nusers: page 2, 3 records\n');
});

test('is drawn anew on a terminal, and goes away', () => {
  const clear = '\r\u001b[2K';
  expect(
    shown(
      true,
      [
        [1, 'users: page 1'],
        [4, 'tags: page 1'],
      ],
      4,
    ),
  ).toBe(`${clear}${'█'.repeat(5)}${'░'.repeat(15)} users: page 1${clear}${'█'.repeat(20)} tags: page 1${clear}`);
});

test.each([
  [0, 0],
  [9, 3],
])('stays a bar at %d of %d, and in its line', (done, total) => {
  const [, line = ''] = shown(true, [[done, 'x'.repeat(200)]], total).split('\u001b[2K');
  expect(line.replace('\r', '').length).toBeLessThan(80);
  expect(line).toMatch(/^[█░]{20} x+/);
});
