import { type Code, code, literal, nothing } from '../../code.js';
import type { JsonValue } from '../../shape.js';
import { askedAfter } from '../../incremental/asked.js';
import { takenStatuses } from '../transport/actions.js';
import { isKeyed } from '../reading/kinds.js';
import { childOf, recordsIn } from './records.js';
import type { TestedResource } from './plan.js';

/** What the tests of a resource expect of a read that goes on from a state: its own, one that the API has forgotten, one of another read. */

/** The field that an incremental read follows. */
export function cursorField({ model }: TestedResource): string | undefined {
  const [step] = model.incremental?.cursor ?? [];
  return step?.kind === 'key' ? step.key : undefined;
}

/** What a second run is expected to do: nothing of the first one comes again, where it can be told apart. */
export function incrementalValues(resource: TestedResource): {
  readonly incremental: boolean;
  readonly startParam: Code | false;
  readonly nextStart: Code;
  readonly readAgain: Code;
} {
  const { incremental } = resource.model;
  const nothingNew = { incremental: false, startParam: false as const, nextStart: nothing, readAgain: literal(0) };
  if (incremental === null || incremental.lag > 0) return nothingNew;
  const values = resource.recording.fixture.exchanges
    .flatMap(({ response }) => recordsIn(resource, response))
    .map((record) =>
      incremental.cursor.reduce<JsonValue | undefined>((value, step) => childOf(value, step.kind === 'key' ? step.key : 0), record),
    )
    .filter((value): value is string | number => typeof value === 'string' || typeof value === 'number');
  const isLess = (a: string | number, b: string | number): boolean => (incremental.kind === 'bigint' ? BigInt(a) < BigInt(b) : a < b);
  const [latest] = [...values].sort((a, b) => (isLess(a, b) === (incremental.last === 'max') ? 1 : -1));
  const asked = latest === undefined ? undefined : askedAfter(incremental, latest);
  const says = incremental.startParam !== null && asked !== undefined;
  return {
    incremental: resource.recording.fixture.synthesised === true,
    startParam: says ? literal(incremental.startParam) : false,
    nextStart: literal(String(asked)),
    readAgain: literal(0),
  };
}

/** A status that says that a position is none, and no more; where there is one. */
export function forgottenValues({ model, loop }: TestedResource): {
  readonly restarts: boolean;
  readonly forgottenStatus: Code | false;
  readonly otherShapeTitle: Code;
  readonly forgottenTitle: Code;
} {
  const restarts = model.writeDisposition !== 'append';
  const taken = [...takenStatuses(model), ...model.retry.statuses];
  const status =
    model.actions.length > 0 || loop.position.length === 0 ? undefined : [410, 404, 422, 400].find((each) => !taken.includes(each));
  return {
    restarts,
    forgottenStatus: status === undefined ? false : literal(status),
    otherShapeTitle: literal(
      `keeps of a state of another path or paginator what is complete${restarts ? ', and begins again what is not' : ''}`,
    ),
    forgottenTitle: literal(
      restarts
        ? 'begins again, once, where the API has forgotten the position'
        : 'does not read twice what is appended, where the API has forgotten the position',
    ),
  };
}

/** The statement that a run of a change feed asks where the last one ended; false: it is none. */
export function feedCheck({ model }: TestedResource): Code | false {
  const { changeFeed, paginator } = model;
  if (changeFeed === null) return false;
  const keyed = isKeyed({ model });
  const asked = keyed ? code`again.requests[own]` : code`again.requests[0]`;
  const since = keyed ? code`position` : code`state.since?`;
  const sent = (param: string): Code => code`new URL(${asked}?.url ?? '').searchParams.get(${literal(param)})`;
  if (changeFeed.param !== null) return code`expect(${sent(changeFeed.param)}).toBe(String(${since}.token));`;
  if (paginator.type !== 'cursor') return code`expect(${asked}?.url).toContain(${since}.link);`;
  const { target } = paginator;
  if (target.kind === 'query') return code`expect(${sent(target.name)}).toBe(String(${since}.cursor));`;
  return code`expect(${asked}?.body).toHaveProperty(${literal(target.kind === 'body' ? target.path : [])}, ${since}.cursor);`;
}

/** Members of a state that make it the state of another read. */
export function foreignStates({ loop, model }: TestedResource): readonly { readonly [member: string]: JsonValue }[] {
  const positions = loop.position.flatMap(({ name, refused }) => refused.map((value) => ({ next: { [name]: value } })));
  return [
    { v: 2 },
    { resource: 'another one' },
    { origin: 'https://elsewhere.example' },
    ...(positions.length === 0 ? [{ next: {} }] : positions),
    ...(model.changeFeed === null ? [] : [{ next: null, since: {} }]),
  ];
}
