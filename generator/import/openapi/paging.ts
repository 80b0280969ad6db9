import { look, sure, type Finding } from '../../detect/exchange.js';
import { textAt } from '../values.js';
import type { OpenApi, Parameter } from './document.js';
import { PAGING, type ListOperation } from './lists.js';
import { isObjectShape, type Schemas, type Shape } from './schema.js';
import { type PagingDraft, type Input, type View, type Member, draft, type Rule, fold, LIMIT, limitOf, fixedLimit } from './paging-view.js';
import { extension, linkHeader, cursorHeader, nextUrl, cursorToken, lastRecord, documentLinks, bareCursor } from './paging-cursors.js';
import { count } from './paging-counts.js';

/** How the lists of a document are paged: what one says counts for those beside it. */
export class PagingRules {
  readonly #document: OpenApi;
  readonly #schemas: Schemas;
  /** Whether many lists declare Link headers. */
  readonly #links: boolean;

  constructor(document: OpenApi, schemas: Schemas, lists: readonly ListOperation[]) {
    this.#document = document;
    this.#schemas = schemas;
    this.#links = lists.filter(({ headers }) => headers.includes('link')).length > 5;
  }

  of(list: ListOperation): Finding<PagingDraft> {
    const view = this.#view(list);
    for (const rule of RULES) {
      const found = rule(view, this.#links);
      if (found !== undefined) return linkOf(found, list);
    }
    return sure(draft({ type: 'single_page' }), 'nothing in the description speaks of pages');
  }

  #view(list: ListOperation): View {
    const body = list.operation.method === 'GET' ? undefined : this.#document.body(list.operation);
    const query = list.operation.parameters.filter((each) => each.in === 'query').flatMap((each) => this.#inputs(each));
    const members = body === undefined ? [] : [...this.#schemas.properties(this.#schemas.of(body))];
    return {
      list,
      inputs: [
        ...query,
        ...members.map(([name, schema]): Input => {
          const shape = this.#schemas.of(schema);
          return { name, where: 'body', schema: shape.value, description: shape.description };
        }),
      ],
      members: list.envelope === undefined ? [] : this.#members(list.envelope, list.path),
      isArray: list.envelope === undefined,
      row: this.#schemas.of(list.row),
      schemas: this.#schemas,
    };
  }

  /** An object as a parameter is its members: `page[size]`. */
  #inputs({ name, schema, description, value }: Parameter): readonly Input[] {
    const shape = this.#schemas.of(schema);
    if (textAt(value, 'style') !== 'deepObject' || shape.properties.size === 0)
      return [{ name, where: 'query', schema: shape.value, description }];
    return [...shape.properties].map(([key, inner]): Input => ({
      name: `${name}[${key}]`,
      where: 'query',
      schema: this.#schemas.of(inner).value,
      description,
    }));
  }

  #members(envelope: Shape, list: readonly string[]): readonly Member[] {
    const found: Member[] = [];
    const visit = (shape: Shape, path: readonly string[], depth: number): void => {
      for (const [name, value] of this.#schemas.properties(shape)) {
        const inner = this.#schemas.of(value);
        const place = [...path, name];
        if (place.join('\n') === list.join('\n')) continue;
        found.push({ path: place, name, shape: inner });
        if (depth < 3 && (isObjectShape(inner) || inner.variants.length > 0) && found.length < 400) visit(inner, place, depth + 1);
      }
    };
    visit(envelope, [], 1);
    return found.sort((a, b) => a.path.length - b.path.length);
  }
}

/** A link of an answer to a POST: whether it is asked for with POST, with the same body, or with GET, no description says. */
function linkOf(found: Finding<PagingDraft>, { operation }: ListOperation): Finding<PagingDraft> {
  if (found.value.paginator['type'] !== 'json_link' || operation.method === 'GET') return found;
  return look(found.value, `${found.reason}: it is asked for with ${operation.method}, and the same body`);
}

/** 11: other words of paging. */
const otherWord: Rule = (view) => {
  const input = view.inputs.find(
    (each) =>
      PAGING.test(each.name) &&
      !(/^(?:from|start|after|before|next|first|count|size)$/i.test(each.name) && textAt(each.schema, 'format') === 'date-time'),
  );
  if (input === undefined) return undefined;
  const limit = limitOf(view);
  const isSize = LIMIT.test(fold(input.name));
  const reason = isSize
    ? `${input.name} says how many come, and nothing how to go on: this reads one page`
    : `${input.name} speaks of pages, and nothing says how: this reads one page`;
  return look(draft({ type: 'single_page' }, [], fixedLimit(limit)), reason);
};

/** In this order: the first that says something counts. */
const RULES: readonly Rule[] = [
  extension,
  linkHeader,
  cursorHeader,
  nextUrl,
  cursorToken,
  lastRecord,
  documentLinks,
  count,
  bareCursor,
  otherWord,
];
