/** Where a cursor is in a spec: in the key or the value of an entry. */
export interface PlaceInYaml {
  /** From the document down to the map that the entry is in: keys, and `-` for an item of a list. */
  readonly path: readonly string[];
  /** The other entries of that map: their keys, with their values where these stand on the line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The key whose value is being written; undefined: a key is. */
  readonly key: string | undefined;
  /** Where the word begins that is being written. */
  readonly from: number;
}

interface Line {
  /** Columns before the first character that is not a blank. */
  readonly indent: number;
  readonly text: string;
}

/**
 * Finds it by indentation and brackets, without parsing: what is being written seldom parses. Undefined inside comments and texts in quotes.
 */
export function placeInYaml(text: string, offset: number): PlaceInYaml | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  const end = text.indexOf('\n', offset);
  const after = text.slice(offset, end === -1 ? undefined : end);
  const flow = flowIn(before);
  if (flow === undefined) return undefined;
  const above = text.slice(0, start).split('\n').slice(0, -1).map(lineOf);
  const below = (end === -1 ? [] : text.slice(end + 1).split('\n')).map(lineOf);

  const [first = '', ...inner] = flow;
  const entry = entryIn(first);
  const path = [...pathTo(entry.indent + (entry.dashes.length > 0 ? 1 : 0), above), ...entry.dashes];
  const block = siblingsOf(entry, above, below);
  if (inner.length === 0) {
    const from = offset - entry.written.length;
    return { path, siblings: block, key: entry.key, from };
  }
  if (entry.key !== undefined) path.push(entry.key);
  for (const [index, part] of inner.entries()) {
    const isMap = part.startsWith('{');
    const entries = splitEntries(part.slice(1));
    const last = entries.pop() ?? '';
    const match = /^\s*(?:"([^"]*)"|'([^']*)'|([\w.$-]+))\s*:(?:\s+|$)/.exec(last);
    const key = isMap ? (match?.[1] ?? match?.[2] ?? match?.[3]) : undefined;
    if (!isMap) path.push('-');
    if (index < inner.length - 1) {
      if (key !== undefined) path.push(key);
      continue;
    }
    const written = isMap && match !== null ? last.slice(match[0].length) : last.trimStart();
    const rest = splitEntries(after.split(/[}\]]/)[0] ?? '');
    const siblings = new Map([...entries, ...rest.slice(1)].flatMap(flowEntry));
    if (!isMap) return { path: path.slice(0, -1), siblings: new Map(), key: '-', from: offset - written.length };
    return { path, siblings, key, from: offset - written.length };
  }
  return undefined;
}

function lineOf(text: string): Line {
  return { indent: text.length - text.trimStart().length, text };
}

/** What is before the cursor on its line, parted where brackets open that have not closed; undefined in a text or a comment. */
function flowIn(before: string): readonly string[] | undefined {
  const parts = [''];
  let quote = '';
  for (const [index, sign] of [...before].entries()) {
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && /[\s{[,:]/.test(before[index - 1] ?? ' ')) quote = sign;
    else if (sign === '#' && /\s/.test(before[index - 1] ?? ' ')) return undefined;
    else if (sign === '{' || sign === '[') {
      parts.push(sign);
      continue;
    } else if ((sign === '}' || sign === ']') && parts.length > 1) {
      parts.pop();
      parts[parts.length - 1] += '…';
      continue;
    }
    parts[parts.length - 1] += sign;
  }
  return quote === '' ? parts : undefined;
}

/** A line, or its beginning, as an entry of a map in block style. */
function entryIn(text: string): {
  readonly indent: number;
  readonly dashes: readonly string[];
  readonly key: string | undefined;
  readonly written: string;
} {
  const lead = /^\s*(?:- +)*(?:-$)?/.exec(text)?.[0] ?? '';
  const dashes = Array.from(lead.matchAll(/-/g), () => '-');
  const rest = text.slice(lead.length);
  const match = /^(?:"([^"]*)"|'([^']*)'|([^\s:#][^:#]*?))\s*:(?:\s+|$)/.exec(rest);
  const indent = text.length - text.trimStart().length;
  if (match === null) return { indent, dashes, key: undefined, written: rest };
  return { indent, dashes, key: match[1] ?? match[2] ?? match[3], written: rest.slice(match[0].length) };
}

/** The path to the map whose entries have an indentation: by the lines above that they are indented from. */
function pathTo(indent: number, above: readonly Line[]): readonly string[] {
  const path: string[] = [];
  let item = indent; // a dash has to be left of this
  let owner = indent; // and a key of this: a list may stand at the column of its key
  for (const line of [...above].reverse()) {
    if (line.text.trim() === '' || line.text.trimStart().startsWith('#')) continue;
    const { dashes, key } = entryIn(line.text);
    if (dashes.length > 0 && line.indent < item) {
      const column = line.indent + 2 * dashes.length;
      path.unshift(...dashes, ...(key !== undefined && column < owner ? [key] : []));
      [item, owner] = [line.indent, line.indent + 1];
    } else if (dashes.length === 0 && key !== undefined && line.indent < owner) {
      path.unshift(key);
      [item, owner] = [line.indent, line.indent];
    }
  }
  return path;
}

/** The entries around a line that are of the same map. */
function siblingsOf(
  { indent, dashes }: { readonly indent: number; readonly dashes: readonly string[] },
  above: readonly Line[],
  below: readonly Line[],
): ReadonlyMap<string, string> {
  const column = indent + 2 * dashes.length;
  const found = new Map<string, string>();
  const collect = (lines: readonly Line[], isAbove: boolean): void => {
    for (const line of lines) {
      if (line.text.trim() === '' || line.text.trimStart().startsWith('#')) continue;
      const entry = entryIn(line.text);
      const own = line.indent + 2 * entry.dashes.length;
      if (own < column || (line.indent < column && !isAbove)) return;
      if (own === column && entry.key !== undefined) found.set(entry.key, entry.written.replace(/\s+#.*$/, '').trim());
      if (entry.dashes.length > 0 && own === column) return;
    }
  };
  if (dashes.length === 0) collect([...above].reverse(), true);
  collect(below, false);
  return found;
}

function splitEntries(text: string): string[] {
  const entries = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if (sign === ',' && depth === 0) entries.push('');
    else entries[entries.length - 1] += sign;
  }
  return entries;
}

function flowEntry(text: string): readonly (readonly [string, string])[] {
  const match = /^\s*["']?([\w.$-]+)["']?\s*:(.*)$/s.exec(text);
  return match === null ? [] : [[match[1] ?? '', (match[2] ?? '').trim()]];
}
