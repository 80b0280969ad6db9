import type { MapNode, SpecEntry, SpecNode } from '../shape.js';
import { CREATE_KEYS, FILE_KEYS } from './job.js';

/**
 * An endpoint whose job says what is asked for it and what its files are, with both as its own: the request of an endpoint with a job is
 * the one that creates it. What stands in both stays, and is refused where jobs are read. Places are kept.
 */
export function liftJob(endpoint: SpecNode): SpecNode {
  const job = endpoint.kind === 'map' ? endpoint.entries.find(({ key }) => key === 'job') : undefined;
  if (endpoint.kind !== 'map' || job?.value.kind !== 'map') return endpoint;
  const taken = new Set(endpoint.entries.map(({ key }) => key));
  const lifted: SpecEntry[] = [];
  const left = job.value.entries.map((entry) => {
    const keys = entry.key === 'create' ? CREATE_KEYS : entry.key === 'download' ? FILE_KEYS : [];
    const value = entry.key === 'create' ? asRequest(entry.value) : entry.value;
    if (value.kind !== 'map') return entry;
    const isLifted = ({ key }: SpecEntry): boolean => keys.includes(key) && !taken.has(key);
    lifted.push(...value.entries.filter(isLifted));
    return { ...entry, value: { ...value, entries: value.entries.filter((each) => !isLifted(each)) } };
  });
  const method = [...endpoint.entries, ...lifted].some(({ key }) => key === 'method') ? [] : [posted(job)];
  const entries = endpoint.entries.map((entry) => (entry === job ? { ...job, value: { ...job.value, entries: left } as MapNode } : entry));
  return { ...endpoint, entries: [...entries, ...lifted, ...method] };
}

/** A path alone is a request for it. */
function asRequest(node: SpecNode): SpecNode {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return node;
  return { kind: 'map', span: node.span, entries: [{ key: 'path', keySpan: node.span, value: node }] };
}

function posted({ keySpan }: SpecEntry): SpecEntry {
  return { key: 'method', keySpan, value: { kind: 'scalar', span: keySpan, value: 'POST', source: 'POST' } };
}
