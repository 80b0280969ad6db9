import type { Fixture } from '../fixtures/format.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { JsonValue } from '../shape.js';
import { fromResponse, recordsIn } from './answers.js';

/** The records of a recording, in order; numbers that need their digits are marked (`exactDigits`). */
export function recordsOf(fixture: Fixture, resource: ResourceModel): readonly JsonValue[] {
  return fixture.exchanges.flatMap(({ response }) => recordsIn(fromResponse(response).body, resource) ?? []);
}
