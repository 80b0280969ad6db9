import type { MapNode, SpecNode } from '../shape.js';

/** Text to put into a file; nothing of what is there is touched, but for `replace`. */
export interface Edit {
  readonly at: number;
  readonly text: string;
  /** How many characters it takes the place of. Default: none. */
  readonly replace?: number;
  /** Of edits at the same place, those with the deeper indentation come first. */
  readonly depth: number;
}

/** A text with edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => b.edit.at - a.edit.at || a.edit.depth - b.edit.depth || b.order - a.order);
  let result = text;
  for (const { edit } of sorted) result = result.slice(0, edit.at) + edit.text + result.slice(edit.at + (edit.replace ?? 0));
  return result;
}

/** Whether a mapping is written in braces. */
export function isFlow(text: string, node: SpecNode): boolean {
  return text[node.span.start] === '{';
}

/** Adds lines at the end of a mapping that is written line by line. */
export function appendLines(text: string, map: MapNode, lines: readonly string[]): Edit {
  const first = map.entries[0];
  const column = first === undefined ? 0 : columnOf(text, first.keySpan.start);
  const at = endOfLine(text, endOf(text, map));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { at, depth: column, text: lines.map((line) => `${eol}${' '.repeat(column)}${line}`).join('') };
}

/** Adds members at the end of a mapping in braces. */
export function appendMembers(text: string, map: MapNode, members: readonly string[]): Edit {
  if (map.entries.length === 0) return { at: map.span.start + 1, depth: columnOf(text, map.span.start), text: ` ${members.join(', ')} ` };
  return { at: endOf(text, map), depth: columnOf(text, map.span.start), text: `, ${members.join(', ')}` };
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where the last value of a mapping ends, whatever comments, blank lines and brackets follow. */
function endOf(text: string, map: MapNode): number {
  const last = map.entries.at(-1);
  if (last === undefined) return map.span.end;
  let end = Math.max(last.keySpan.end, last.value.span.end);
  while (end > last.keySpan.end && /\s/.test(text[end - 1] ?? '')) end--; // a block text ends after its line
  return end;
}

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  const end = at === -1 ? text.length : at;
  return text[end - 1] === '\r' ? end - 1 : end;
}
