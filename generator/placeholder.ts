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
}

export type ParsedTemplate = { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly message: string };

/** The roots a placeholder may start with. */
const PLACEHOLDER_ROOTS = ['config', 'resources', 'for_each', 'incremental'] as const;

const PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_-]*)((?:\.[^{}.\s"'=:]+)*)\}/g;

/**
 * Finds the placeholders of a text. Braces that could not be one (`{"a": 1}`, `${x}`) stay as they are; `{{` and `}}` around a
 * name give literal braces; a known root that is never closed is refused.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  let rest = 0;
  const literalText = (until: number): void => {
    if (until > rest) parts.push(text.slice(rest, until));
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [source, root = '', fields = ''] = match;
    const end = match.index + source.length;
    if (text[match.index - 1] === '$') continue;
    if (text[match.index - 1] === '{' && text[end] === '}') {
      literalText(match.index - 1);
      parts.push(source);
      rest = end + 1;
      continue;
    }
    literalText(match.index);
    parts.push({ root, path: fields === '' ? [] : fields.slice(1).split('.'), source });
    rest = end;
  }
  literalText(text.length);
  const open = parts.find((part) => typeof part === 'string' && OPENED.test(part));
  if (open !== undefined) return { ok: false, message: 'a placeholder is opened with "{" and never closed' };
  return { ok: true, template: joinTexts(parts) };
}

const OPENED = new RegExp(`(^|[^{$])\\{(${PLACEHOLDER_ROOTS.join('|')})\\.[^{}]*$`);

function joinTexts(parts: readonly TemplatePart[]): Template {
  const joined: TemplatePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
