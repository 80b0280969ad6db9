import { type Code, code, literal, template, property } from '../code.js';
import type { ConfigOption, ParamModel, ResourceModel, ValueTemplate } from '../model/connector-model.js';
import type { Loop } from '../paginators/contract.js';
import { isDynamic } from './context.js';

/** The first request as `const url = …`: a literal, as far as the spec knows it. */
export function emitUrl(resource: ResourceModel, loop: Loop): Code {
  const params: readonly ParamModel[] = [...resource.params, ...loop.fixedQuery.map(([name, value]) => ({ name, value: [String(value)] }))];
  const firstDynamic = params.findIndex((param) => isDynamic(param.value));
  const fixed = firstDynamic === -1 ? params : params.slice(0, firstDynamic);
  const query = fixed.length === 0 ? '' : `?${new URLSearchParams(fixed.map((param): [string, string] => [param.name, param.value.join('')])).toString()}`;
  const path = resource.path.map((part) => (typeof part === 'string' ? encodePath(part) : code`pathSegment(this.#options.${property(part.config.camel)}, ${literal(part.config.camel)})`));
  const declare = loop.reassignsUrl ? code`let` : code`const`;
  return code`
    ${declare} url = new URL(${template([code`this.#baseUrl`, ...path, query])});
    ${params.slice(fixed.length).map((param) => setParam(param, resource.config))}
  `;
}

function setParam({ name, value }: ParamModel, config: readonly ConfigOption[]): Code {
  const set = code`url.searchParams.set(${literal(name)}, ${emitValue(value)});`;
  const missing = config.filter((option) => option.optional && option.default === null && usesOption(value, option));
  if (missing.length === 0) return set;
  const given = missing.map((option) => code`this.#options.${property(option.name.camel)} !== undefined`);
  return code`if (${given.reduce((all, each) => code`${all} && ${each}`)}) ${set}`;
}

/** Text; a sole option that is not a text is made one. */
function emitValue(value: ValueTemplate): Code {
  const [only, ...more] = value;
  if (only !== undefined && typeof only !== 'string' && more.length === 0) return code`String(this.#options.${property(only.config.camel)})`;
  return template(value.map((part) => (typeof part === 'string' ? part : code`this.#options.${property(part.config.camel)}`)));
}

function usesOption(value: ValueTemplate, option: ConfigOption): boolean {
  return value.some((part) => typeof part !== 'string' && part.config.raw === option.name.raw);
}

/** As `new URL` would: what a path cannot hold is percent-encoded, slashes stay. */
export function encodePath(path: string): string {
  return new URL(`https://path.example/${path.replaceAll('\\', '%5C').replaceAll('?', '%3F').replaceAll('#', '%23')}`).pathname.slice(1);
}

