import { code, literal } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import { failureCount, isPartitioned } from '../emit/reading/kinds.js';
import { renderTemplate } from '../emit/template.js';
import { optionsOf } from '../emit/tests/plan.js';
import type { PackageFixtures } from '../recordings/gather.js';
import { destinationsUsed } from '../outputs.js';
import { isHard } from './table-parts.js';
import type { VirtualFile } from '../virtual-file.js';

/** `test/sync.test.ts`: a recording, synced to a destination in memory. */
export function emitSyncTest(context: EmitContext, fixtures: PackageFixtures): readonly VirtualFile[] {
  const able = context.resources.filter(
    (each, index) =>
      each.parent === undefined &&
      each.model.job === null &&
      each.full === undefined &&
      failureCount(each) === undefined &&
      fixtures[index] !== undefined,
  );
  const chosen = able.find((each) => !isPartitioned(each)) ?? able[0];
  const at = context.resources.findIndex((each) => each === chosen);
  const resource = context.resources[at];
  const recording = fixtures[at];
  if (resource === undefined || recording === undefined) return [];
  const { header, prefix } = context;
  const values = {
    header,
    prefix,
    file: literal(resource.model.name.kebab),
    resource: literal(resource.model.name.raw),
    property: resource.names.property,
    options: optionsOf(context, recording, resource.model),
    hard: isHard(resource.model),
    nested: resource.model.lists.length > 0 && destinationsUsed(context.model.outputs).length > 0,
    pages: isPartitioned(resource) ? code`answers.length + 1` : code`answers.length`, // the last one has no answer of its own
  };
  return [{ path: 'test/sync.test.ts', text: renderTemplate('sync/sync.test.ts.hbs', values) }];
}
