import { type Code, code, literal, nothing } from '../../code.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { deadlineOf } from '../transport/deadline.js';
import { errorClass, READ_POSITION, typeFrom } from '../symbols.js';
import { hasNotes } from './cursor-kinds.js';
import { countsKeys, emitCountedKeys, emitKeyCount } from './keys.js';
import { isResumable, savesNow } from './kinds.js';
import { emitPlace } from './loop.js';
import { hidden, takeSecrets } from './secrets.js';
import { timeHelper } from './times.js';

/** A resource that another one reads in full where it has no state. */
export interface DelegatingResource extends EmittedResource {
  readonly full: EmittedResource;
}

export function delegates(resource: EmittedResource): resource is DelegatingResource {
  return resource.full !== undefined;
}

/** The member of a position that says how far it is in full. */
export function fullPosition({ full }: DelegatingResource): Code {
  return code`readonly full?: ${typeFrom(`resources/${full.model.name.kebab}`, full.names.state.text)};`;
}

/** The condition of reading in full, over a state that was accepted. */
export const READS_FULL = code`state === undefined || state.next?.full !== undefined`;

/** The call that does. */
export function callFull(resource: DelegatingResource): Code {
  const forgotten = isResumable(resource.full) ? code`, forgotten` : nothing;
  return code`yield* this.#readFull(id, state${forgotten}${resource.takesDeadline ? code`, deadline` : nothing}, signal);`;
}

/** The method that reads everything from the other endpoint, and follows the cursor for the read after it. */
export function emitFullMethod(context: EmitContext, resource: DelegatingResource, id: Code): Code {
  const { full, names } = resource;
  const forgotten = isResumable(full);
  const deadline = resource.takesDeadline;
  const counts = [
    ...(countsKeys(resource) ? [code`, repeatedKeys`] : []),
    ...(resource.record.type.mayDiscardRows
      ? [code`, discardedRows: ${full.record.type.mayDiscardRows ? code`found.discardedRows` : literal(0)}`]
      : []),
    ...(resource.record.type.mayDiscardValues
      ? [code`, discardedValues: ${full.record.type.mayDiscardValues ? code`found.discardedValues` : literal(0)}`]
      : []),
  ];
  return code`
    /** Everything, from another endpoint: there is no state to go on from. */
    async *#readFull(id: ${id}, state: ${names.state} | undefined${forgotten ? code`, forgotten: ${typeFrom('internal/resuming', 'Forgotten')}` : nothing}${deadline ? code`, deadline: number` : nothing}, signal: AbortSignal | undefined): AsyncGenerator<${names.page}, void, undefined> {
      ${takeSecrets(context)}
      const bookmark = this.#cursorFrom(state?.cursor, state);
      ${savesNow(resource) ? code`const now = ${timeHelper('begunAt')}(state, this.#wallClock);` : nothing}
      ${emitKeyCount(resource)}
      const from = state?.next?.full;
      let page = 0;
      try {
        for await (const found of this.#full.pages({ state: from && { ...from, origin: id.origin }${forgotten ? code`, forgotten` : nothing}${deadlineOf(resource, full)}, signal })) {
          const place: ${READ_POSITION} = ${emitPlace(context, resource, code`page: ++page`, code`state`)};
          bookmark.fresh(found.records, place); // followed, and all handed over
          ${emitCountedKeys(resource, code`found.records`)}
          const next = found.state.next === null ? null : { full: found.state };
          state = ${hidden(resource, code`{ ...id, cursor: bookmark.toState(next === null)${savesNow(resource) ? code`, now` : nothing}, next }`)};
          yield { records: found.records${counts}, state${hasNotes(resource) ? code`, ...bookmark.takeNotes()` : nothing}${isResumable(full) ? code`, ...(found.restarted && { restarted: true as const })` : nothing} };
        }
      } catch (error) {
        if (error instanceof ${errorClass(context, 'Error')}) error.state = state; // of this read, whoever failed
        throw error;
      }
    }
  `;
}
