import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printable } from '../diagnostics/words.js';
import { imports as messages } from '../diagnostics/messages/import.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import type { SavedStates } from '../import/states/saved.js';
import { EXIT } from './exit-code.js';
import type { Io } from './io.js';
import type { Finding, Outcome } from './report.js';
import { readModel } from './spec-model.js';
import { replaceFile } from './staging.js';

type Found = { readonly ok: true; readonly states: SavedStates } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads a saved state of another tool. */
export async function findStates(given: string, io: Io): Promise<Found> {
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, given), 'utf8');
  } catch (error) {
    return { ok: false, diagnostic: messages.unreadable(given, errorCode(error) ?? 'it cannot be read') };
  }
  const { savedStates } = await import('../import/states/saved.js');
  const states = savedStates(text);
  return states === undefined ? { ok: false, diagnostic: messages.noState(given) } : { ok: true, states };
}

type Continued =
  | { readonly ok: true; readonly text: string; readonly data: object; readonly isWritten: boolean }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Writes the state file of a spec's connector, beside the spec: `specs/acme.yaml` → `specs/acme.state.json`. Where no stream of the
 * state can be gone on from, there is none.
 */
export async function writeState(
  spec: string,
  states: SavedStates,
  resourceOf: (stream: string) => string | undefined,
  io: Io,
): Promise<Continued> {
  const read = await readModel(spec, io);
  if (!read.ok) return read;
  const { model } = read.read;
  const { stateFile } = await import('../import/states/state-file.js');
  const { text, streams, isToAdopt } = stateFile(states, model, resourceOf);
  const path = resolve(io.cwd, `${spec.replace(/\.ya?ml$/, '')}.state.json`);
  const shown = shownPath(path, io.cwd);
  const told = streams.map(({ stream, resource = stream, from, reason }) =>
    from === undefined
      ? `begins anew  ${printable(stream)}: ${printable(reason ?? '')}`
      : `goes on      ${printable(stream)}${resource === stream ? '' : ` as ${resource}`}: from ${printable(from)}`,
  );
  if (text === undefined) return { ok: true, isWritten: false, text: told.join('\n'), data: { streams } };
  try {
    await replaceFile(path, text, io);
  } catch (error) {
    return { ok: false, findings: [{ diagnostics: [record.notWritten(shown, errorCode(error) ?? 'an unforeseen failure')] }] };
  }
  const command = `${model.name.kebab}-connector`;
  const lines = [
    ...told,
    `${shown}: a state, for ${command} sync --state ${shown}`,
    ...(isToAdopt ? [`options say where the API is: first, ${command} state adopt --state ${shown}`] : []),
  ];
  return { ok: true, isWritten: true, text: lines.join('\n'), data: { file: shown, streams } };
}

/** The state alone, for a spec that is there. */
export async function continueSpec(spec: string, states: SavedStates, io: Io): Promise<Outcome> {
  const made = await writeState(shownPath(resolve(io.cwd, spec), io.cwd), states, () => undefined, io);
  if (!made.ok) return { findings: made.findings };
  const said = { text: `${made.text}\n`, data: { state: made.data } };
  return made.isWritten
    ? { ...said, findings: [] }
    : { ...said, findings: [{ diagnostics: [messages.nothingContinues()] }], exitCode: EXIT.refused };
}
