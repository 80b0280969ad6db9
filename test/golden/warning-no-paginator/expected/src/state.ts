// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AcmeStateError } from './errors.ts';

/** What every state of one resource has in common. */
export interface StateToken {
  readonly v: 1;
  readonly resource: string;
  readonly shape: string;
  readonly origin: string;
}

/** Throws when a saved state was made by another resource, paginator, API or version. */
export function checkState<Next extends object>(
  state: (StateToken & { readonly next: Next | null }) | undefined,
  token: StateToken,
): void {
  if (state === undefined) return;
  const place = { resource: token.resource, page: 0, attempt: 0, record: 0, state };
  for (const key of ['v', 'resource', 'shape', 'origin'] as const) {
    if (state[key] !== token[key]) throw new AcmeStateError(place, 'invalid_state', `: the state has another ${key}`);
  }
  if (state.next !== null) {
    throw new AcmeStateError(place, 'invalid_state', ': the state names no position');
  }
}
