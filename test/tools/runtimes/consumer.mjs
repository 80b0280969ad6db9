// What somebody does with a connector, with nothing but the web's own names: it runs in every runtime.

/** Reads from the API at `baseUrl`, and says what went wrong, or "ok". */
export async function consume({ BenchClient, BenchHttpError, BenchRecordError }, baseUrl) {
  const waits = [];
  const open = (path = '') =>
    new BenchClient({ token: 'a-token', baseUrl: baseUrl + path, random: () => 0.5, sleep: async (ms) => void waits.push(ms) }).things1;

  const ids = [];
  for await (const record of open().list()) ids.push(record.id);
  expect(ids.length === 250 && ids[0] === 'rec_00000000' && ids[249] === 'rec_00000249', `250 records in order, got ${ids.length}`);

  const pages = open().pages();
  const first = (await pages.next()).value;
  await pages.return();
  const rest = [];
  for await (const page of open().pages({ state: JSON.parse(JSON.stringify(first.state)) })) rest.push(...page.records);
  expect(rest.length === 150 && rest[0].id === 'rec_00000100', `150 records after the first page, got ${rest.length}`);

  const retried = await open('/flaky').pages().next();
  expect(retried.value.records.length === 100 && waits.length > 0, 'a page after a 503');

  expect((await failure(() => open('/missing').pages().next())) instanceof BenchHttpError, 'a BenchHttpError for 404');
  expect((await failure(() => open('/wrong').pages().next())) instanceof BenchRecordError, 'a BenchRecordError for a wrong field');

  const abort = new AbortController();
  setTimeout(() => abort.abort(), 50);
  expect((await failure(() => open('/hanging').pages({ signal: abort.signal }).next()))?.name === 'AbortError', 'an AbortError');
  return 'ok';
}

async function failure(run) {
  try {
    await run();
  } catch (error) {
    return error;
  }
}

function expect(holds, what) {
  if (!holds) throw new Error(`expected ${what}`);
}
