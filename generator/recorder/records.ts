import type { Fixture } from '../recordings/format.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { JsonValue } from '../shape.js';
import { changed } from '../recordings/changed.js';
import { fromResponse, recordsIn } from './answers.js';

/** The records of a recording, in order, as they are checked; numbers that need their digits are marked (`exactDigits`), fields of tables are text. */
export function recordsOf(fixture: Fixture, resource: ResourceModel): readonly JsonValue[] {
  const own = fixture.exchanges.filter((exchange) => exchange.resource === undefined && exchange.job === undefined); // the others are pages of parents, or about jobs
  const rows = own.flatMap(({ response }) => recordsIn(fromResponse(response, resource).body, resource) ?? []);
  return rows.map((row) => changed(row, resource.changes, fixture.config ?? {}));
}
