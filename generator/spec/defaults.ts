import { columnsByName } from '../types/columns-list.js';
import type { MapNode, SpecEntry, SpecNode } from '../shape.js';
import { inheritFields } from './ancestors.js';
import { delegate } from './delegate.js';
import { liftFormats } from './lift-formats.js';
import { liftGraphql } from './lift-graphql.js';
import { liftJob } from './lift-job.js';
import { queryAsParams } from './path-query.js';

/** The root of a spec in which every resource has what `resource_defaults` says, under dlt's rules. Places are kept. */
export function applyDefaults(root: SpecNode): SpecNode {
  if (root.kind !== 'map') return root;
  const said = valueOf(root, 'resource_defaults');
  const defaults = said?.kind === 'map' ? spellOut(said) : undefined;
  const entries = root.entries.map((entry) => {
    if (entry.key !== 'resources' || entry.value.kind !== 'list') return entry;
    const items = inheritFields(delegate(entry.value.items.map(spellOut), defaults).map((item) => liftFormats(applyTo(item, defaults))));
    return { ...entry, value: { ...entry.value, items } };
  });
  return { ...root, entries };
}

function applyTo(resource: SpecNode, defaults: SpecNode | undefined): SpecNode {
  return resource.kind === 'map' && defaults?.kind === 'map' ? merge(resource, defaults, mergeResourceKey) : resource;
}

/** What a resource says wins, an explicit null too. Headers, auth, incremental and paginator are replaced as a whole. */
function merge(own: MapNode, defaults: MapNode, mergeKey: (key: string, own: MapNode, inherited: MapNode) => SpecNode): MapNode {
  const entries = own.entries.map((entry) => {
    const inherited = valueOf(defaults, entry.key);
    const both = entry.value.kind === 'map' && inherited?.kind === 'map';
    return both ? { ...entry, value: mergeKey(entry.key, entry.value, inherited) } : entry;
  });
  const missing = defaults.entries.filter((entry) => valueOf(own, entry.key) === undefined);
  return { ...own, entries: [...entries, ...missing] };
}

function mergeResourceKey(key: string, own: MapNode, inherited: MapNode): SpecNode {
  if (key === 'endpoint') return merge(own, inherited, mergeEndpointKey);
  if (key === 'fields' || key === 'columns') return merge(own, inherited, mergeOneLevel);
  return own;
}

function mergeEndpointKey(key: string, own: MapNode, inherited: MapNode): SpecNode {
  return key === 'params' || key === 'json' || key === 'retry' ? merge(own, inherited, keepOwn) : own;
}

function mergeOneLevel(_key: string, own: MapNode, inherited: MapNode): SpecNode {
  return merge(own, inherited, keepOwn);
}

function keepOwn(_key: string, own: MapNode): SpecNode {
  return own;
}

/** The short forms written out: `users` is a resource of that name and path, `endpoint: /users` an endpoint of that path, a query in it among its params, a list of columns a mapping. */
function spellOut(resource: SpecNode): SpecNode {
  if (resource.kind === 'scalar' && typeof resource.value === 'string') {
    const entry: SpecEntry = { key: 'name', keySpan: resource.span, value: resource };
    return { kind: 'map', span: resource.span, entries: [entry] };
  }
  if (resource.kind !== 'map') return resource;
  const entries = resource.entries.map((entry) => {
    if (entry.key === 'columns' && entry.value.kind === 'list') return { ...entry, value: columnsByName(entry.value) ?? entry.value };
    if (entry.key !== 'endpoint') return entry;
    if (entry.value.kind !== 'scalar' || typeof entry.value.value !== 'string')
      return { ...entry, value: queryAsParams(liftGraphql(liftJob(entry.value))) };
    const path: SpecEntry = { key: 'path', keySpan: entry.value.span, value: entry.value };
    return { ...entry, value: queryAsParams({ kind: 'map', span: entry.value.span, entries: [path] }) };
  });
  return { ...resource, entries };
}

function valueOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}
