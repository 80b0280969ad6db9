import { type Code, code, join, literal, nothing, optionalMember } from '../../code.js';
import type { EmittedResource } from '../context.js';
import { valueFrom } from '../symbols.js';

/** Whether keys that come twice within a read are counted. */
export function countsKeys({ model }: EmittedResource): boolean {
  return model.primaryKey.length > 0;
}

/** The fields of the primary key of a record that may be missing: expressions. */
export function keysOf({ model, record }: EmittedResource, from: Code): readonly Code[] {
  return model.primaryKey.map((field) =>
    record.type.fields.some(({ name }) => name === field) ? optionalMember(from, field) : code`${from}?.[${literal(field)}]`,
  );
}

/** The statement before the loops: what remembers the keys of a read. */
export function emitKeyCount(resource: EmittedResource): Code {
  if (!countsKeys(resource)) return nothing;
  return code`
    const wasRead = ${valueFrom('internal/repeats', 'repeats')}();
    let repeatedKeys = 0;
  `;
}

/** The statement that counts those of a page that came before. */
export function emitCountedKeys(resource: EmittedResource, records: Code): Code {
  if (!countsKeys(resource)) return nothing;
  const keys = keysOf(resource, code`record`);
  const [only = nothing, ...more] = keys;
  const key =
    more.length === 0
      ? code`String(${only})`
      : code`JSON.stringify([${join(keys, ', ')}]${resource.record.type.mayHoldBigints ? DIGITS : nothing})`;
  return code`for (const record of ${records}) if (wasRead(${key})) repeatedKeys++;`;
}

/** The argument with which JSON.stringify takes bigints. */
export const DIGITS = code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)`;
