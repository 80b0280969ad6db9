import { shorten } from '../words.js';
import { error } from './spec.js';

/** What can go wrong when two states of a package are compared. Each function is one message; its name is its code. */
export const surface = {
  unknownRevision: (against: string) =>
    error(
      'cli/unknown-revision',
      undefined,
      `${shorten(against)} is neither a folder nor a revision of this git repository`,
      'Give a revision that has the package, or a folder with it: --against DIR',
    ),

  noCommit: () =>
    error(
      'cli/unknown-revision',
      undefined,
      'this git repository has no commit to compare with',
      'Commit the package first, or give a folder with it: --against DIR',
    ),

  noRepository: (against: string) =>
    error(
      'cli/unknown-revision',
      undefined,
      `${shorten(against)} is no folder, and this is no git repository that could have such a revision`,
      'Give a folder with the package as it was: --against DIR',
    ),
} as const;
