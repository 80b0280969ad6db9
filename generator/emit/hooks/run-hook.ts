import { code, nothing } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { isHooked } from './predicates.js';
import { emitHookTypes } from './types.js';

/** `src/hook-types.ts`, what a hooks file is written against, and `src/internal/run-hook.ts`; nothing where there is no hooks file. */
export function emitHooks(context: EmitContext): readonly VirtualFile[] {
  const { model, header, prefix, resources } = context;
  if (model.hooks === null) return [];
  const secrets = keepsSecrets(model);
  const runs = resources.some((resource) => isHooked(resource, 'select', 'next', 'filter', 'map'));
  const nexts = resources.some((resource) => isHooked(resource, 'next'));
  const run = code`
    ${header}

    import { ${nexts ? code`${prefix}Error, ` : nothing}${prefix}HookError, ${nexts ? code`${prefix}PaginationError, ` : nothing}type ReadPosition } from '../errors.ts';

    /** What a hook returns; what it throws becomes an error with its place. */
    export function runHook<Result>(hook: string, place: ReadPosition, run: () => Result): Result {
      try {
        return run();
      } catch (error) {
        ${nexts ? code`if (error instanceof ${prefix}Error) throw error;` : nothing}
        throw new ${prefix}HookError(place, hook, ${secrets ? code`withoutSecrets(error, place)` : code`error`});
      }
    }
    ${
      nexts
        ? code`

      /** What \`next\` returns: never where its page began, with which a read would not end, or end too early. */
      export function nextPosition<Position>(following: Position | null, begin: Position | null, place: ReadPosition): Position | null {
        if (following === null || (following !== undefined && JSON.stringify(following) !== JSON.stringify(begin))) return following;
        throw new ${prefix}PaginationError(place, 'no_progress', 'the hook next returned where its page began, not where the next one does');
      }
    `
        : nothing
    }
    ${
      secrets
        ? code`

      /** An error as it is, unless it says a credential that the API had put into a record. */
      function withoutSecrets(error: unknown, { secrets }: ReadPosition): unknown {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const shown = secrets?.redact(said) ?? said;
        if (shown === said) return error;
        const other = new Error(secrets?.redact(error instanceof Error ? error.message : said));
        other.stack = shown;
        return other;
      }
    `
        : nothing
    }
  `;
  return [
    { path: 'src/hook-types.ts', text: `${emitHookTypes(context).text}\n` },
    ...(runs ? [{ path: 'src/internal/run-hook.ts', text: `${run.text}\n` }] : []),
  ];
}
