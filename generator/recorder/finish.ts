import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fixtures as messages } from '../diagnostics/messages/fixtures.js';
import { record } from '../diagnostics/messages/record.js';
import { fixtureText, type Fixture } from '../recordings/format.js';
import { MOST_BYTES } from '../recordings/read.js';
import type { Secrets } from '../recordings/secrets.js';
import { suspectSecrets } from '../recordings/secret-patterns.js';
import type { StandIns } from '../recordings/stand-ins.js';
import { asksClock } from '../emit/reading/kinds.js';
import { everyAuth, optionsOfAuth } from '../model/auth.js';
import type { ResourceModel } from '../model/connector-model.js';
import { hooksOf } from '../model/hooks-model.js';
import { usesOption } from '../model/templates.js';
import type { JsonValue } from '../shape.js';
import { optionsInUrl } from '../url-template.js';
import { isList, isObject, type Answer } from './answers.js';
import type { CompiledConnector } from './connector.js';
import { familyOf } from './family.js';
import { replay, type Config } from './replay.js';
import { smallerReads, type Taken } from './shrink.js';

export interface FinishOptions {
  readonly config: Config;
  /** The most records to keep of a page. */
  readonly records: number;
  readonly secrets: Secrets;
  readonly standIns: StandIns;
  /** SHA-256 of values that look like secrets and are none. */
  readonly allowed: ReadonlySet<string>;
  /** Whether the record type keeps the digits of its numbers. */
  readonly keepsDigits: boolean;
}

export type Finished =
  | { readonly ok: true; readonly fixture: Fixture; readonly text: string }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The smallest of the recordings of a read that the connector itself can replay. */
export async function shrink(
  connector: CompiledConnector,
  resource: ResourceModel,
  taken: Taken,
  options: FinishOptions,
): Promise<readonly Answer[] | undefined> {
  const hasNextHook = hooksOf(connector.model.hooks, resource.name.raw).some(({ name }) => name === 'next');
  for (const answers of smallerReads(taken, resource, options.records, hasNextHook)) {
    const replayed = await replay(connector, resource, options.config, answers, options.keepsDigits);
    if (replayed.ok) return answers;
  }
  return undefined;
}

/**
 * Makes the recording of these answers: without secrets, with stand-ins for personal data, and asked for once more by the
 * connector, so that requests and answers belong together. Refused when something in it still is, or looks like, a secret.
 */
export async function finishRecording(
  connector: CompiledConnector,
  resource: ResourceModel,
  answers: readonly Answer[],
  options: FinishOptions,
): Promise<Finished> {
  const { secrets, standIns } = options;
  const clean = answers.map(({ status, headers, body, format }) => ({
    ...(format === undefined ? {} : { format }),
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secrets.redact(standIns.applyToText(value))])),
    body: body === undefined ? undefined : redactAll(standIns.apply(body), secrets),
  }));
  const family = familyOf(connector.model, resource);
  const { model } = connector;
  const used = new Set([
    ...family.flatMap((each) => each.config.map(({ name }) => name.raw)),
    ...optionsInUrl(model.baseUrlTemplate ?? []).map(({ option }) => option),
    ...optionsOfAuth(everyAuth(model)).keys(),
    ...model.config.filter((option) => model.headers.some(({ value }) => usesOption(value, option))).map(({ name }) => name.raw),
  ]);
  const given = connector.model.config
    .filter(({ name }) => used.has(name.raw) && Object.hasOwn(options.config, name.raw))
    .map(({ name }): [string, JsonValue] => [name.raw, standIns.apply(options.config[name.raw] ?? null)]);
  const clock: [string, JsonValue][] = family.some(asksClock) ? [['wall_clock', options.config['wall_clock'] ?? null]] : [];
  const config = Object.fromEntries([...given, ...clock]);
  const replayed = await replay(connector, resource, config, clean, options.keepsDigits);
  if (!replayed.ok) return refused(record.notReplayable(resource.name.raw, secrets.redact(replayed.reason)));
  const made: Fixture = {
    version: 1,
    resource: resource.name.raw,
    ...(Object.keys(config).length === 0 ? {} : { config }),
    exchanges: replayed.exchanges,
  };
  const needed = new Set(suspectSecrets(made).map(({ sha256 }) => sha256));
  const allowed = [...options.allowed].filter((hash) => needed.has(hash)).sort();
  const { exchanges, ...head } = made;
  const fixture: Fixture = allowed.length === 0 ? made : { ...head, allowed, exchanges };
  const text = fixtureText(fixture);
  const file = `${resource.name.raw}.json`;
  if (secrets.found(text)) return refused(messages.leak(file));
  const suspects = suspectSecrets(fixture);
  if (suspects.length > 0) return { ok: false, diagnostics: suspects.map((each) => messages.secret(file, each)) };
  if (Buffer.byteLength(text) > MOST_BYTES) return refused(messages.tooLarge(file, MOST_BYTES));
  return { ok: true, fixture, text };
}

function redactAll(value: JsonValue, secrets: Secrets): JsonValue {
  if (typeof value === 'string') return secrets.redact(value);
  if (isList(value)) return value.map((item) => redactAll(item, secrets));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [secrets.redact(key), redactAll(inner, secrets)]));
}

function refused(diagnostic: Diagnostic): Finished {
  return { ok: false, diagnostics: [diagnostic] };
}
