import { parseTemplate } from '../placeholder.js';
import type { MapNode, ScalarNode, SpecEntry, SpecNode } from '../shape.js';

/** A field of a resource further up than the parent, as it is asked for somewhere. */
interface Need {
  readonly resource: string;
  readonly field: string;
  readonly span: SpecNode['span'];
}

/**
 * Resources whose requests name fields of their parent's parent, or of one further up: each between them includes the field in its records,
 * `_accounts_id`, and what was named is that. Places are kept.
 */
export function inheritFields(resources: readonly SpecNode[]): readonly SpecNode[] {
  const named = new Map(
    resources.map((resource) => {
      const places = namesIn(resource.kind === 'map' ? valueOf(resource, 'endpoint') : undefined).map(({ resource: name }) => name);
      return [textAt(resource, 'name') ?? '', new Set(places)] as const;
    }),
  );
  const parents = new Map<string, string | undefined>();
  const parentOf = (name: string, under: readonly string[] = []): string | undefined => {
    if (parents.has(name) || under.includes(name)) return parents.get(name);
    const all = [...(named.get(name) ?? [])].filter((each) => named.has(each) && each !== name);
    const found = all.find((each) => {
      const above = lineOf(each, [...under, name]);
      return all.every((other) => other === each || above.includes(other));
    });
    parents.set(name, found);
    return found;
  };
  const lineOf = (name: string, under: readonly string[]): readonly string[] => {
    const parent = parentOf(name, under);
    return parent === undefined || under.includes(parent) ? [] : [parent, ...lineOf(parent, [...under, name])];
  };

  const includes = new Map<string, Map<string, ScalarNode>>();
  const include = (child: string, { resource, field, span }: Need): void => {
    const parent = parentOf(child);
    if (parent === undefined) return;
    const text = parent === resource ? field : `${resource}.${field}`;
    const own = includes.get(child) ?? new Map<string, ScalarNode>();
    includes.set(child, own.set(text, { kind: 'scalar', value: text, source: text, span }));
    if (parent !== resource) include(parent, { resource, field, span });
  };
  const changed = resources.map((resource) => {
    const name = textAt(resource, 'name') ?? '';
    const parent = parentOf(name);
    if (resource.kind !== 'map' || parent === undefined) return resource;
    const above = lineOf(parent, [name]);
    const take = (need: Need): string | undefined => {
      if (!above.includes(need.resource) || need.field.includes('.') || need.field.includes('[')) return undefined;
      include(parent, need);
      return `_${need.resource}_${need.field}`;
    };
    const included = valueOf(resource, 'include_from_parent');
    for (const item of included?.kind === 'list' ? included.items : []) {
      const [of = '', field = '', ...more] = item.kind === 'scalar' ? String(item.value).split('.') : [];
      if (more.length === 0 && field !== '') take({ resource: of, field, span: item.span });
    }
    const entries = resource.entries.map((entry) =>
      entry.key === 'endpoint' || entry.key === 'add' ? { ...entry, value: renamed(entry.value, parent, take) } : entry,
    );
    return { ...resource, entries };
  });
  return changed.map((resource) =>
    resource.kind === 'map' ? including(resource, includes.get(textAt(resource, 'name') ?? '')) : resource,
  );
}

/** What texts in braces, and params that are resolved, name of other resources. */
function namesIn(node: SpecNode | undefined): readonly (Need & { readonly source: string })[] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  if (node.kind === 'map') {
    const { resource, field } = resolvedBy(node) ?? {};
    return resource === undefined || field === undefined
      ? node.entries.flatMap(({ value }) => namesIn(value))
      : [{ resource: String(resource.value), field: String(field.value), span: node.span, source: '' }];
  }
  if (typeof node.value !== 'string' || !node.value.includes('resources')) return [];
  const parsed = parseTemplate(node.value);
  return (parsed.ok ? parsed.template : []).flatMap((part) =>
    typeof part === 'string' || part.root !== 'resources' || part.path.length < 2
      ? []
      : [{ resource: part.path[0] ?? '', field: part.path.slice(1).join('.'), span: node.span, source: part.source }],
  );
}

/** A node in which what `take` knows another name for is that field of the parent. */
function renamed(node: SpecNode, parent: string, take: (need: Need) => string | undefined): SpecNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => renamed(item, parent, take)) };
  if (node.kind === 'scalar') {
    const value = namesIn(node).reduce((text, { source, ...need }) => {
      const field = text.includes(`{${source}`) ? undefined : take(need);
      return field === undefined ? text : text.replaceAll(source, () => `{resources.${parent}.${field}}`);
    }, String(node.value));
    return typeof node.value === 'string' && value !== node.value ? { ...node, value } : node;
  }
  const { resource, field } = resolvedBy(node) ?? {};
  if (resource === undefined || field === undefined)
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: renamed(entry.value, parent, take) })) };
  const as = take({ resource: String(resource.value), field: String(field.value), span: node.span });
  if (as === undefined) return node;
  const values: Readonly<Record<string, ScalarNode>> = { resource: { ...resource, value: parent }, field: { ...field, value: as } };
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: values[entry.key] ?? entry.value })) };
}

/** dlt's older form: `{ type: resolve, resource: users, field: id }`. */
function resolvedBy(node: MapNode): { readonly resource: ScalarNode; readonly field: ScalarNode } | undefined {
  const [resource, field] = [valueOf(node, 'resource'), valueOf(node, 'field')];
  return textAt(node, 'type') === 'resolve' && resource?.kind === 'scalar' && field?.kind === 'scalar' ? { resource, field } : undefined;
}

function including(resource: MapNode, more: ReadonlyMap<string, ScalarNode> | undefined): SpecNode {
  const said = valueOf(resource, 'include_from_parent');
  if (more === undefined || (said !== undefined && said.kind !== 'list')) return resource;
  const own = new Set(said?.items.map((item) => (item.kind === 'scalar' ? item.value : undefined)));
  const missing = [...more].flatMap(([text, node]) => (own.has(text) ? [] : [node]));
  const [first] = missing;
  if (first === undefined) return resource;
  const list: SpecNode = { kind: 'list', span: said?.span ?? first.span, items: [...(said?.items ?? []), ...missing] };
  const entry: SpecEntry = { key: 'include_from_parent', keySpan: list.span, value: list };
  return { ...resource, entries: [...resource.entries.filter(({ key }) => key !== entry.key), entry] };
}

function textAt(node: SpecNode, key: string): string | undefined {
  const value = node.kind === 'map' ? valueOf(node, key) : undefined;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function valueOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}
