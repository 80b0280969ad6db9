import { appendLines, applyEdits, isFlow, type Edit } from '../infer/edit.js';
import { mapAt, textAt, valueAt } from '../infer/tree.js';
import { load } from '../spec/load.js';
import type { ListNode, MapNode, SpecNode } from '../shape.js';

export interface Updated {
  readonly text: string;
  /** Paths of what was added. */
  readonly added: readonly string[];
}

/**
 * Adds to a spec what a fresh import has and it has not: resources, options, shared records, fields. What people decided stays,
 * byte by byte; what the source no longer has stays, too.
 */
export function update(before: string, fresh: string): Updated {
  const [old, made] = [load('before.yaml', Buffer.from(before)), load('fresh.yaml', Buffer.from(fresh))];
  if (!old.ok || !made.ok) return { text: before, added: [] };
  const [root, news] = [old.source.root, made.source.root];
  const text = old.source.text;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const key of ['config', 'records']) {
    const [there, next] = [mapAt(root, key), mapAt(news, key)];
    const missing = next?.entries.filter((each) => there?.entries.every((known) => known.key !== each.key) !== false) ?? [];
    if (next === undefined || missing.length === 0) continue;
    const lines = missing.flatMap((each) => linesOf(made.source.text, each.keySpan.start, each.value.span.end));
    if (there === undefined) edits.push(appendLines(text, root, ['', `${key}:`, ...lines.map((line) => `  ${line}`)]));
    else if (!isFlow(text, there)) edits.push(appendLines(text, there, lines));
    added.push(...missing.map((each) => `${key}.${each.key}`));
  }
  const [resources, proposed] = [listAt(root, 'resources'), listAt(news, 'resources')];
  const known = new Map((resources?.items ?? []).map((node) => [nameOf(node), node]));
  const appended: string[] = [];
  for (const node of proposed?.items ?? []) {
    const name = nameOf(node);
    const there = known.get(name);
    if (there === undefined) {
      appended.push('', ...linesOf(made.source.text, node.span.start, node.span.end, '- '));
      added.push(name);
    } else fieldsInto(there, node, name);
  }
  const last = resources?.items.at(-1);
  if (appended.length > 0 && last !== undefined) edits.push(appendItems(text, last, appended));
  return { text: applyEdits(text, edits), added };

  function fieldsInto(there: SpecNode, node: SpecNode, name: string): void {
    const [fields, next] = [mapAt(there, 'fields'), mapAt(node, 'fields')];
    if (fields === undefined || next === undefined || isFlow(text, fields)) return;
    const missing = next.entries.filter((each) => fields.entries.every((known) => known.key !== each.key));
    if (missing.length === 0 || !made.ok) return;
    edits.push(
      appendLines(
        text,
        fields,
        missing.flatMap((each) => linesOf(made.source.text, each.keySpan.start, each.value.span.end)),
      ),
    );
    added.push(...missing.map((each) => `${name}.${each.key}`));
  }
}

/** A stretch of a text as lines without their common indentation, the comment after it included. */
function linesOf(text: string, start: number, end: number, bullet = ''): readonly string[] {
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const column = start - begin - bullet.length;
  const stop = text.indexOf('\n', end);
  return text
    .slice(begin, stop === -1 ? undefined : stop)
    .split('\n')
    .map((line) => line.slice(Math.max(0, column)));
}

/** Adds items at the end of a list that is written line by line. */
function appendItems(text: string, last: SpecNode, lines: readonly string[]): Edit {
  const begin = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const column = Math.max(0, text.slice(begin).indexOf('-'));
  const end = text.indexOf('\n', last.span.end);
  return {
    at: end === -1 ? text.length : end,
    depth: column,
    text: lines.map((line) => `\n${line === '' ? '' : ' '.repeat(column)}${line}`).join(''),
  };
}

function nameOf(node: SpecNode): string {
  return node.kind === 'scalar' ? String(node.value) : (textAt(node, 'name') ?? '');
}

function listAt(node: MapNode, key: string): ListNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value : undefined;
}
