import { detect, type Detected } from '../../../generator/detect/detect.js';
import type { Exchange } from '../../../generator/detect/exchange.js';
import type { JsonValue } from '../../../generator/shape.js';

/** An answer in the style of some API, and what was asked for it. */
export interface Answered {
  readonly url: string;
  readonly body: JsonValue;
  readonly headers?: { readonly [name: string]: string };
  readonly method?: string;
  readonly sent?: JsonValue;
}

function exchange({ url, body, headers = {}, method, sent }: Answered): Exchange {
  return {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    url: new URL(url, 'https://api.example.com'),
    headers,
    body,
    ...(sent === undefined ? {} : { requestBody: sent }),
  };
}

/** What is found in answers that follow each other. */
export function detected(...answers: readonly Answered[]): Detected {
  const found = detect(answers.map(exchange));
  if (found === undefined) throw new Error('there is no list in it');
  return found;
}

/** Objects with an id, and what `more` makes of their number. */
export function rows(count: number, more: (index: number) => { readonly [key: string]: JsonValue } = () => ({}), first = 1): JsonValue[] {
  return Array.from({ length: count }, (_, index) => ({ id: first + index, ...more(first + index) }));
}
