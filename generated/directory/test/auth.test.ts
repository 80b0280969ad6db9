// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { expect, test } from 'vitest';
import { DirectoryClient } from '../src/index.ts';
import { api, recording } from './replay.ts';

const { first } = recording('people');

test('signs requests as the client of ApiKey credentials', async () => {
  const server = api([first]);
  await new DirectoryClient({ ...{ apiKey: 'test-api-key' }, ...server }).people.pages().next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/v1/resource?limit=100&offset=0&api_key=test-api-key',
      headers: { accept: 'application/json' },
    },
  ]);
});

test('signs requests as the client of HeaderApiKey credentials', async () => {
  const server = api([first]);
  await new DirectoryClient({ ...{ headerApiKey: 'test-header-api-key' }, ...server }).people.pages().next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/v1/resource?limit=100&offset=0',
      headers: { accept: 'application/json', 'x-api-key': 'test-header-api-key' },
    },
  ]);
});

test('signs requests as the client of OAuth2 credentials', async () => {
  const server = api([first]);
  await new DirectoryClient({ ...{ clientId: 'test-client-id', clientSecret: 'test-client-secret' }, ...server }).people
    .pages()
    .next();
  expect(server.requests).toEqual([
    {
      method: 'GET',
      url: 'https://api.example.com/v1/resource?limit=100&offset=0',
      headers: { accept: 'application/json', authorization: 'Bearer test-token' },
    },
  ]);
});
