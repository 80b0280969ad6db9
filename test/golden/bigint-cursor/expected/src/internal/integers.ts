// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LedgerOptionError } from '../errors.ts';

/**
 * The digits of an option that is an integer of any size; null where it is left out.
 *
 * @throws {@link LedgerOptionError} for what is none.
 */
export function integerOption(given: string | number | undefined, option: string, resource: string): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string' ? /^-?\d+$/.test(given) : Number.isSafeInteger(given)) return String(BigInt(given));
  throw new LedgerOptionError(resource, option, 'an integer, beyond 2^53 as text: its digits');
}
