import { entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { literalText } from '../../draft/literal.js';
import type { Finding } from '../../detect/exchange.js';
import { listAt, member, textsAt } from '../values.js';
import { OpenApi, type Parameter } from './document.js';
import { Fields } from './fields.js';
import type { ListOperation } from './lists.js';
import type { PagingDraft } from './paging-view.js';
import type { Bound } from './parents.js';
import { isArray, isObjectShape, Schemas } from './schema.js';

/** What an operation asks for: path, parameters, headers and body, in the words of a spec. */

export interface Parts {
  readonly list: ListOperation;
  readonly resource: string;
  readonly found: Finding<PagingDraft>;
  readonly bounds: readonly Bound[];
  readonly names: ReadonlyMap<ListOperation, string>;
  readonly schemas: Schemas;
  readonly document: OpenApi;
  readonly fields: Fields;
  readonly config: Map<string, DraftMap>;
  readonly needed: readonly string[];
}

/** The parameters of a path. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

export function scalarType(type: string | undefined): string {
  return type !== undefined && ['string', 'integer', 'number', 'boolean'].includes(type) ? type : 'string';
}

/** The path with its values filled in: by parents, or by options. */
export function pathDraft(
  path: string,
  bounds: readonly Bound[],
  names: ReadonlyMap<ListOperation, string>,
  config: Map<string, DraftMap>,
): { readonly path: string; readonly pathNote: string | undefined } {
  const notes: string[] = [];
  const bare = path.split(/[?#]/, 1).join('');
  const made = bare.replace(/\{([^{}]+)\}/g, (_, param: string) => {
    const bound = bounds.find((each) => each.param === param);
    const parent = bound?.parent === undefined ? undefined : names.get(bound.parent);
    if (bound?.field !== undefined && parent !== undefined) {
      notes.push(
        `${bound.field.sure ? 'why' : 'LOOK'}: each of ${parent}, by its ${bound.field.value}${bound.field.sure ? '' : `, for ${bound.field.reason}`}`,
      );
      return `{resources.${parent}.${bound.field.value}}`;
    }
    return `{config.${optionFor(param, config)}}`;
  });
  return { path: made, pathNote: notes[0] };
}

function optionFor(param: string, config: Map<string, DraftMap>, facts?: DraftMap): string {
  const made = param.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|(?<!_)_+$/g, '');
  const safe =
    /^[A-Za-z]/.test(made) && !/^(?:base_?url|token|api_?key|username|password|fetch|signal)$/i.test(made) ? made : `option_${made}`;
  if (!config.has(safe)) config.set(safe, facts ?? mapping(entry('type', 'string')));
  return safe;
}

/** Parameters that every request needs: required ones, and sizes where the paginator has none. */
export function paramsDraft({ list, found, config }: Parts): readonly DraftEntry[] {
  const fixed = found.value.fixed.map(([name, value]) => entry(name, value));
  const query = [...new URLSearchParams(list.operation.path.split('?').slice(1).join('?'))].map(([name, value]) =>
    entry(name, literalText(value)),
  );
  const required = list.operation.parameters
    .filter(
      (each) =>
        each.in === 'query' && each.isRequired && !found.value.params.includes(each.name) && !fixed.some(({ key }) => key === each.name),
    )
    .map((each) => valueEntry(each, config));
  return [...query, ...required, ...fixed];
}

export function headersDraft({ list, config }: Parts): DraftEntry | undefined {
  const headers = list.operation.parameters
    .filter(
      (each) =>
        each.in === 'header' &&
        each.isRequired &&
        !/^(?:authorization|content-type|accept|user-agent|host)$|key|token|secret/i.test(each.name),
    )
    .map((each) => valueEntry(each, config));
  return headers.length === 0 ? undefined : entry('headers', { entries: headers.map((each) => ({ ...each, value: String(each.value) })) });
}

/** What a required parameter is: its one value, its default, or an option. */
function valueEntry({ name, schema, description }: Parameter, config: Map<string, DraftMap>): DraftEntry {
  const usual =
    member(schema, 'const') ?? member(schema, 'default') ?? (listAt(schema, 'enum').length === 1 ? listAt(schema, 'enum')[0] : undefined);
  if (typeof usual === 'string') return entry(name, literalText(usual));
  if (typeof usual === 'number' || typeof usual === 'boolean') return entry(name, usual);
  const type = textsAt(schema, 'type')[0];
  const word = type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
  const said = description.replace(/\s+/g, ' ').trim().slice(0, 120);
  const facts = mapping(entry('type', word), said !== '' && entry('description', said));
  return entry(name, `{config.${optionFor(name, config, facts)}}`, 'LOOK: the API wants it; the document has no default');
}

/** What the body of a search has to have: defaults, single values, or options. */
export function bodyDraft({ list, found, config, schemas, document }: Parts): DraftEntry | undefined {
  if (list.operation.method === 'GET') return undefined;
  const body = document.body(list.operation);
  if (body === undefined) return undefined;
  const shape = schemas.of(body);
  const members = [...schemas.properties(shape)].flatMap(([name, value]): DraftEntry[] => {
    if (!shape.required.has(name) || found.value.bodyPaths.includes(name)) return [];
    const inner = schemas.of(value);
    if (isObjectShape(inner)) return [entry(name, mapping(), 'LOOK: the API wants an object')];
    if (isArray(inner)) return [entry(name, [], 'LOOK: the API wants a list')];
    const parameter = { name, in: 'body', isRequired: true, schema: inner.value, description: inner.description, value: inner.value };
    return [valueEntry(parameter, config)];
  });
  return members.length === 0 ? undefined : entry('json', { entries: members });
}
