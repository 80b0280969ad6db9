import { printable } from '../words.js';
import { error } from './spec.js';

/** What is wrong with a file that was to be read. Each function is one message; its name is its code. */
export const io = {
  isDirectory: (path: string, hint?: string) =>
    error('io/is-directory', undefined, `${printable(path)} is a folder; give a spec file`, hint),

  notAFile: (path: string) => error('io/not-a-file', undefined, `${printable(path)} is not a plain file`),

  unreadable: (path: string, reason: string) =>
    error('io/unreadable', undefined, `${printable(path)} cannot be read (${printable(reason)})`),

  fixtureSymlink: (path: string) =>
    error('fixtures/symlink', undefined, `${printable(path)} is a symbolic link; recordings are not read through one`, 'Copy the file.'),
} as const;
