// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { once } from 'node:events';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { Secrets } from '../internal/redact.ts';

/** What no message shows: the settings that are secret, and the password of the destination. */
export const secrets: Secrets = new Secrets();

let interruption: AbortSignal | undefined;
let printed = 0;

/** From now on, `print` throws when `signal` has aborted. */
export function printUntil(signal: AbortSignal): void {
  interruption = signal;
}

/** Writes a line to stdout, and waits while whoever reads it is behind. Now and then it lets a signal be heard. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  else if (++printed % 256 === 0) await setImmediate();
  interruption?.throwIfAborted();
}

/** Writes a line to stderr. */
export function tell(line: string): void {
  process.stderr.write(`${shown(line)}\n`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A message as others may see it: without secrets, without signs that a terminal would obey, and not endless. */
export function shown(message: string): string {
  return secrets
    .redact(message, 10_000)
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** A table for people: columns as wide as what is in them. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
