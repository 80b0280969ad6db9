import { code, literal, nothing, template, type Code } from '../code.js';
import { spec } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { parseTemplate, templateOf, type TemplatePart } from '../placeholder.js';
import { parseSelector } from '../selector.js';
import { nullable, optional, text, type Check, type JsonValue, type Reading } from '../shape.js';
import type { Loop } from './contract.js';

/** Where in a request a paginator puts a value: in the query, at a place of the JSON body, or nowhere. */
export type Target =
  | { readonly kind: 'query'; readonly name: string; readonly template?: PageTemplate }
  | { readonly kind: 'body'; readonly path: readonly string[] }
  | { readonly kind: 'none' };

/** The text of one structured parameter, with holes for the position and the limit. */
export type PageTemplate = readonly (string | { readonly hole: 'position' | 'limit' })[];

/** A place in a JSON body: keys only, with dots between. */
const checkBodyPath: Check<string> = (value, span, reading) => {
  const parsed = parseSelector(value);
  if (parsed.ok && parsed.path.length > 0 && parsed.path.every((step) => step.kind === 'key')) return true;
  reading.report(
    spec.pattern(
      span,
      'spec/selector-syntax',
      parsed.ok || parsed.hint === undefined ? 'not the place of a member in a JSON body' : parsed.message,
      (parsed.ok ? undefined : parsed.hint) ?? 'Write its keys with dots between: variables.after.',
    ),
  );
  return false;
};

/** The key that names a query parameter. */
export function paramKey(what: string, name: string) {
  return optional(
    nullable(
      text({
        description: `Query parameter of ${what}. Default: "${name}", unless it goes into the body.${name === 'limit' ? ' null: it is not sent.' : ''}`,
        default: name,
      }),
    ),
  );
}

/** The key that names a place in the body. */
export function bodyPathKey(what: string) {
  return optional(
    nullable(
      text({ description: `Where ${what} goes in the JSON body, in place of the query.`, check: checkBodyPath, examples: ['paging.next'] }),
    ),
  );
}

/** What the two keys say together; undefined when they contradict each other. */
export function buildTarget(
  said: { readonly param: string | null | undefined; readonly bodyPath: string | null | undefined },
  keys: readonly [param: string, bodyPath: string],
  owner: object,
  reading: Reading,
): Target | undefined {
  const { param, bodyPath } = said;
  if (bodyPath === undefined || bodyPath === null) {
    if (param === null && keys[0] !== 'limit_param') {
      reading.report(
        spec.pattern(
          reading.spanOf(owner, keys[0]),
          'spec/endless-paginator',
          'every request would ask for the same page',
          `Name the parameter, or set ${keys[1]}.`,
        ),
      );
      return undefined;
    }
    if (param === null) return { kind: 'none' };
    return { kind: 'query', name: param ?? keys[0].replace(/_param$/, '') };
  }
  if (param !== undefined && param !== null) {
    reading.report(
      spec.pattern(
        reading.spanOf(owner, keys[1]),
        'spec/param-conflict',
        `${shorten(keys[0])} and ${shorten(keys[1])} say the same thing twice`,
        'Keep the one that the API reads.',
      ),
    );
    return undefined;
  }
  const parsed = parseSelector(bodyPath);
  return parsed.ok ? { kind: 'body', path: parsed.path.flatMap((step) => (step.kind === 'key' ? [step.key] : [])) } : undefined;
}

export function targetParams(...targets: readonly Target[]): readonly string[] {
  return targets.flatMap((target) => (target.kind === 'query' ? [target.name] : []));
}

export function targetPaths(...targets: readonly Target[]): readonly (readonly string[])[] {
  return targets.flatMap((target) => (target.kind === 'body' ? [target.path] : []));
}

/** The statement that puts a text into the query. */
export function emitQuery(target: Target, value: Code, position: Code = value, limit: number | null = null): Code {
  if (target.kind !== 'query') return nothing;
  const whole =
    target.template === undefined
      ? value
      : template(target.template.map((part) => (typeof part === 'string' ? part : part.hole === 'limit' ? String(limit) : position)));
  return code`url.searchParams.set(${literal(target.name)}, ${whole});`;
}

/** Key of a template for a parameter that holds the position among other things. */
export function pageTemplateKey(hole: 'page' | 'offset') {
  return optional(
    text({
      description: `The text of one structured parameter that holds the position: \`{${hole}}\` and \`{limit}\` stand for their values. \`${hole}_param\` names the parameter.`,
      examples: [`(${hole}:{${hole}},page_size:{limit})`],
    }),
  );
}

/** The target with the template of its parameter; undefined when the two do not fit. */
export function withTemplate(
  target: Target | undefined,
  said: { readonly page_template?: string },
  hole: 'page' | 'offset',
  limit: number | null,
  reading: Reading,
): Target | undefined {
  const { page_template: given } = said;
  if (given === undefined || target === undefined) return target;
  const span = reading.spanOf(said, 'page_template');
  const parsed = parseTemplate(given);
  if (!parsed.ok) {
    reading.report(spec.pattern(span, 'spec/placeholder', parsed.message, parsed.hint));
    return undefined;
  }
  const { template: parts } = parsed;
  const has = (name: string): boolean => parts.some((part) => isHole(part, name));
  const other = parts.find((part) => typeof part !== 'string' && !isHole(part, hole) && !isHole(part, 'limit'));
  const problem =
    target.kind !== 'query'
      ? 'a template is the text of a query parameter'
      : other !== undefined && typeof other !== 'string'
        ? `nothing is filled in for ${shorten(other.source)}`
        : !has(hole)
          ? `the template has no {${hole}}: every request would ask for the same page`
          : has('limit') && limit === null
            ? 'the template has {limit}, and there is no limit'
            : undefined;
  if (problem === undefined && target.kind === 'query') {
    const template = parts.map((part) =>
      typeof part === 'string' ? part : { hole: isHole(part, 'limit') ? ('limit' as const) : ('position' as const) },
    );
    return { ...target, template };
  }
  reading.report(
    spec.pattern(span, 'spec/page-template', problem ?? '', `Write it like (${hole}:{${hole}},page_size:{limit}), and set limit.`),
  );
  return undefined;
}

/** Whether the template of a parameter has a place for the limit, which then is sent nowhere else. */
export function templateHasLimit(template: string | undefined): boolean {
  return template !== undefined && templateOf(template).some((part) => isHole(part, 'limit'));
}

function isHole(part: TemplatePart, name: string): boolean {
  return typeof part !== 'string' && part.root === name && part.path.length === 0;
}

/** The members of the body that hold a value, where it is sent only `when`. */
export function emitBody(target: Target, value: Code, when?: Code): Loop['bodyFields'] {
  if (target.kind !== 'body') return [];
  return [when === undefined ? [target.path, value] : [target.path, value, when]];
}

/** Puts a value into a made-up request: into its query, or beside the members its body already has. */
export function fill(
  target: Target,
  value: string | number | null,
  url: URL,
  limit: number | null = null,
): readonly (readonly [path: readonly string[], value: JsonValue])[] {
  if (value === null) return [];
  if (target.kind === 'query')
    url.searchParams.set(
      target.name,
      target.template === undefined
        ? String(value)
        : target.template.map((part) => (typeof part === 'string' ? part : String(part.hole === 'limit' ? limit : value))).join(''),
    );
  return target.kind === 'body' ? [[target.path, value]] : [];
}
