import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildPackage, buildSpec, messagesIn, recordedEnvironment, runCommand } from '../../sync/support/built-package.js';
import { eventsApi, eventsOn } from '../../sync/support/events-api.js';
import { INCREMENTAL } from '../../sync/support/incremental-spec.js';
import { recordedIssues } from '../../sync/support/recorded-api.js';
import { pipeInto, pythonPrograms } from './python.js';

const bin = buildPackage('github-issues');
const incremental = buildSpec(INCREMENTAL);
const programs = pythonPrograms('singer');

async function tapOutput(cwd: string): Promise<string> {
  const { url } = await recordedIssues();
  const finished = await runCommand(bin, ['--singer'], { cwd, env: recordedEnvironment(url) });
  expect(finished).toMatchObject({ exitCode: 0 });
  return finished.stdout;
}

test('target-jsonl, which validates records against their schema, writes all 13', async () => {
  const cwd = sandbox();
  writeFileSync(join(cwd, 'config.json'), JSON.stringify({ destination_path: cwd, do_timestamp_file: false }));
  const output = await tapOutput(cwd);
  const state = pipeInto(join(programs, 'target-jsonl'), ['--config', 'config.json'], output, cwd);
  expect(JSON.parse(state.trim().split('\n').at(-1) ?? '')).toMatchObject({ bookmarks: { issues: { complete: true } } });
  const file = readdirSync(cwd).find((name) => name.endsWith('.jsonl')) ?? '';
  const written = readFileSync(join(cwd, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly number: number });
  expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
});

test('singer-python reads every message as what it is, and discovers the catalog', async () => {
  const cwd = sandbox();
  const output = await tapOutput(cwd);
  const script = `
import json, sys, singer, jsonschema
kinds = []
schemas = {}
for line in sys.stdin:
    message = singer.parse_message(line)
    kinds.append(type(message).__name__)
    if isinstance(message, singer.SchemaMessage):
        jsonschema.Draft4Validator.check_schema(message.schema)
        schemas[message.stream] = jsonschema.Draft4Validator(message.schema, format_checker=jsonschema.FormatChecker())
    if isinstance(message, singer.RecordMessage):
        schemas[message.stream].validate(message.record)
print(json.dumps(kinds))
`;
  writeFileSync(join(cwd, 'read.py'), script);
  const kinds = JSON.parse(pipeInto(join(programs, 'python'), ['read.py'], output, cwd)) as readonly string[];
  expect(kinds).toEqual(['SchemaMessage', ...Array<string>(13).fill('RecordMessage'), 'ActivateVersionMessage', 'StateMessage']);
  const catalog = await runCommand(bin, ['--singer', '--discover'], { cwd });
  writeFileSync(join(cwd, 'catalog.json'), catalog.stdout);
  const streams = pipeInto(
    join(programs, 'python'),
    ['-c', 'import singer; c = singer.Catalog.load("catalog.json"); print([(s.tap_stream_id, s.is_selected()) for s in c.streams])'],
    '',
    cwd,
  );
  expect(streams.trim()).toBe("[('issues', True)]");
  expect(messagesIn({ ...catalog, stdout: JSON.stringify(JSON.parse(catalog.stdout)) })).toHaveLength(1);
});

test('singer-python finds the replication key, reads the bookmark, and the tap goes on from it', async () => {
  const cwd = sandbox();
  const api = await eventsApi(eventsOn(1, 2, 3));
  const options = { cwd, env: { STREAM_TOKEN: 'a-token', STREAM_BASE_URL: api.url } };
  writeFileSync(join(cwd, 'catalog.json'), (await runCommand(await incremental, ['--singer', '--discover'], options)).stdout);
  const script = `
import json, sys, singer
from singer import metadata
stream = singer.Catalog.load("catalog.json").get_stream("events")
facts = metadata.to_map(stream.metadata)
state = None
for line in sys.stdin:
    message = singer.parse_message(line)
    if isinstance(message, singer.SchemaMessage) and message.stream == "events":
        assert message.bookmark_properties == ["timestamp"], message.bookmark_properties
    if isinstance(message, singer.StateMessage):
        state = message.value
print(json.dumps([stream.replication_key, stream.replication_method, metadata.get(facts, (), "valid-replication-keys"),
  metadata.get(facts, ("properties", "timestamp"), "inclusion"), singer.get_bookmark(state, "events", "replication_key_value")]))
json.dump(state, open("state.json", "w"))
`;
  writeFileSync(join(cwd, 'read.py'), script);
  const { stdout } = await runCommand(await incremental, ['--singer', '--catalog', 'catalog.json'], options);
  expect(JSON.parse(pipeInto(join(programs, 'python'), ['read.py'], stdout, cwd))).toEqual([
    'timestamp',
    'INCREMENTAL',
    ['timestamp'],
    'automatic',
    '2026-01-03T00:00:00Z',
  ]);
  api.asked.length = 0;
  const again = await runCommand(await incremental, ['--singer', '--catalog', 'catalog.json', '--state', 'state.json'], options);
  expect(messagesIn(again).filter(({ type, stream }) => type === 'RECORD' && stream === 'events')).toEqual([]);
  expect(api.asked).toContain('2026-01-02T23:59:59Z');
});
