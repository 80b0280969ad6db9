// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import process from 'node:process';

/** The global fetch and its dispatcher as they were last seen, and what was found. */
let seen: { readonly fetch: unknown; readonly dispatcher: unknown; readonly replaced: boolean } | undefined;

/**
 * Whether somebody has replaced the global `fetch`, or the dispatcher that it sends with: to mock an API, to trace requests, for
 * a proxy. Node's own fetch loads undici from inside of Node, and its dispatcher is an agent without options.
 */
export function isFetchReplaced(): boolean {
  const { fetch } = globalThis;
  const dispatcher: unknown = Reflect.get(globalThis, DISPATCHERS[0]) ?? Reflect.get(globalThis, DISPATCHERS[1]);
  if (seen?.fetch !== fetch || seen.dispatcher !== dispatcher) {
    const isNodes = String(fetch).includes('internal/deps/undici/undici');
    seen = { fetch, dispatcher, replaced: !isNodes || !(dispatcher === undefined || isPlainAgent(Object(dispatcher))) };
  }
  return seen.replaced;
}

/** Where undici keeps it, newer releases first. */
const DISPATCHERS = [Symbol.for('undici.globalDispatcher.2'), Symbol.for('undici.globalDispatcher.1')] as const;

function isPlainAgent(dispatcher: object): boolean {
  const { constructor } = dispatcher;
  if (constructor.name === 'EnvHttpProxyAgent') return process.env['NODE_USE_ENV_PROXY'] === '1'; // we go by the same variables
  const own = new Map(
    Object.getOwnPropertySymbols(dispatcher).map((key) => [key.description, Reflect.get(dispatcher, key) as unknown]),
  );
  return (
    constructor.name === 'Agent' &&
    Reflect.get(dispatcher, 'dispatch') === Reflect.get(constructor.prototype as object, 'dispatch') &&
    Object(own.get('factory')).name === 'defaultFactory' &&
    Object.values(Object(own.get('options'))).every(
      (option) => option === undefined || option === null || option === Infinity,
    )
  );
}
