import { type Code, code, nothing } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { EmitContext, EmittedResource } from '../context.js';

/** The statement that has what errors and states leave out at hand. */
export function takeSecrets({ model }: Pick<EmitContext, 'model'>): Code {
  return keepsSecrets(model) ? code`const { secrets } = this.#fetchPage;` : nothing;
}

/** A state as it leaves the client: without secrets. */
export function hidden({ hidesState }: Pick<EmittedResource, 'hidesState'>, state: Code): Code {
  return hidesState ? code`secrets.hide(${state})` : state;
}

/** The statement that undoes that, once a state is known to be one. */
export function fillState({ hidesState }: Pick<EmittedResource, 'hidesState'>): Code {
  return hidesState ? code`const filled = secrets.fill(state);` : nothing;
}
