import { createColors } from 'picocolors';
import type { Diagnostic, Span } from './diagnostic.js';
import { Lines } from './place.js';
import { printable } from './words.js';

/** The file that diagnostics are about. An empty text gets no code frames. */
export interface FramedSource {
  readonly path: string;
  readonly text: string;
}

const MOST = 50;
const WIDTH = 80;

/**
 * Diagnostics for a terminal, sorted by place: the first 50, each with the line it is about. Foreign text is shortened
 * to 80 columns, control characters are escaped and secrets are masked. Ends with a line end unless it is empty.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], source: FramedSource, options: { readonly color: boolean }): string {
  const lines = new Lines(source.text);
  const colors = createColors(options.color);
  const secrets = diagnostics.flatMap(({ secret, span }) => (secret === true && span !== undefined ? [span] : []));
  const shown = sortByPlace(diagnostics)
    .slice(0, MOST)
    .map((diagnostic) => {
      const paint = diagnostic.severity === 'error' ? colors.red : colors.yellow;
      const { code, severity, span } = diagnostic;
      const at = span === undefined ? undefined : lines.at(span.start);
      const path = printable(source.path) + (at === undefined ? '' : `:${at.line}:${at.column}`);
      const head = `${colors.bold(path)}: ${paint(`${severity}[${code}]`)}: ${sentence(diagnostic)}\n`;
      if (span === undefined || source.text === '') return head;
      return `${head}\n${frame(span, lines, secrets, colors.dim, paint)}\n`;
    });
  if (diagnostics.length > MOST) shown.push(`… and ${diagnostics.length - MOST} more\n`);
  return shown.join('');
}

/** A diagnostic as `--format json` gives it; lines and columns count from 1, the end is not included. */
export interface DiagnosticRecord {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
}

/** Every diagnostic of a file as data, sorted by place. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[], source: FramedSource): readonly DiagnosticRecord[] {
  const lines = new Lines(source.text);
  return sortByPlace(diagnostics).map(({ code, severity, message, hint, span }) => {
    const start = span === undefined ? undefined : lines.at(span.start);
    const end = span === undefined ? undefined : lines.at(span.end);
    return {
      file: source.path,
      ...(start === undefined ? {} : { line: start.line, column: start.column }),
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
      code,
      severity,
      message: printable(message),
      ...(hint === undefined ? {} : { hint: printable(hint) }),
    };
  });
}

function sortByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}

/** `"cursr" is not a paginator; did you mean "cursor"?`: the hint goes on where the message ends. */
function sentence({ message, hint }: Diagnostic): string {
  if (hint === undefined) return printable(message);
  const continued = hint.replace(/^[A-Z](?=[a-z]*\b)/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
  return printable(`${message}; ${continued}`);
}

type Paint = (text: string) => string;

/** The line of a place and the one above it, with a mark below what is meant, up to the end of the line. */
function frame(span: Span, lines: Lines, secrets: readonly Span[], dim: Paint, paint: Paint): string {
  const { line } = lines.at(span.start);
  const marked = cells(line, span.start, lines, secrets);
  const from = marked.findIndex((cell) => cell.end > span.start);
  const first = from === -1 ? marked.length : from;
  const beyond = marked.findIndex((cell) => cell.start >= Math.max(span.end, span.start + 1));
  const view = visible(marked, first, beyond === -1 ? marked.length : beyond);
  const gutter = String(line).length;
  const row = (number: string, text: string) => `${`  ${dim(`${number.padStart(gutter)} |`)} ${text}`.trimEnd()}\n`;
  const above = cells(line - 1, 0, lines, secrets);
  return [
    ...(above.every((cell) => cell.text.trim() === '') ? [] : [row(String(line - 1), visible(above, 0, 0).text)]),
    row(String(line), view.text),
    row('', ' '.repeat(view.before) + paint('^'.repeat(Math.max(1, view.width)))),
  ].join('');
}

/** What stands for one character of a line on a terminal. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

/** The characters of a line, of a long one those around `near`, with one mask for each secret. */
function cells(number: number, near: number, lines: Lines, marked: readonly Span[]): readonly Cell[] {
  const whole = lines.line(number);
  const begin = lines.startOf(number);
  const from = Math.max(0, near - begin - REACH);
  const line = whole.slice(from, from + 2 * REACH);
  const secrets = [...marked, ...looksSecret(line, begin + from)];
  const found: Cell[] = [];
  let at = begin + from;
  for (const sign of line) {
    const end = at + sign.length;
    const secret = secrets.find((each) => each.start < end && at < each.end);
    const last = found.at(-1);
    if (secret === undefined) found.push({ ...shown(sign), start: at, end });
    else if (last?.text === MASK && last.end > secret.start) found[found.length - 1] = { ...last, end };
    else found.push({ text: MASK, width: MASK.length, start: at, end });
    at = end;
  }
  return found;
}

/** How far from a place a line is looked at: far enough to see that a long secret is one. */
const REACH = 2000;

const MASK = '***';

function shown(sign: string): { readonly text: string; readonly width: number } {
  if (sign === '\t') return { text: '→ ', width: 2 };
  const text = printable(sign).replace(/\p{Surrogate}/u, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  if (text !== sign) return { text, width: text.length };
  if (/\p{Mark}|[\ufe00-\ufe0f]/u.test(sign)) return { text, width: 0 };
  return { text, width: WIDE.test(sign) ? 2 : 1 };
}

/** Characters that take two columns: East Asian wide ones and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** At most 80 columns of a line, around the cells that are marked, and how far they are from its left and how wide. */
function visible(
  line: readonly Cell[],
  first: number,
  beyond: number,
): { readonly text: string; readonly before: number; readonly width: number } {
  const widthOf = (some: readonly Cell[]) => some.reduce((sum, cell) => sum + cell.width, 0);
  let left = 0;
  let right = line.length;
  if (widthOf(line) > WIDTH) {
    let room = WIDTH - 2;
    left = right = Math.min(first, line.length - 1);
    const take = (index: number) => {
      const width = line[index]?.width ?? Infinity;
      const fits = width <= room;
      if (fits) room -= width;
      return fits;
    };
    while (right < beyond && take(right)) right++;
    for (let context = 0; context < 20 && left > 0 && take(left - 1); context++) left--;
    while (right < line.length && take(right)) right++;
    while (left > 0 && take(left - 1)) left--;
  }
  const cutLeft = left > 0 ? '…' : '';
  const cutRight = right < line.length ? '…' : '';
  return {
    text: `${cutLeft}${line
      .slice(left, right)
      .map((cell) => cell.text)
      .join('')}${cutRight}`,
    before: cutLeft.length + widthOf(line.slice(left, first)),
    width: widthOf(line.slice(first, Math.min(beyond, right))),
  };
}

/** Values that look like a secret, marked as one or not: those of `token: aB3`, `Authorization: Bearer aB3`, `https://name:word@host`. */
function looksSecret(line: string, start: number): readonly Span[] {
  return [...line.matchAll(SECRET_VALUE), ...line.matchAll(USER_INFO)].flatMap(({ index, 0: match, 1: value = '' }) => {
    if (HARMLESS.test(value)) return [];
    const at = start + index + match.indexOf(value, match.length - value.length - 1);
    return [{ start: at, end: at + value.length }];
  });
}

const SECRET_VALUE =
  /\b(?:token|\w+_token|password|passphrase|secret|\w+_secret|api_?key|private_key|authorization)["']?[ \t]*:[ \t]+("[^"]*"?|'[^']*'?|[^\s,}"'][^,}]*)/gi;
const USER_INFO = /:\/\/([^\s/@]+)@/g;

/** A word such as `string`, a reference such as `"{config.token}"`, the start of a mapping or a list. */
const HARMLESS = /^(?:[a-z_]+[ \t]*(?:#.*)?$|["']?\$?\{|\[)/;
