import { code, literal, nothing, type Code } from '../code.js';
import { spec } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { parseSelector } from '../selector.js';
import { nullable, optional, text, type Check, type JsonValue, type Reading } from '../shape.js';
import type { Loop } from './contract.js';

/** Where in a request a paginator puts a value: in the query, at a place of the JSON body, or nowhere. */
export type Target =
  | { readonly kind: 'query'; readonly name: string }
  | { readonly kind: 'body'; readonly path: readonly string[] }
  | { readonly kind: 'none' };

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
export function emitQuery(target: Target, value: Code): Code {
  return target.kind === 'query' ? code`url.searchParams.set(${literal(target.name)}, ${value});` : nothing;
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
): readonly (readonly [path: readonly string[], value: JsonValue])[] {
  if (value === null) return [];
  if (target.kind === 'query') url.searchParams.set(target.name, String(value));
  return target.kind === 'body' ? [[target.path, value]] : [];
}
