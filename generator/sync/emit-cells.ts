import { type Code, code, join } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import type { VirtualFile } from '../virtual-file.js';

/** `src/sync/cells.ts`: the functions of it that the tables use, by what imports them. */
export function emitCells({ header }: EmitContext, used: readonly string[]): readonly VirtualFile[] {
  const functions = CELL_HELPERS.filter(({ name }) => used.includes(name));
  if (functions.length === 0) return [];
  const has = (name: string): boolean => functions.some((each) => each.name === name);
  const imports = [
    ...(has('bytes') ? [code`import { Buffer } from 'node:buffer';`] : []),
    ...(has('keyText') ? [code`import { jsonText } from './json-text.ts';`] : []),
  ];
  const text = code`
    ${header}

    ${imports}

    ${join(
      functions.map((helper) => helper.code),
      '\n\n',
    )}
  `;
  return [{ path: 'src/sync/cells.ts', text: `${text.text}\n` }];
}

/** The functions of `src/sync/cells.ts`. */
export const CELL_HELPERS: readonly { readonly name: string; readonly code: Code }[] = [
  {
    name: 'digits',
    code: code`
      /** The digits of a whole number of any size. */
      export function digits(value: bigint | null | undefined): string | null {
        return value === null || value === undefined ? null : String(value);
      }
    `,
  },
  {
    name: 'bytes',
    code: code`
      /** What a base64 text, of either alphabet, stands for. */
      export function bytes(text: string | null | undefined): Uint8Array | null {
        return text === null || text === undefined ? null : Buffer.from(text, 'base64');
      }
    `,
  },
  {
    name: 'keyText',
    code: code`
      /** A key of which only this is known: that it is there. */
      export function keyText(value: unknown): string | null {
        return typeof value === 'string' ? value : jsonText(value);
      }
    `,
  },
];
