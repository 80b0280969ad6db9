import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { out } from '../diagnostics/messages/out.js';
import { errorCode } from './disk.js';

/** Thrown inside this folder to stop a write; `writePackages` turns it into a result. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Thrown when the caller's signal stops a write; everything is as it was. */
export class Interruption extends Error {}

/** What an error says that came up while `folder` was written; errors that are our fault are thrown on. */
export function explain(error: unknown, folder: string): Diagnostic {
  if (error instanceof Refusal) return error.diagnostic;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return out.noSpace(folder);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return out.notWritable(folder);
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) return out.failed(folder, code);
  throw error;
}
