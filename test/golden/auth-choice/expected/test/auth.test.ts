// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { ChoiceClient } from '../src/index.ts';
import { api, recording } from './replay.ts';

const { first } = recording('things');

test('signs requests as the client of ApiKey credentials', async () => {
  const server = api([first]);
  await new ChoiceClient({ ...{ apiKey: 'test-api-key' }, ...server }).things.pages().next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/things',
      headers: { accept: 'application/json', 'x-api-key': 'test-api-key' },
    },
  ]);
});

test('signs requests as the client of Bearer credentials', async () => {
  const server = api([first]);
  await new ChoiceClient({ ...{ token: 'test-token' }, ...server }).things.pages().next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/things',
      headers: { accept: 'application/json', authorization: 'Bearer test-token' },
    },
  ]);
});

test('signs requests as the client of OAuth2 credentials', async () => {
  const server = api([first]);
  await new ChoiceClient({ ...{ clientId: 'test-client-id', clientSecret: 'test-client-secret' }, ...server }).things
    .pages()
    .next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/things',
      headers: { accept: 'application/json', authorization: 'Bearer test-token' },
    },
  ]);
});
