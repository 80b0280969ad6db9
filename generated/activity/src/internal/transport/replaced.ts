// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import process from 'node:process';

/** The global fetch and its dispatchers as they were last seen, and what was found. */
let seen: readonly [fetch: unknown, dispatcher: unknown, olderDispatcher: unknown] | undefined;
let replaced = false;

/**
 * Whether somebody has replaced the global `fetch`, or the dispatcher that it sends with: to mock an API, to trace requests, for
 * a proxy. Node's own fetch loads undici from inside of Node, and its dispatcher is an agent without options.
 */
export function isFetchReplaced(): boolean {
  const {
    fetch,
    [NEWER]: newer,
    [OLDER]: older,
  } = globalThis as typeof globalThis & { [NEWER]?: unknown; [OLDER]?: unknown };
  if (seen === undefined || seen[0] !== fetch || seen[1] !== newer || seen[2] !== older) {
    const dispatcher = newer ?? older;
    seen = [fetch, newer, older];
    replaced =
      !String(fetch).includes('internal/deps/undici/undici') ||
      !(dispatcher === undefined || isPlainAgent(Object(dispatcher)));
  }
  return replaced;
}

/** Where undici keeps its dispatcher, by its releases. */
const NEWER: unique symbol = Symbol.for('undici.globalDispatcher.2');
const OLDER: unique symbol = Symbol.for('undici.globalDispatcher.1');

function isPlainAgent(dispatcher: object): boolean {
  const { constructor: kind } = dispatcher;
  if (kind.name === 'EnvHttpProxyAgent') return process.env['NODE_USE_ENV_PROXY'] === '1'; // we go by the same variables
  const own = new Map(
    Object.getOwnPropertySymbols(dispatcher).map((key) => [key.description, Reflect.get(dispatcher, key) as unknown]),
  );
  return (
    kind.name === 'Agent' &&
    Reflect.get(dispatcher, 'dispatch') === Reflect.get(kind.prototype as object, 'dispatch') &&
    Object(own.get('factory')).name === 'defaultFactory' &&
    Object.values(Object(own.get('options'))).every(
      (option) => option === undefined || option === null || option === Infinity,
    )
  );
}
