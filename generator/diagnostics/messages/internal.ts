import { printable } from '../words.js';
import { error } from './spec.js';

/** Faults of tapwright itself. Each function is one message; its name is its code. */
export const internal = {
  /** `line` counts from 1; absent when the fault is about the package as a whole. */
  emittedCode: (path: string, line: number | undefined, message: string) =>
    error(
      'internal/emitted-code',
      undefined,
      `${path}${line === undefined ? '' : `:${line}`} of the package does not compile: ${printable(message)}`,
      'This is a bug of tapwright: please report it with the spec.',
    ),

  unexpected: (message: string) =>
    error(
      'internal/unexpected',
      undefined,
      printable(message).slice(0, 300),
      'This is a bug of tapwright: please report it with the spec (--debug shows the stack).',
    ),
} as const;
