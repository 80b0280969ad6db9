import type { World } from './api.js';
import { BAD_START } from './case.js';
import type { ModelSpec } from './spec-parts.js';

export interface Circumstances {
  /** Whether the run may begin at or after its end. */
  readonly isAfterEnd: boolean;
  /** Whether something happened at the API since the read began. */
  readonly hasChanged: boolean;
  /** Whether the read was to end elsewhere when it began. */
  readonly endsElsewhere: boolean;
  /** Whether the run is at another origin than the state. */
  readonly isElsewhere: boolean;
  /** The option `start`. */
  readonly start: string | undefined;
}

interface Failure {
  readonly code: string;
  readonly status?: number;
}

/** Whether the model agrees with an error that ends a run. */
export function isDue(
  { code, status = 0 }: Failure,
  spec: ModelSpec,
  world: World,
  { isAfterEnd, hasChanged, endsElsewhere, isElsewhere, start }: Circumstances,
): boolean {
  const { told } = world;
  if ((start === BAD_START && told.asked === 0) || world.isAllGone) return true;
  switch (code) {
    case 'invalid_state':
      return isElsewhere && told.asked === 0;
    case 'http_status':
    case 'rate_limited':
      return isRefusalDue(status, spec, world);
    case 'position_refused':
      return (told.forgotten || endsElsewhere) && spec.disposition === 'append';
    case 'no_progress': // where rows moved while they were counted, or look alike and nothing tells how many there are, a page may look like the one before
      return (
        told.repeated ||
        spec.name === 'alike page' ||
        world.api.endless === true ||
        told.empty > 3 ||
        (hasChanged && (spec.protocol.by === 'offset' || spec.protocol.by === 'page'))
      );
    case 'empty_pages': // counted on from where the run before left off
      return told.emptyInRead > 3 || world.api.endless === true;
    case 'maximum_reached':
      return spec.maximum?.fails === true && (told.total >= spec.maximum.records || told.asked === 0); // where its state is gone on from, at once
    case 'capped_pages': // rows that are left out evenly look like it
      return world.api.hides > 0;
    case 'range':
      return isAfterEnd;
    default:
      return (spec.protocol.by === 'single' && told.more) || (spec.overlap && hasChanged);
  }
}

function isRefusalDue(status: number, { skips }: ModelSpec, { api, told, outage }: World): boolean {
  if (!told.refused.has(status)) return false;
  if (told.asked > outage) return true;
  if ([...told.children.values()].includes(status)) return !skips.includes(status);
  if (told.forgottenAgain) return true;
  return !told.forgotten && status === 404 && api.beyond === 404; // from a position that was saved, the read begins again
}
