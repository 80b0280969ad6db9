import type { Graph, GraphNode } from './graph.js';

/** A picture of a graph: left to right, parents before their children. It needs nothing else, and knows light and dark. */
export function svg(graph: Graph): string {
  const columns = columnsOf(graph);
  const places = placesIn(columns);
  const api: Box = { x: MARGIN, y: 0, width: Math.max(90, Math.ceil(widthOf(graph.api) * 1.15) + 24), height: 36 };
  const left = api.x + api.width + GAP;
  const boxes = new Map([...places].map(([node, box]) => [node, { ...box, x: box.x + left }]));
  const height = Math.max(...[...boxes.values()].map(({ y, height }) => y + height)) + MARGIN;
  const width = Math.max(...[...boxes.values()].map(({ x, width }) => x + width)) + MARGIN;
  const root = { ...api, y: (height - api.height) / 2 };
  const byName = new Map([...boxes].map(([{ name }, box]) => [name, box]));
  const arrows = [...boxes].map(([{ parent }, box]) =>
    arrow(parent === undefined ? root : (byName.get(parent.name) ?? root), box, parent?.fields ?? []),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(describe(graph))}">`,
    STYLE,
    ...arrows,
    `<rect class="api" x="${root.x}" y="${root.y}" width="${root.width}" height="${root.height}" rx="18"/>`,
    `<text class="name" x="${root.x + root.width / 2}" y="${root.y + 23}" text-anchor="middle">${escaped(graph.api)}</text>`,
    ...[...boxes].map(([node, box]) => drawn(node, box)),
    '</svg>\n',
  ].join('\n');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 16;
/** Between columns: room for the fields on an arrow. */
const GAP = 110;
const LINE = 18;
const MOST_LETTERS = 46;

const STYLE = `<style>
text { font: 12px system-ui, sans-serif; fill: #1c2330 }
.name { font-weight: 600; font-size: 13px }
.request, .field { font-family: ui-monospace, monospace; font-size: 11px }
rect { fill: #fff; stroke: #8a94a6 }
.api { fill: #eef3fb }
path { fill: none; stroke: #8a94a6 }
.field { fill: #566072; paint-order: stroke; stroke: #fff; stroke-width: 4px }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e8ef } rect { fill: #1b1f26 } .api { fill: #232c3a } .field { fill: #98a2b3; stroke: #14171c }
}
</style>`;

/** Resources by how many parents are above them, children below their parents. */
function columnsOf({ resources }: Graph): readonly (readonly GraphNode[])[] {
  const byName = new Map(resources.map((node) => [node.name, node]));
  const depthOf = ({ parent }: GraphNode): number => {
    const above = parent === undefined ? undefined : byName.get(parent.name);
    return above === undefined ? 0 : depthOf(above) + 1;
  };
  const columns: GraphNode[][] = [];
  const put = (node: GraphNode): void => {
    (columns[depthOf(node)] ??= []).push(node);
    for (const child of resources) if (child.parent?.name === node.name) put(child);
  };
  for (const node of resources) if (depthOf(node) === 0) put(node);
  return columns;
}

function placesIn(columns: readonly (readonly GraphNode[])[]): ReadonlyMap<GraphNode, Box> {
  const places = new Map<GraphNode, Box>();
  let x = 0;
  for (const column of columns) {
    const width = Math.max(...column.flatMap(linesOf).map(widthOf)) + 24;
    let y = MARGIN;
    for (const node of column) {
      const height = linesOf(node).length * LINE + 16;
      // a child begins no higher than its parent
      const parent = [...places].find(([{ name }]) => name === node.parent?.name)?.[1];
      y = Math.max(y, parent?.y ?? 0);
      places.set(node, { x, y, width, height });
      y += height + MARGIN;
    }
    x += width + GAP;
  }
  return places;
}

function linesOf({ name, request, facts }: GraphNode): readonly string[] {
  return [name, request, ...facts].map((line) => (line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line));
}

/** About how wide a text is: the widest letters of the fonts that there may be. */
function widthOf(text: string): number {
  return Math.ceil(text.length * 7.2);
}

function drawn(node: GraphNode, { x, y, width, height }: Box): string {
  const lines = linesOf(node).map((line, index) => {
    const kind = index === 0 ? ' class="name"' : index === 1 ? ' class="request"' : '';
    return `<text${kind} x="${x + 12}" y="${y + 22 + index * LINE}">${escaped(line)}</text>`;
  });
  return [`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`, ...lines].join('\n');
}

function arrow(from: Box, to: Box, fields: readonly string[]): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + Math.min(to.height / 2, 28)];
  const middle = (x1 + x2) / 2;
  const line = `<path d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2 - 6} ${y2} m-6 -4 l6 4 l-6 4"/>`;
  const label = fields.join(', ');
  return label === ''
    ? line
    : `${line}\n<text class="field" x="${middle}" y="${(y1 + y2) / 2 + 4}" text-anchor="middle">${escaped(label)}</text>`;
}

/** What the picture shows, for those who do not see it. */
function describe({ api, resources }: Graph): string {
  const sentences = resources.map(({ name, parent }) => (parent === undefined ? name : `${name}, once for each of ${parent.name}`));
  return `Resources of ${api}: ${sentences.join('; ')}.`;
}

function escaped(text: string): string {
  return Array.from(text, (sign) => (/[<>&"']/.test(sign) || sign < ' ' ? `&#${sign.codePointAt(0)};` : sign)).join('');
}
