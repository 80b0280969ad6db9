import { beginsAsExpression, parseExpression, type Expression } from './expression.js';

/** A value of a spec in which `{config.x}` stands for what the caller supplies: the text between, and the names. */
export type Template = readonly TemplatePart[];
export type TemplatePart = string | Placeholder;

export interface Placeholder {
  /** `config` in `{config.start_date}`. */
  readonly root: string;
  /** `['start_date']` in `{config.start_date}`. */
  readonly path: readonly string[];
  /** As written, with its braces. */
  readonly source: string;
  /** What stands in the braces in place of a name: its root is `=`. */
  readonly expression?: Expression;
}

export type ParsedTemplate =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly message: string; readonly hint?: string };

/** What `${NAME}` begins with, which is no root that can be written. */
export const SECRET_ROOT = '$';

/** The root of what is an expression, which is none that can be written. */
export const EXPRESSION_ROOT = '=';

function isEnvironmentName(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]*$/.test(name);
}

/** The roots a placeholder may start with. */
const PLACEHOLDER_ROOTS = ['config', 'resources', 'for_each', 'incremental', 'job', 'poll'] as const;

const ROOT = PLACEHOLDER_ROOTS.join('|');
const PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_-]*)((?:\.[^{}.\s"'=:!|]+)*)\}/y;
const GROUP = /\{[^{}]*\}/y;
/** What stands before a selection of fields in GraphQL: `nodes{id}`, `nodes(first: 5) {id}`. */
const SELECTED = /[\w)]\s*$/;
/** What begins as a placeholder does: `{config.`, `{ resources[`. */
const BEGUN = new RegExp(`\\{\\s*(?:${ROOT})\\s*[.[]`, 'y');
/** What a placeholder cannot be written as, and people do: a format, a conversion, spaces, a key in brackets. */
const MISSPELT = new RegExp(
  `\\{\\s*((?:${ROOT})(?:\\s*(?:\\.\\s*[^{}.\\s"'=:!|\\[\\]]+|\\['[^'{}]*'\\]|\\["[^"{}]*"\\]))*)\\s*([:!|][^{}]*)?\\}`,
  'y',
);

/**
 * Finds the placeholders of a text. In a text that holds `{{`, doubled braces stand for single ones, as in dlt, and every other
 * brace belongs to a placeholder. In any other text, braces that could not be one are literal: `{"a": {"b": 1}}`,
 * `{things{nodes{id}}}`. `${NAME}` is a secret, by the name of its environment variable. What looks like a placeholder and is none is refused.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const doubled = text.includes('{{');
  const parts: TemplatePart[] = [];
  let rest = 0;
  let depth = 0; // of literal braces
  const take = (until: number, next: number, ...found: readonly TemplatePart[]): void => {
    if (until > rest) parts.push(text.slice(rest, until));
    parts.push(...found);
    rest = next;
  };
  for (let at = braceFrom(text, 0), next; at !== -1; at = braceFrom(text, next)) {
    const sign = text.charAt(at);
    next = at + 1;
    if (doubled && text.charAt(next) === sign) {
      next++;
      take(at, next, sign);
      continue;
    }
    const [variable = ''] = text.charAt(at - 1) === '$' ? (matchAt(GROUP, text, at) ?? []) : [];
    if (variable !== '') {
      next = at + variable.length;
      const name = variable.slice(1, -1);
      if (isEnvironmentName(name)) take(at - 1, next, { root: SECRET_ROOT, path: [name], source: `$${variable}` });
      continue;
    }
    const isSelected = depth > 0 && SELECTED.test(text.slice(0, at));
    const [group = ''] = matchAt(GROUP, text, at) ?? [];
    const expression = isSelected ? undefined : parseExpression(group.slice(1, -1));
    if (expression !== undefined) {
      next = at + group.length;
      take(at, next, { root: EXPRESSION_ROOT, path: [], source: group, expression });
      continue;
    }
    const [source = '', root = '', fields = ''] = matchAt(PLACEHOLDER, text, at) ?? [];
    if (source !== '' && (fields !== '' || !isSelected)) {
      next = at + source.length;
      take(at, next, { root, path: fields === '' ? [] : fields.slice(1).split('.'), source });
      continue;
    }
    const refused = sign === '{' ? misspelt(text, at) : undefined;
    if (refused !== undefined) return refused;
    if (doubled) return { ok: false, message: `a single "${sign}" in a text with doubled braces`, hint: ALL_OR_NONE };
    depth = Math.max(0, depth + (sign === '{' ? 1 : -1));
  }
  take(text.length, text.length);
  return { ok: true, template: joinTexts(parts) };
}

const ALL_OR_NONE = 'Where a text holds "{{", double every brace that is not of a placeholder; or double none.';

/** A text of the spec that holds no placeholders, or those that `parseTemplate` has found in it. */
export function templateOf(text: string): Template {
  const parsed = parseTemplate(text);
  return parsed.ok ? parsed.template : [text];
}

/** The option of the caller that a part of a template names: `start_date` of `{config.start_date}`, `acme_token` of `${ACME_TOKEN}`. */
export function optionOf(part: TemplatePart): string | undefined {
  if (typeof part !== 'string' && part.root === SECRET_ROOT) return part.path[0]?.toLowerCase();
  return typeof part !== 'string' && part.root === 'config' && part.path.length === 1 ? part.path[0] : undefined;
}

/** A template as it was written, doubled braces aside. */
export function showTemplate(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.source)).join('');
}

/** Whether a text that stands where nothing is filled in has a placeholder all the same. */
export function holdsPlaceholder(text: string): boolean {
  return new RegExp(BEGUN.source).test(text);
}

/** Why what stands at a brace is refused; undefined: it may be text. */
function misspelt(text: string, at: number): Extract<ParsedTemplate, { ok: false }> | undefined {
  const [group = ''] = matchAt(GROUP, text, at) ?? [];
  if (beginsAsExpression(group.slice(1, -1)))
    return {
      ok: false,
      message: `${show(group)} is no expression`,
      hint: "Write {config.x ?? 'text'}, {config.x ? 'one' : 'other'}, or {now - P1D | %Y-%m-%d}.",
    };
  if (matchAt(BEGUN, text, at) === null) return undefined;
  const [source = '', name = '', format = ''] = matchAt(MISSPELT, text, at) ?? [];
  if (source === '') {
    const [whole = ''] = matchAt(GROUP, text, at) ?? [];
    if (whole === '') return { ok: false, message: 'a placeholder is opened with "{" and never closed' };
    return {
      ok: false,
      message: `${show(whole)} looks like a placeholder and is none`,
      hint: 'Write {root.name}, with nothing else in the braces.',
    };
  }
  const plain = name.replace(/\s+/g, '').replace(/\[["']([^"']*)["']\]/g, '.$1');
  const hint = `Write {${plain}}${format === '' ? '' : ': formats are not applied'}.`;
  return { ok: false, message: `${show(source)} looks like a placeholder and is none`, hint };
}

function show(source: string): string {
  return `"${source.length > 60 ? `${source.slice(0, 59)}…` : source}"`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function braceFrom(text: string, from: number): number {
  const found = text.slice(from).search(/[{}]/);
  return found === -1 ? -1 : from + found;
}

function joinTexts(parts: readonly TemplatePart[]): Template {
  const joined: TemplatePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
