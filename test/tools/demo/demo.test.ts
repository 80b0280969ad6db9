import { expect, test } from 'vitest';
import { repository } from '../../support/generator-sources.js';
import { runDemo } from './demo.js';

async function demo(name: string, isTTY: boolean): Promise<{ readonly text: string; readonly exitCode: number }> {
  let text = '';
  const exitCode = await runDemo(name, repository, { isTTY, color: false, write: (more) => void (text += more) });
  return { text, exitCode };
}

test('reads the recordings of analytics, past a 503 and a 429, line by line', async () => {
  const { text, exitCode } = await demo('analytics', false);
  expect(exitCode).toBe(0);
  expect(text).toMatch(/^events +page 2 is answered with 503$/m);
  expect(text).toMatch(/^active_users +waits 3\.\d s, and asks again$/m);
  expect(text).toMatch(/^✓ events +8 +5 +1 +▪↻▪▪▪ +page 4: empty, the end$/m);
  expect(text).toMatch(/^✓ cohorts +8 +4 +0 +▪▪▪▪ +page 4: empty, the end$/m);
  expect(text).toContain('made up from the spec');
  expect(text).not.toContain('\u001b');
});

test('reads what GitHub really answered, and draws over what it drew', async () => {
  const { text, exitCode } = await demo('github-issues', true);
  expect(exitCode).toBe(0);
  expect(text).toContain('recorded from the real API');
  expect(text).toContain('\u001b[2A');
  expect(text).toMatch(/✓ issues +13 +7 +2 +▪↻▪↻▪▪▪ +page 5: 1 record, the end\n\n13 records by 7 requests, 2 of them retries/);
});

test('says which packages there are no recordings of', async () => {
  expect(await demo('../specs', false)).toEqual({ text: 'there is no generated/../specs; try: npm run demo -- analytics\n', exitCode: 2 });
});
