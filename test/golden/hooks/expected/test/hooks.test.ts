// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test, vi } from 'vitest';
import { client, tickets as ticketsHooks, agents as agentsHooks, calls as callsHooks } from '../src/hooks.ts';
import type { HookRequest } from '../src/hook-types.ts';
import { TicketsClient } from '../src/index.ts';
import { api, bodyOf, collect, credentials, failure, recording, times, type Api } from './replay.ts';

const openTickets = (server: Api) => new TicketsClient({ ...credentials, view: 'open', ...server }).tickets;
const openAgents = (server: Api) => new TicketsClient({ ...credentials, view: 'open', ...server }).agents;
const openCalls = (server: Api) => new TicketsClient({ ...credentials, view: 'open', ...server }).calls;

/** A hook that throws. */
const fail = (): never => {
  throw new Error('this hook fails');
};

/** What a read fails with then. */
const failed = (hook: string, resource: string) => ({
  code: 'hook_failed',
  hook,
  resource,
  cause: new Error('this hook fails'),
});

/** A hook that leaves a trace in a request. */
const mark =
  (value: string) =>
  async (...[request]: unknown[]): Promise<void> =>
    (request as HookRequest).headers.set('x-hook', value);

/** A hook that sends a request, with its credential, to another origin. */
const lead = async (...[request]: unknown[]): Promise<void> => {
  (request as HookRequest).url.host = 'elsewhere.example';
};

test('authenticate changes what is sent for tickets', async () => {
  const { answers } = recording('tickets');
  const server = api(answers);
  const hook = vi.spyOn(client, 'authenticate').mockImplementation(mark('authenticate'));
  await collect(openTickets(server).list());
  expect(server.requests.at(-1)?.headers).toMatchObject({ 'x-hook': 'authenticate' });

  const other = api(answers);
  hook.mockImplementation(lead);
  expect(await failure(collect(openTickets(other).list()))).toMatchObject({
    code: 'hook_failed',
    hook: 'authenticate',
    page: 1,
  });
  expect(other.requests.filter(({ url }) => url.includes('elsewhere.example'))).toEqual([]);

  hook.mockImplementation(fail);
  expect(await failure(collect(openTickets(api(answers)).list()))).toMatchObject({
    ...failed('authenticate', expect.any(String)),
    attempts: 1,
  });
});

test('request changes what is sent for tickets', async () => {
  const { answers } = recording('tickets');
  const server = api(answers);
  const hook = vi.spyOn(ticketsHooks, 'request').mockImplementation(mark('request'));
  await collect(openTickets(server).list());
  expect(server.requests.at(-1)?.headers).toMatchObject({ 'x-hook': 'request' });

  const other = api(answers);
  hook.mockImplementation(lead);
  expect(await failure(collect(openTickets(other).list()))).toMatchObject({
    code: 'hook_failed',
    hook: 'request',
    page: 1,
  });
  expect(other.requests.filter(({ url }) => url.includes('elsewhere.example'))).toEqual([]);

  hook.mockImplementation(fail);
  expect(await failure(collect(openTickets(api(answers)).list()))).toMatchObject({
    ...failed('request', expect.any(String)),
    attempts: 1,
  });
});

test('select finds the records of tickets', async () => {
  const { answers } = recording('tickets');
  const hook = vi.spyOn(ticketsHooks, 'select').mockImplementation(() => [] as never);
  const page = await openTickets(api(answers)).pages().next();
  expect(page.value).toMatchObject({ records: [] });
  expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(bodyOf(answers[0] ?? { status: 0 }));

  hook.mockImplementation(fail);
  expect(await failure(collect(openTickets(api(answers)).list()))).toMatchObject({
    ...failed('select', 'tickets'),
    page: 1,
    attempts: 1,
  });
});

test('next says where the next page of tickets begins', async () => {
  const { answers, first } = recording('tickets');
  const server = api([first, { status: 204 }]);
  const hook = vi.spyOn(ticketsHooks, 'next').mockReturnValue({ cursor: 'c2' } as never);
  const pages = await collect(openTickets(server).pages());
  expect(pages.map((page) => page.state.next)).toMatchObject([{ cursor: 'c2' }, null]);
  expect(server.requests[1]).not.toEqual(server.requests[0]);
  expect([...(hook.mock.calls[0] ?? [])][0]).toMatchObject({ body: bodyOf(first), position: undefined });

  const again = api([first]);
  const state = pages[0]?.state;
  hook.mockClear().mockReturnValue(null as never);
  await collect(openTickets(again).pages({ state }));
  expect(again.requests).toEqual(server.requests.slice(1));
  expect([...(hook.mock.calls[0] ?? [])][0]).toMatchObject({ position: { cursor: 'c2' } });

  hook.mockReturnValue({ cursor: 'c2' } as never);
  expect(await failure(collect(openTickets(api(times(2, first))).list()))).toMatchObject({
    code: 'no_progress',
    page: 2,
  });

  let turn = 0;
  hook.mockImplementation((() => [{ cursor: 'c2' }, { cursor: 'c3' }][turn++ % 2]) as never);
  expect(await failure(collect(openTickets(api(times(9, first))).list()))).toMatchObject({ code: 'no_progress' });

  hook.mockReturnValue(null as never);
  expect(await collect(openTickets(api(answers)).pages())).toHaveLength(1);
});

test('next may fail a read of tickets', async () => {
  const { answers } = recording('tickets');
  vi.spyOn(ticketsHooks, 'next').mockImplementation(fail);
  expect(await failure(collect(openTickets(api(answers)).list()))).toMatchObject({
    ...failed('next', 'tickets'),
    attempts: 1,
  });
});

test('filter keeps records of tickets, or not', async () => {
  const { answers } = recording('tickets');
  const before = await collect(openTickets(api(answers)).list());
  expect(before.length).toBeGreaterThan(0);
  const hook = vi.spyOn(ticketsHooks, 'filter').mockImplementation(() => false);
  expect(await collect(openTickets(api(answers)).list())).toEqual([]);
  expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(before[0]);

  hook.mockImplementation(fail);
  const error = await failure(collect(openTickets(api(answers)).list()));
  expect(error).toMatchObject({ ...failed('filter', 'tickets'), page: 1, index: 0 });
});

test('map makes what is read of tickets', async () => {
  const { answers } = recording('tickets');
  const before = await collect(openTickets(api(answers)).list());
  expect(before.length).toBeGreaterThan(0);
  const hook = vi.spyOn(ticketsHooks, 'map').mockImplementation(() => ({ isMapped: true }) as never);
  expect(await collect(openTickets(api(answers)).list())).toEqual(before.map(() => ({ isMapped: true })));
  expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(before[0]);

  hook.mockImplementation(fail);
  const error = await failure(collect(openTickets(api(answers)).list()));
  expect(error).toMatchObject({ ...failed('map', 'tickets'), page: 1, index: 0 });
});

test('filter keeps records of agents, or not', async () => {
  const { answers } = recording('agents');
  const before = await collect(openAgents(api(answers)).list());
  expect(before.length).toBeGreaterThan(0);
  const hook = vi.spyOn(agentsHooks, 'filter').mockImplementation(() => false);
  expect(await collect(openAgents(api(answers)).list())).toEqual([]);
  expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(before[0]);

  hook.mockImplementation(fail);
  const error = await failure(collect(openAgents(api(answers)).list()));
  expect(error).toMatchObject({ ...failed('filter', 'agents'), page: 1, index: 0 });
});

test('map makes what is read of agents', async () => {
  const { answers } = recording('agents');
  const before = await collect(openAgents(api(answers)).list());
  expect(before.length).toBeGreaterThan(0);
  const hook = vi.spyOn(agentsHooks, 'map').mockImplementation(() => ({ isMapped: true }) as never);
  expect(await collect(openAgents(api(answers)).list())).toEqual(before.map(() => ({ isMapped: true })));
  expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(before[0]);

  hook.mockImplementation(fail);
  const error = await failure(collect(openAgents(api(answers)).list()));
  expect(error).toMatchObject({ ...failed('map', 'agents'), page: 1, index: 0 });
});

test('authenticate changes what is sent for calls', async () => {
  const { answers, isOwn } = recording('calls');
  const server = api(answers);
  vi.spyOn(client, 'authenticate').mockImplementation(mark('shared'));
  const hook = vi.spyOn(callsHooks, 'authenticate').mockImplementation(mark('authenticate'));
  await collect(openCalls(server).list());
  expect(server.requests[isOwn.lastIndexOf(true)]?.headers).toMatchObject({ 'x-hook': 'authenticate' });

  const other = api(answers);
  hook.mockImplementation(lead);
  expect(await failure(collect(openCalls(other).list()))).toMatchObject({
    code: 'hook_failed',
    hook: 'authenticate',
    page: 1,
  });
  expect(other.requests.filter(({ url }) => url.includes('elsewhere.example'))).toEqual([]);

  hook.mockImplementation(fail);
  expect(await failure(collect(openCalls(api(answers)).list()))).toMatchObject({
    ...failed('authenticate', expect.any(String)),
    attempts: 1,
  });
});
