// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { readFileSync } from 'node:fs';
import { temporal } from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowsPath } from '../../src/temporal/worker.ts';

/** What a server of Temporal recorded of this workflow, whose activities were stand-ins. */
const histories = JSON.parse(readFileSync(new URL('./histories.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, object>
>;

test('the workflow does again what was recorded of it', { timeout: 120_000 }, async () => {
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
  for (const [name, history] of Object.entries(histories)) {
    const replayed = Worker.runReplayHistory(
      { workflowBundle },
      temporal.api.history.v1.History.fromObject(history),
      name,
    );
    await replayed.catch((error: unknown) => expect.fail(`${name}: ${String(error)}`));
  }
});
