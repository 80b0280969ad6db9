import type { MapNode, SpecEntry, SpecNode } from '../shape.js';

/** What a resource has of its own, whatever it reads as another one does. */
const OWN: readonly string[] = ['name', 'record', 'description', 'selected', 'state_delegating'];

/**
 * Resources that read as another one does once there is a state, with all that this one says, the path that is its name, too. What they say
 * themselves stays. Places are kept. `defaults`: those of all resources, which come later.
 */
export function delegate(resources: readonly SpecNode[], defaults: SpecNode | undefined): readonly SpecNode[] {
  return resources.map((resource) => {
    const like = resource.kind === 'map' ? textAt(valueOf(resource, 'state_delegating'), 'incremental') : undefined;
    const other = like === undefined ? undefined : resources.find((each) => textAt(each, 'name') === like && each !== resource);
    if (resource.kind !== 'map' || other?.kind !== 'map') return resource;
    const taken = new Set([...OWN, ...resource.entries.map(({ key }) => key)]);
    const said = hasPath(defaults) ? other.entries : withPath(other);
    return { ...resource, entries: [...resource.entries, ...said.filter(({ key }) => !taken.has(key))] };
  });
}

/** What a resource says, with its path where that is its name. */
function withPath(resource: MapNode): readonly SpecEntry[] {
  const name = resource.entries.find(({ key }) => key === 'name');
  const endpoint = resource.entries.find(({ key }) => key === 'endpoint');
  if (name === undefined || hasPath(resource) || (endpoint !== undefined && endpoint.value.kind !== 'map')) return resource.entries;
  const path = { ...name, key: 'path' };
  const said = endpoint?.value.kind === 'map' ? endpoint.value.entries : [];
  const own: SpecEntry = {
    keySpan: name.keySpan,
    ...endpoint,
    key: 'endpoint',
    value: { kind: 'map', span: endpoint?.value.span ?? name.value.span, entries: [...said, path] },
  };
  return [...resource.entries.filter((entry) => entry !== endpoint), own];
}

/** Whether a resource says its path, or has none: jobs say theirs. */
function hasPath(resource: SpecNode | undefined): boolean {
  const endpoint = resource?.kind === 'map' ? valueOf(resource, 'endpoint') : undefined;
  return endpoint?.kind === 'map' && ['path', 'graphql', 'job'].some((key) => valueOf(endpoint, key) !== undefined);
}

function textAt(node: SpecNode | undefined, key: string): string | undefined {
  const value = node?.kind === 'map' ? valueOf(node, key) : undefined;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function valueOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}
