import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { nameOf, type Name } from '../names.js';
import type { RecordsModel } from '../types/model.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';

/** The resource that is read in full where another has no state; null: it has none of that kind. */
export function fullOf({ state_delegating: said }: ResourceSpec): Name | null {
  return said === undefined || said === null ? null : nameOf(said.full);
}

/** Two endpoints that are one stream: what is read in full, and what is new. */
export function checkDelegating(specs: readonly ResourceSpec[], records: RecordsModel, reading: Reading): void {
  for (const spec of specs) {
    const { state_delegating: said } = spec;
    if (said === undefined || said === null) continue;
    const refuse = (key: 'full' | 'incremental', why: string, hint: string): void =>
      reading.report(messages.pattern(reading.spanOf(said, key), 'spec/state-delegating', why, hint));
    const others = specs.filter(({ name }) => name !== spec.name);
    const missing = (['full', 'incremental'] as const).find(
      (key) => said[key] !== undefined && others.every(({ name }) => name !== said[key]),
    );
    if (missing !== undefined) {
      const match = closest(
        said[missing] ?? '',
        others.map(({ name }) => name),
      );
      refuse(
        missing,
        `there is no other resource ${shorten(said[missing] ?? '')}`,
        match === undefined ? 'Name one of the spec.' : `Did you mean "${match}"?`,
      );
      continue;
    }
    const child = others.find(({ endpoint }) => textOf(endpoint).includes(`{resources.${spec.name}.`));
    if (child !== undefined)
      refuse(
        'full',
        `${shorten(child.name)} is read for the records of ${shorten(spec.name)}, which come from two endpoints`,
        `Let it name ${said.full}.`,
      );
    const full = others.find(({ name }) => name === said.full);
    if (full?.state_delegating !== undefined && full.state_delegating !== null)
      refuse('full', `${shorten(said.full)} has another endpoint itself`, 'Name a resource that has one endpoint.');
    const { endpoint } = spec;
    const step = endpoint?.incremental?.step;
    if (endpoint?.incremental === undefined || endpoint.incremental === null || step !== undefined || isKeyed(spec))
      refuse(
        said.incremental === undefined ? 'full' : 'incremental',
        'what is read once there is a state has to be incremental, in one go',
        'It has an incremental block without step, no parent and no for_each.',
      );
    if (fieldsOf(said.full) !== fieldsOf(spec.name))
      refuse(
        'full',
        `the records of ${shorten(said.full)} have other fields than those of ${shorten(spec.name)}`,
        'Give both the same fields.',
      );
  }

  function fieldsOf(resource: string): string {
    return JSON.stringify(records.resources.find((each) => each.resource === resource)?.type.fields, (key, value: unknown) =>
      key === 'description' ? undefined : value,
    );
  }
}

/** Whether it is read in parts, by what its requests name. */
function isKeyed({ endpoint, for_each: lists }: ResourceSpec): boolean {
  return lists !== undefined || textOf(endpoint).includes('{resources.');
}

function textOf(endpoint: ResourceSpec['endpoint']): string {
  return JSON.stringify(endpoint ?? {}, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
