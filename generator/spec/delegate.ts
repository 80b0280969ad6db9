import type { MapNode, SpecNode } from '../shape.js';

/** What a resource has of its own, whatever it reads as another one does. */
const OWN: readonly string[] = ['name', 'record', 'description', 'selected', 'state_delegating'];

/** Resources that read as another one does once there is a state, with all that this one says. What they say themselves stays. Places are kept. */
export function delegate(resources: readonly SpecNode[]): readonly SpecNode[] {
  return resources.map((resource) => {
    const like = resource.kind === 'map' ? textAt(valueOf(resource, 'state_delegating'), 'incremental') : undefined;
    const other = like === undefined ? undefined : resources.find((each) => textAt(each, 'name') === like && each !== resource);
    if (resource.kind !== 'map' || other?.kind !== 'map') return resource;
    const taken = new Set([...OWN, ...resource.entries.map(({ key }) => key)]);
    return { ...resource, entries: [...resource.entries, ...other.entries.filter(({ key }) => !taken.has(key))] };
  });
}

function textAt(node: SpecNode | undefined, key: string): string | undefined {
  const value = node?.kind === 'map' ? valueOf(node, key) : undefined;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function valueOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}
