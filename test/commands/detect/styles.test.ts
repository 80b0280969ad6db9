import { describe, expect, test } from 'vitest';
import { STYLES } from './styles.js';
import { detected } from './support.js';

describe('answers in the style of', () => {
  test.each(STYLES.map((style) => [style.name, style] as const))('%s', (_, style) => {
    const found = detected(...style.answers);
    expect({
      selector: found.selector.value,
      paginator: found.paging.value.paginator,
      sure: found.paging.sure,
      key: found.key?.value.map((path) => path.join('.')).join(', ') ?? null,
    }).toEqual({ selector: style.selector, paginator: style.paginator, sure: style.sure, key: style.key });
  });
});
