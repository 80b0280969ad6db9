import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { JsonValue } from '../shape.js';
import type { EndpointSpec } from '../spec/document.js';
import type { ValueTemplate } from './connector-model.js';
import type { BodyModel, HeaderModel, JsonTemplate, ParamModel } from './request-model.js';
import { buildCondition } from './condition.js';
import type { Scope } from './scope.js';

/** Headers in the order of the spec. */
export function buildHeaders(headers: ReadonlyMap<string, string> | undefined, scope: Scope): readonly HeaderModel[] {
  const { reading } = scope;
  const names = new Map<string, string>();
  return [...(headers ?? [])].map(([name, value]) => {
    const first = names.get(name.toLowerCase());
    names.set(name.toLowerCase(), name);
    if (first !== undefined && headers !== undefined)
      reading.report(
        messages.pattern(reading.keySpanOf(headers, name), 'spec/duplicate-name', `${shorten(name)} and ${shorten(first)} are one header`),
      );
    const span = spanIn(headers, name, scope);
    const template = scope.template(value, span);
    if (SECRET_HEADER.test(name)) checkNoSecret(template, span, scope);
    return { name, value: template };
  });
}

/** Query parameters in the order of the spec, lists and mappings spelled out; nulls are left out. */
export function buildParams(
  endpoint: Pick<EndpointSpec, 'path' | 'params' | 'params_style'>,
  path: string,
  scope: Scope,
): { readonly path: ValueTemplate; readonly params: readonly ParamModel[] } {
  const { params, params_style: style = 'repeat' } = endpoint;
  const bound = new Map<string, ValueTemplate>();
  const query = [...(params ?? [])].flatMap(([name, said]): readonly ParamModel[] => {
    const span = spanIn(params, name, scope);
    const conditional = isMapping(said) && Object.keys(said).sort().join() === 'value,when' ? said : undefined;
    const value = conditional === undefined ? said : (conditional['value'] ?? null);
    const when = conditional === undefined ? undefined : buildCondition(String(conditional['when']), span, scope);
    if (isMapping(value) && 'type' in value) {
      const template = resolved(value, name, span, scope, params);
      if (path.includes(`{${name}}`)) bound.set(name, template);
      else if (params !== undefined && template.length > 0)
        scope.reading.report(
          messages.pattern(
            scope.reading.keySpanOf(params, name),
            'spec/unused-param',
            `${shorten(name)} is resolved but not used in the path`,
            `For a query parameter write "{resources.parent.field}".`,
          ),
        );
      return [];
    }
    if (path.includes(`{${name}}`) && !isMapping(value) && !isList(value) && value !== null) {
      bound.set(name, scope.template(String(value), span)); // as dlt does: a fixed value for a name in the path
      return [];
    }
    const flat = spellOut(name, value, style);
    return flat.map(([key, each]) => {
      const template = typeof each === 'string' ? scope.template(each, span) : [String(each)];
      if (SECRET_PARAM.test(key)) checkNoSecret(template, span, scope);
      return { name: key, value: template, ...(when === undefined ? {} : { when }) };
    });
  });
  const takes = scope.takesExpressions;
  scope.takesExpressions = false; // a path is what states and tests know a resource by
  const pathSpan = endpoint.path === undefined ? { start: 0, end: 0 } : scope.reading.spanOf(endpoint, 'path');
  const parts = path
    .split(/((?<!\$)\{[A-Za-z_][A-Za-z0-9_-]*\})/)
    .flatMap((part): ValueTemplate => bound.get(part.slice(1, -1)) ?? scope.template(part, pathSpan));
  scope.takesExpressions = takes;
  return { path: joinTexts(parts), params: query };
}

/** What the body of each request holds. */
export function buildBody(endpoint: Pick<EndpointSpec, 'json' | 'data' | 'headers'>, scope: Scope): BodyModel | null {
  const { json, data } = endpoint;
  if (json !== undefined && data !== undefined) {
    scope.reading.report(
      messages.pattern(scope.reading.keySpanOf(endpoint, 'data'), 'spec/two-bodies', 'a request has one body: json or data'),
    );
    return null;
  }
  if (typeof data === 'string') {
    const [, type = 'text/plain'] = [...(endpoint.headers ?? [])].find(([name]) => name.toLowerCase() === 'content-type') ?? [];
    if (/json/i.test(type))
      scope.reading.report(
        messages.pattern(scope.reading.spanOf(endpoint, 'data'), 'spec/data-json', 'a body of JSON is no text', 'Write it as json.'),
      );
    return { kind: 'text', template: scope.template(data, scope.reading.spanOf(endpoint, 'data')), type };
  }
  if (data !== undefined) return { kind: 'form', fields: formFields(data, endpoint, scope) };
  if (json === undefined) return null;
  const value = jsonTemplate(json, scope.reading.spanOf(endpoint, 'json'), scope);
  return value.kind === 'object' ? { kind: 'json', value } : null;
}

/** The fields of a form, in order; nulls are left out. */
function formFields(
  data: Exclude<EndpointSpec['data'], string | undefined>,
  endpoint: Pick<EndpointSpec, 'data'>,
  scope: Scope,
): readonly ParamModel[] {
  const field = (name: string, value: Scalar, span: Span): readonly ParamModel[] =>
    value === null ? [] : [{ name, value: typeof value === 'string' ? scope.template(value, span) : [String(value)] }];
  if (data instanceof Map)
    return [...data].flatMap(([name, value]) =>
      (isValues(value) ? value : [value]).flatMap((each) => field(name, each, spanIn(data, name, scope))),
    );
  const span = scope.reading.spanOf(endpoint, 'data');
  return (data as readonly (readonly Scalar[])[]).flatMap(([name, value, ...more]) => {
    if (typeof name === 'string' && name !== '' && value !== undefined && more.length === 0) return field(name, value, span);
    scope.reading.report(messages.pattern(span, 'spec/data-pairs', 'a field is a name and a value', 'Write pairs: [[name, value], …].'));
    return [];
  });
}

type Scalar = string | number | boolean | null;

function isValues(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}

const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|x-api-key|api-key|x-auth-token|x-access-token)$/i;
const SECRET_PARAM = /^(api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|password)$/i;

/** A credential in the text of a spec would be published with the package. */
function checkNoSecret(template: ValueTemplate, span: Span, scope: Scope): void {
  if (template.every((part) => typeof part === 'string'))
    scope.reading.report(
      messages.secret(span, 'spec/secret-literal', 'a secret stands in the spec', 'Use client.auth: the caller passes it.'),
    );
}

/** dlt's older form: `{ type: resolve, resource: users, field: id }`. */
function resolved(
  value: { readonly [key: string]: JsonValue },
  name: string,
  span: Span,
  scope: Scope,
  owner: object | undefined,
): ValueTemplate {
  const { type, resource, field } = value;
  if (type !== 'resolve' || typeof resource !== 'string' || typeof field !== 'string') {
    scope.reading.report(
      messages.pattern(
        span,
        'spec/param-value',
        `${shorten(name)} is neither a value nor a parent's field`,
        type === 'incremental'
          ? `Write it beside params: incremental: { cursor_path: ${typeof value['cursor_path'] === 'string' ? value['cursor_path'] : 'updated_at'}, start_param: ${name}, initial_value: … }.`
          : 'Write { type: resolve, resource: parent, field: id }, or use endpoint.incremental.',
      ),
    );
    return [];
  }
  const at = (key: string): Span => (owner === undefined ? span : scope.reading.spanWithin(owner, name, key));
  const reference = scope.parentValue(resource, field, at('resource'), `{resources.${resource}.${field}}`, at('field'));
  return reference === undefined ? [] : [reference];
}

type FlatParam = readonly [name: string, value: string | number | boolean];

/** Lists repeated, joined or bracketed, mappings as `filter[key]=value`. */
function spellOut(name: string, value: JsonValue, style: 'repeat' | 'comma' | 'brackets'): readonly FlatParam[] {
  if (value === null) return [];
  if (isMapping(value)) return Object.entries(value).flatMap(([key, each]) => spellOut(`${name}[${key}]`, each, style));
  if (!isList(value)) return [[name, value]];
  const items = value.filter((item): item is string | number | boolean => item !== null && typeof item !== 'object');
  if (style === 'comma') return [[name, items.map(String).join(',')]];
  return items.map((item) => [style === 'brackets' ? `${name}[]` : name, item]);
}

function jsonTemplate(value: JsonValue, span: Span, scope: Scope): JsonTemplate {
  if (typeof value === 'string') return { kind: 'text', template: scope.template(value, span) };
  if (isList(value)) return { kind: 'list', items: value.map((item) => jsonTemplate(item, span, scope)) };
  if (isMapping(value))
    return { kind: 'object', entries: Object.entries(value).map(([key, each]) => [key, jsonTemplate(each, span, scope)]) };
  return { kind: 'scalar', value };
}

function joinTexts(parts: ValueTemplate): ValueTemplate {
  return parts.reduce<ValueTemplate>((joined, part) => {
    const last = joined.at(-1);
    return typeof part === 'string' && typeof last === 'string' ? [...joined.slice(0, -1), last + part] : [...joined, part];
  }, []);
}

function isMapping(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function spanIn(map: object | undefined, key: string, scope: Scope): Span {
  return map === undefined ? { start: 0, end: 0 } : scope.reading.spanOf(map, key);
}
