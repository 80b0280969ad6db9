import { sure, type Finding, type Paging } from '../exchange.js';
import { paging, type View } from './view.js';

/** A page number inside one structured parameter: Superset's `q=(page:0,page_size:10)`, or the same as JSON. */
export function structuredParam({ inputs, list }: View): Finding<Paging> | undefined {
  for (const input of inputs) {
    const text = String(input.value);
    const found =
      input.where === 'query'
        ? /^(?<before>[({].*?["']?\bpage(?:_?index|_?number)?["']?:\s*)(?<page>\d+)(?<between>,.*?["']?\b(?:page_?size|per_page|size|limit)["']?:\s*)?(?<size>\d+)?(?<after>.*[)}])$/s.exec(
            text,
          )
        : null;
    if (found?.groups === undefined) continue;
    const { before = '', page = '0', between = '', size, after = '' } = found.groups;
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

/** Braces of the text itself, which are no placeholders. */
function escaped(text: string): string {
  return text.replace(/\{/g, '{{').replace(/\}/g, '}}');
}
