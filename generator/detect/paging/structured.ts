import { sure, type Finding, type Paging } from '../exchange.js';
import { paging, type View } from './view.js';

/** A page number inside one structured parameter: Superset's `q=(page:0,page_size:10)`, or the same as JSON. */
export function structuredParam({ inputs, list }: View): Finding<Paging> | undefined {
  for (const input of inputs) {
    const text = String(input.value);
    const found = input.where === 'query' ? pageIn(text) : undefined;
    if (found === undefined) continue;
    const { before, page, between, size, after } = found;
    const template = `${escaped(before)}{page}${escaped(between)}${size === undefined ? '' : '{limit}'}${escaped(after)}`;
    return sure(
      paging(
        {
          type: 'page_number',
          base_page: page === '0' ? 0 : 1,
          page_param: input.path[0] ?? '',
          page_template: template,
          ...(size === undefined ? {} : { limit: Number(size) > 0 ? Number(size) : Math.max(1, list.count), limit_param: null }),
        },
        input,
      ),
      `the page stands inside the parameter ${input.path[0] ?? ''}`,
    );
  }
  return undefined;
}

interface Parts {
  readonly before: string;
  readonly page: string;
  readonly between: string;
  readonly size: string | undefined;
  readonly after: string;
}

/** A text like `(page:0,page_size:10)`, taken apart. */
function pageIn(text: string): Parts | undefined {
  if (!/^[({]/.test(text) || !/[)}]$/.test(text)) return undefined;
  const page = /\bpage(?:_?index|_?number)?["']?:\s*(\d+)/d.exec(text)?.indices?.[1];
  if (page === undefined) return undefined;
  const rest = text.slice(page[1]);
  const size = rest.startsWith(',') ? /\b(?:page_?size|per_page|size|limit)["']?:\s*(\d+)/d.exec(rest)?.indices?.[1] : undefined;
  return {
    before: text.slice(0, page[0]),
    page: text.slice(...page),
    between: rest.slice(0, size?.[0] ?? 0),
    size: size === undefined ? undefined : rest.slice(...size),
    after: rest.slice(size?.[1] ?? 0),
  };
}

/** Braces of the text itself, which are no placeholders. */
function escaped(text: string): string {
  return text.replace(/\{/g, '{{').replace(/\}/g, '}}');
}
