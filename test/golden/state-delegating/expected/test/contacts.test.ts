// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import {
  ContactsApiClient,
  ContactsApiHttpError,
  ContactsApiStateError,
  type ContactsReadOptions,
  type ContactsState,
} from '../src/index.ts';
import { api, collect, credentials, failure, recording, type Api, type Sent } from './replay.ts';

/** What is read where there is no state, and once there is one. */
const everything = recording('all-contacts');
const changes = recording('contacts');

const keyOf = ({ method, url, body }: Sent): string => JSON.stringify([method, url, body]);
/** The recorded answers, in whatever order they are asked for. */
const answering = (sent: Sent) =>
  everything.answers[everything.requests.findIndex((request) => keyOf(request) === keyOf(sent))];

const client = (server: Api) =>
  new ContactsApiClient({ ...credentials, wallClock: () => Date.parse('2100-01-01T00:00:00Z'), ...server });
const read = (server: Api, options?: ContactsReadOptions) => collect(client(server).contacts.pages(options));
const readFull = (server: Api) => collect(client(server).allContacts.pages());

test('reads everything from the other endpoint where there is no state', async () => {
  const server = api(everything.answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toEqual(
    (await readFull(api(everything.answers))).map((page) => page.records),
  );
  expect(pages.map((page) => page.state.next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
  expect(server.requests).toEqual(everything.requests);
});

test('goes on there from the state of every page, until all is read', async () => {
  const pages = await read(api(everything.answers));
  for (const [index, page] of pages.entries()) {
    if (page.state.next === null) continue;
    const state: ContactsState = JSON.parse(JSON.stringify(page.state));
    const server = api(answering);
    const rest = await read(server, { state });
    expect(rest.map((each) => each.records)).toEqual(pages.slice(index + 1).map((each) => each.records));
    expect(rest.at(-1)?.state.next).toBeNull();
    expect(server.requests).toEqual(everything.requests.slice(index + 1));
  }
});

test('asks for what is new once all is read, and goes on from there', async () => {
  const all = (await read(api(everything.answers))).at(-1)?.state;
  const server = api(changes.answers);
  const pages = await read(server, { state: JSON.parse(JSON.stringify(all)) });
  expect(server.requests.map(({ method, url }) => [method, new URL(url).pathname])).toEqual(
    changes.requests.map(({ method, url }) => [method, new URL(url).pathname]),
  );
  expect(pages.at(-1)?.state.next).toBeNull();
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const rest = await read(api(changes.answers.slice(index + 1)), { state: page.state });
    expect(rest.at(-1)?.state).toEqual(pages.at(-1)?.state);
  }
});

test('follows the latest time through all that is read', async () => {
  const pages = await read(api(everything.answers));
  expect(pages.at(-1)?.state.cursor).not.toEqual(pages[0]?.state.cursor);
  expect(pages.at(-1)?.state.cursor.start).not.toBeNull();
});

test('fails with its own state, whoever failed', async () => {
  const [page] = await read(api(everything.answers));
  const error = await failure(read(api([everything.first, { status: 404 }])));
  expect(error).toBeInstanceOf(ContactsApiHttpError);
  expect(error).toMatchObject({ status: 404, state: page?.state });
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: {} },
  { next: { full: 7 } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(everything.answers));
  const server = api(everything.answers);
  const state: ContactsState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(ContactsApiStateError);
  expect(server.requests).toEqual([]);
});
