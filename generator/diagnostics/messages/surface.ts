import { shorten } from '../words.js';
import { error } from './spec.js';

/** What can go wrong when two states of a package are compared. Each function is one message; its name is its code. */
export const surface = {
  unknownRevision: (against: string) =>
    error('cli/unknown-revision', undefined, `${shorten(against)} is neither a folder nor a revision of this git repository`),
} as const;
