import type { PackageFixtures } from '../../recordings/gather.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';

/** The recordings that the tests of the package replay. */
export function emitFixtures(context: EmitContext, fixtures: PackageFixtures): readonly VirtualFile[] {
  return context.resources.flatMap(({ model }, index) => {
    const file = fixtures[index];
    return file === undefined ? [] : [{ path: `fixtures/${model.name.kebab}.json`, text: file.text }];
  });
}
