import { type Code, code, identifier, literal, member, nothing, template, use } from '../../code.js';
import type { Reference, ResourceModel } from '../../model/connector-model.js';
import type { ParamModel } from '../../model/request-model.js';
import { needsOption } from '../../model/templates.js';
import type { Loop } from '../../paginators/contract.js';
import { emitCondition, emitReference, emitText, inMethod, isDynamic, showReference } from './references.js';
import { encodePath } from '../../model/url-path.js';

const PATH_SEGMENT = use({ name: 'pathSegment', file: 'src/internal/path.ts', kind: 'value' });

/** What a URL is made of: some of an emitted resource. */
interface UrlSource {
  readonly model: ResourceModel;
  readonly loop: Loop;
}

/** The first request as `const url = …`: a literal, as far as the spec knows it. */
export function emitUrl({ model: resource, loop }: UrlSource): Code {
  const params: readonly ParamModel[] = [
    ...resource.params,
    ...boundParams(resource),
    ...loop.fixedQuery.map(([name, value]) => ({ name, value: [String(value)] })),
  ];
  const firstDynamic = params.findIndex(changesUrl);
  const fixed = firstDynamic === -1 ? params : params.slice(0, firstDynamic);
  const query =
    fixed.length === 0
      ? ''
      : `?${spaced(new URLSearchParams(fixed.map((param): [string, string] => [param.name, param.value.join('')])).toString())}`;
  const path = resource.path.map((part) => (typeof part === 'string' ? encodePath(part) : emitSegment(part)));
  const base = resource.fromOrigin ? code`new URL(this.#baseUrl).origin` : code`this.#baseUrl`;
  const percent = resource.paramsEncoding === 'percent' && fixed.length < params.length && loop.reassignsUrl;
  return code`
    ${loop.reassignsUrl ? code`let` : code`const`} url = new URL(${template([base, ...path, query])});
    ${params.slice(fixed.length).map((param) => setParam(param, params, resource))}
    ${percent ? PERCENT_SPACES : nothing}
  `;
  function spaced(text: string): string {
    return resource.paramsEncoding === 'percent' ? text.replaceAll('+', '%20') : text;
  }
}

/** The statement that writes spaces as `%20`: a plus in a query that was put together here is one. */
const PERCENT_SPACES = code`url.search = url.search.replaceAll('+', '%20');`;

/** The page loop of a resource with its spaces written as it says: where the query changes from page to page, before each request. */
export function withSpaces(loop: Loop, resource: ResourceModel): Loop {
  const changes = loop.request !== nothing || [...resource.params, ...boundParams(resource)].some(changesUrl);
  if (resource.paramsEncoding === 'form' || loop.reassignsUrl || !changes) return loop;
  return {
    ...loop,
    request: code`
      ${loop.request}
      ${PERCENT_SPACES}
    `,
  };
}

/** The parameters that tell the API where an incremental read begins and ends. */
export function boundParams({ incremental }: ResourceModel): readonly ParamModel[] {
  if (incremental === null) return [];
  return [
    ...(incremental.startParam === null
      ? []
      : [{ name: incremental.startParam, value: [{ kind: 'bound' as const, bound: 'start' as const }] }]),
    ...(incremental.endParam === null ? [] : [{ name: incremental.endParam, value: [{ kind: 'bound' as const, bound: 'end' as const }] }]),
  ];
}

function emitSegment(reference: Reference): Code {
  const value = emitReference(reference, inMethod);
  const isDeep = reference.kind === 'parent' && reference.field.length > 1; // what is read by a path has no type
  return code`${PATH_SEGMENT}(${value}${isDeep ? code` as string | number | undefined` : nothing}, ${literal(showReference(reference))})`;
}

/** Whether a parameter is not the same in every request. */
function changesUrl({ value, when }: ParamModel): boolean {
  return isDynamic(value) || when !== undefined;
}

/** A name that comes several times is appended. */
function setParam({ name, value, when }: ParamModel, all: readonly ParamModel[], { config, incremental }: ResourceModel): Code {
  const how = all.filter((param) => param.name === name).length > 1 ? code`append` : code`set`;
  const set = code`url.searchParams.${how}(${literal(name)}, ${emitText(value, inMethod)});`;
  const bounds = value.flatMap((part) => (typeof part !== 'string' && part.kind === 'bound' ? [identifier(part.bound)] : []));
  const missing = config.filter((option) => option.optional && option.default === null && needsOption(value, option));
  const given = [
    ...(when === undefined ? [] : [emitCondition(when, inMethod.options)]),
    ...missing.map((option) => code`${member(inMethod.options, option.name.camel)} !== undefined`),
    ...(incremental?.step ? [] : bounds).map((bound) => code`${bound} !== null`),
  ];
  if (given.length === 0) return set;
  return code`if (${given.reduce((all, each) => code`${all} && ${each}`)}) ${set}`;
}
