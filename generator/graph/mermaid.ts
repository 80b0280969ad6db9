import type { Graph } from './graph.js';

/** A graph as a flow chart of Mermaid, which GitHub and most editors draw. Ends with a line end. */
export function mermaid({ api, resources }: Graph): string {
  const ids = new Map(resources.map(({ name }, index) => [name, `r${index}`]));
  const nodes = resources.map(
    ({ name, request, facts }) => `  ${ids.get(name)}["${[`<b>${words(name)}</b>`, ...[request, ...facts].map(words)].join('<br>')}"]`,
  );
  const arrows = resources.map(({ name, parent }) => {
    const from = parent === undefined ? 'api' : (ids.get(parent.name) ?? 'api');
    const label = parent === undefined || parent.fields.length === 0 ? '' : `|"${parent.fields.map(words).join(', ')}"|`;
    return `  ${from} -->${label} ${ids.get(name)}`;
  });
  return `${['flowchart LR', `  api(["${words(api)}"])`, ...nodes, ...arrows].join('\n')}\n`;
}

/** A text inside quotes: whatever means something to Mermaid, Markdown or HTML is written as a number. */
function words(text: string): string {
  return Array.from(text, (sign) => (/[\p{L}\p{N} _./:,{}?=→-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`)).join('');
}
