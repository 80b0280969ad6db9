import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildPackage, buildSpec, runCommand } from '../../sync/support/built-package.js';
import { eventsApi, eventsOn } from '../../sync/support/events-api.js';
import { INCREMENTAL } from '../../sync/support/incremental-spec.js';
import { RECORDED_OPTIONS, recordedIssues } from '../../sync/support/recorded-api.js';
import { pipeInto, pythonPrograms } from './python.js';

const bin = buildPackage('github-issues');
const incremental = buildSpec(INCREMENTAL);
const programs = pythonPrograms('airbyte');

/** Every line as an AirbyteMessage: what does not fit the models is an error, and so is a word that they do not know. */
const VALIDATE = `
import json, sys
from airbyte_protocol.models import AirbyteMessage
kinds = []
for line in sys.stdin:
    message = AirbyteMessage.parse_obj(json.loads(line))
    kinds.append(message.type.value)
    part = {'RECORD': 'record', 'STATE': 'state', 'TRACE': 'trace', 'SPEC': 'spec', 'CATALOG': 'catalog', 'CONNECTION_STATUS': 'connectionStatus'}[message.type.value]
    assert getattr(message, part) is not None
print(json.dumps(kinds))
`;

test.each([
  [['spec'], ['SPEC']],
  [['check', '--config', 'config.json'], ['CONNECTION_STATUS']],
  [['discover', '--config', 'config.json'], ['CATALOG']],
  [
    ['read', '--config', 'config.json', '--catalog', 'catalog.json'],
    ['TRACE', 'TRACE', ...Array<string>(13).fill('RECORD'), 'STATE', 'TRACE'],
  ],
  [['read', '--config', 'config.json', '--catalog', 'nonsense.json'], ['TRACE']],
  [['read', '--config', 'wrong.json', '--catalog', 'catalog.json'], ['TRACE']],
])('%j prints messages that fit the models of Airbyte', async (args, kinds) => {
  const cwd = sandbox();
  const { url } = await recordedIssues();
  const { token, owner, repo } = RECORDED_OPTIONS;
  const catalog = {
    streams: [
      {
        stream: { name: 'issues', json_schema: {}, supported_sync_modes: ['full_refresh'] },
        sync_mode: 'full_refresh',
        destination_sync_mode: 'append',
      },
    ],
  };
  const files = { config: { token, owner, repo, page_size: 3, base_url: url }, catalog, wrong: { token }, nonsense: {} };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content));
  writeFileSync(join(cwd, 'validate.py'), VALIDATE);
  const { stdout } = await runCommand(bin, args, { cwd });
  expect(JSON.parse(pipeInto(join(programs, 'python'), ['validate.py'], stdout, cwd))).toEqual(kinds);
});

test('the catalog that was discovered can be configured, and read', async () => {
  const cwd = sandbox();
  const { url } = await recordedIssues();
  const { token, owner, repo } = RECORDED_OPTIONS;
  writeFileSync(join(cwd, 'config.json'), JSON.stringify({ token, owner, repo, page_size: 3, base_url: url }));
  const discovered = await runCommand(bin, ['discover', '--config', 'config.json'], { cwd });
  const configure = `
import json, sys
from airbyte_protocol.models import AirbyteMessage, ConfiguredAirbyteCatalog, ConfiguredAirbyteStream
catalog = AirbyteMessage.parse_obj(json.load(sys.stdin)).catalog
streams = [ConfiguredAirbyteStream(stream=s, sync_mode='full_refresh', destination_sync_mode='overwrite') for s in catalog.streams]
print(ConfiguredAirbyteCatalog(streams=streams).json(exclude_none=True))
`;
  writeFileSync(join(cwd, 'configure.py'), configure);
  writeFileSync(join(cwd, 'catalog.json'), pipeInto(join(programs, 'python'), ['configure.py'], discovered.stdout, cwd));
  const { exitCode, stdout } = await runCommand(bin, ['read', '--config', 'config.json', '--catalog', 'catalog.json'], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout.split('\n').filter((line) => line.includes('"RECORD"'))).toHaveLength(13);
});

test('an incremental stream is configured as its catalog says, and goes on from its state', async () => {
  const cwd = sandbox();
  const api = await eventsApi(eventsOn(1, 2, 3));
  writeFileSync(join(cwd, 'config.json'), JSON.stringify({ token: 'a-token', base_url: api.url }));
  const discovered = await runCommand(await incremental, ['discover', '--config', 'config.json'], { cwd });
  const configure = `
import json, sys
from airbyte_protocol.models import AirbyteMessage, ConfiguredAirbyteCatalog, ConfiguredAirbyteStream, SyncMode
[events] = [s for s in AirbyteMessage.parse_obj(json.load(sys.stdin)).catalog.streams if s.name == 'events']
assert events.source_defined_cursor and SyncMode.incremental in events.supported_sync_modes
stream = ConfiguredAirbyteStream(stream=events, sync_mode='incremental', destination_sync_mode='append_dedup',
  cursor_field=events.default_cursor_field, primary_key=events.source_defined_primary_key)
print(ConfiguredAirbyteCatalog(streams=[stream]).json(exclude_none=True))
`;
  const lastState = `
import json, sys
from airbyte_protocol.models import AirbyteMessage
states = [m.state for m in map(AirbyteMessage.parse_raw, sys.stdin) if m.state]
print("[" + states[-1].json(exclude_none=True) + "]")
`;
  writeFileSync(join(cwd, 'configure.py'), configure);
  writeFileSync(join(cwd, 'last.py'), lastState);
  const python = join(programs, 'python');
  writeFileSync(join(cwd, 'catalog.json'), pipeInto(python, ['configure.py'], discovered.stdout, cwd));
  const read = ['read', '--config', 'config.json', '--catalog', 'catalog.json'];
  const first = await runCommand(await incremental, read, { cwd });
  const records = (text: string): number => text.split('\n').filter((line) => line.includes('"RECORD"')).length;
  expect(records(first.stdout)).toBe(3);
  writeFileSync(join(cwd, 'state.json'), pipeInto(python, ['last.py'], first.stdout, cwd));
  const second = await runCommand(await incremental, [...read, '--state', 'state.json'], { cwd });
  expect([second.exitCode, records(second.stdout)]).toEqual([0, 0]);
  expect(api.asked.at(-1)).toBe('2026-01-02T23:59:59Z');
});
