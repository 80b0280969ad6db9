import { code } from '../../code.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass } from '../symbols.js';

/** `src/internal/integers.ts`: the digits of integers of any size, where reads go by them. */
export const INTEGERS: HelperFile = {
  path: 'src/internal/integers.ts',
  helpers: [
    [
      'integerOption',
      (context) => code`
        /**
         * The digits of an option that is an integer of any size; null where it is left out.
         *
         * @throws {@link ${errorClass(context, 'OptionError')}} for what is none.
         */
        export function integerOption(given: string | number | undefined, option: string, resource: string): string | null {
          if (given === undefined) return null;
          if (typeof given === 'string' ? /^-?\\d+$/.test(given) : Number.isSafeInteger(given)) return String(BigInt(given));
          throw new ${errorClass(context, 'OptionError')}(resource, option, 'an integer, beyond 2^53 as text: its digits');
        }
      `,
    ],
    [
      'looseDigits',
      () => code`
        /** The digits of a value; those of 0 for what is no integer: records may hold anything. */
        export function looseDigits(value: unknown): string {
          return /^-?\\d+$/.test(String(value)) ? String(value) : '0';
        }
      `,
    ],
  ],
};
