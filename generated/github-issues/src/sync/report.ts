// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { SyncRun } from './destination.ts';
import { writeAtomically } from './own-file.ts';

/** So many of the last runs are drawn. */
const MOST_BARS = 60;

/**
 * Writes what a run did, and what those before it did, to a file: a page with a chart for each resource where its name ends in
 * `.html`, JSON otherwise.
 *
 * @param before runs that the destination has kept, in the order of time
 * @throws {@link SyncError} `destination`.
 */
export async function writeReport(path: string, runs: readonly SyncRun[], before: readonly SyncRun[]): Promise<void> {
  const text = /\.html?$/i.test(path)
    ? page(runs, before)
    : `${JSON.stringify({ version: 1, connector: 'github-issues', resources: runs, before }, null, 2)}\n`;
  await writeAtomically(path, text);
}

function page(runs: readonly SyncRun[], before: readonly SyncRun[]): string {
  const names = [...new Set([...runs, ...before].map(({ resource }) => resource))];
  const title = `${'github-issues'}: sync of ${runs[0]?.started_at ?? ''}`;
  const head = ['resource', 'read', 'new', 'changed', 'skipped', 'retried', 'seconds', 'outcome'];
  const rows = runs.map((run) => [
    run.resource,
    run.read,
    run.new ?? '–',
    run.changed ?? '–',
    run.skipped,
    run.retried,
    run.seconds.toFixed(1),
    run.outcome,
  ]);
  const line = (cells: readonly (string | number)[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const charts = names.map((name) => {
    const own = [...before, ...runs].filter(({ resource }) => resource === name).slice(-MOST_BARS);
    return `<h2>${escaped(name)}</h2>\n${chart(name, own)}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1c2733; background: #fff; }
  table { border-collapse: collapse; } th, td { padding: 0.2rem 1rem 0.2rem 0; text-align: right; } th:first-child, td:first-child { text-align: left; }
  svg { width: 100%; height: 9rem; } .done { fill: #1f6feb; } .failed, .interrupted { fill: #c2410c; } text { font-size: 9px; fill: #475569; }
</style>
<h1>${escaped(title)}</h1>
<table>
<thead>${line(head, 'th')}</thead>
<tbody>${rows.map((row) => line(row, 'td')).join('\n')}</tbody>
</table>
<p>Records read, run by run; the last bar is this run.</p>
${charts.join('\n')}
</html>
`;
}

/** A bar for each run, as high as what was read. */
function chart(name: string, runs: readonly SyncRun[]): string {
  const most = Math.max(1, ...runs.map(({ read }) => read));
  const bars = runs.map((run, index) => {
    const height = (run.read / most) * 100;
    const title = `${run.started_at}: ${run.read} read, ${run.new ?? '–'} new, ${run.changed ?? '–'} changed, ${run.outcome}`;
    return `<rect class="${run.outcome}" x="${index * 10 + 1}" y="${(112 - Math.max(height, 1)).toFixed(2)}" width="8" height="${Math.max(height, 1).toFixed(2)}"><title>${escaped(title)}</title></rect>`;
  });
  const width = Math.max(runs.length, 20) * 10;
  return `<svg viewBox="0 0 ${width} 114" preserveAspectRatio="none" role="img" aria-label="${escaped(`Records of ${name} in ${runs.length} runs, at most ${most}`)}"><text x="0" y="9">${most}</text>${bars.join('')}</svg>`;
}

function escaped(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
