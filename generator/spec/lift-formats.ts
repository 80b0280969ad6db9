import type { MapNode, SpecEntry, SpecNode } from '../shape.js';

/**
 * A resource whose incremental block says several formats, with those at the field of its cursor: any of them is read. A field that says
 * a format itself keeps it; of those that are written as numbers a field of texts has none. Places are kept.
 */
export function liftFormats(resource: SpecNode): SpecNode {
  const incremental = resource.kind === 'map' ? valueAt(resource, ['endpoint', 'incremental']) : undefined;
  if (resource.kind !== 'map' || incremental?.kind !== 'map') return resource;
  const [formats, path] = [valueAt(incremental, ['format']), valueAt(incremental, ['cursor_path'])];
  if (formats?.kind !== 'list' || path?.kind !== 'scalar' || typeof path.value !== 'string') return resource;
  const texts = formats.items.filter((item) => item.kind !== 'scalar' || !/^epoch_m?s$/.test(String(item.value)));
  const read: SpecNode = texts.length === 0 ? (formats.items[0] ?? formats) : { ...formats, items: texts };
  const [field = '', ...rest] = path.value.split('.');
  return within(resource, ['fields', field, ...rest.flatMap((key) => ['fields', key])], (found) => withFormat(found, read));
}

function withFormat(field: SpecNode, format: SpecNode): SpecNode {
  if (field.kind === 'scalar' && (field.value === 'datetime' || field.value === 'timestamp'))
    return { kind: 'map', span: field.span, entries: [entry('type', field), entry('format', format)] };
  if (field.kind !== 'map' || valueAt(field, ['format']) !== undefined) return field;
  const type = valueAt(field, ['type']);
  const isTime = type?.kind === 'scalar' && (type.value === 'datetime' || type.value === 'timestamp');
  return isTime ? { ...field, entries: [...field.entries, entry('format', format)] } : field;
}

function within(node: SpecNode, [key, ...rest]: readonly string[], change: (node: SpecNode) => SpecNode): SpecNode {
  if (key === undefined) return change(node);
  if (node.kind !== 'map') return node;
  return { ...node, entries: node.entries.map((each) => (each.key === key ? { ...each, value: within(each.value, rest, change) } : each)) };
}

function valueAt(node: MapNode, path: readonly string[]): SpecNode | undefined {
  return path.reduce<SpecNode | undefined>(
    (found, key) => (found?.kind === 'map' ? found.entries.find((each) => each.key === key)?.value : undefined),
    node,
  );
}

function entry(key: string, value: SpecNode): SpecEntry {
  return { key, keySpan: value.span, value };
}
