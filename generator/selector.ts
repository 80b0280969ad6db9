import parse from 'jsonpath-rfc9535/parser';
import { type Code, code, literal, optionalMember, property } from './code.js';

/** A step into a JSON value that is known when generating. */
export type Step =
  { readonly kind: 'key'; readonly key: string } | { readonly kind: 'index'; readonly index: number } | { readonly kind: 'every' };

/** A parsed selector. No steps: the whole value. */
export type Path = readonly Step[];

export type ParsedSelector = { readonly ok: true; readonly path: Path } | { readonly ok: false; readonly message: string };

/** In characters: far more than a place in a body needs, too few to keep a parser busy. */
const MAX_SELECTOR = 500;

/**
 * Reads a selector in dlt's spelling (`data`, `a.b`, `$`, `many-results`, `['odd key'][0]`, `items[*]`): JSONPath
 * (RFC 9535) as far as its steps are known when generating.
 */
export function parseSelector(text: string): ParsedSelector {
  if (text.length > MAX_SELECTOR) return { ok: false, message: `a selector has at most ${MAX_SELECTOR} characters` };
  const rooted = /^\$/.test(text) ? text : /^\[/.test(text) ? `$${text}` : `$.${text}`;
  const quoted = rooted.replace(/(^|\.)([A-Za-z0-9_@-]*[@-][A-Za-z0-9_@-]*)(?=$|[.[])/g, (_, __, key: string) => `['${key}']`);
  let query: ReturnType<typeof parse>;
  try {
    query = parse(quoted.replace(/\.'([^']*)'/g, "['$1']"));
  } catch (error) {
    const found = error instanceof Error && 'found' in error ? error.found : undefined;
    return { ok: false, message: found === null ? `the selector ends too early${openBracket(text)}` : 'the selector is not JSONPath' };
  }
  const path: Step[] = [];
  for (const segment of query.segments) {
    const node = segment.node;
    if (segment.type !== 'ChildSegment') return undecidable('".."');
    if (node.type === 'MemberNameShorthand') path.push({ kind: 'key', key: node.value });
    else if (node.type === 'WildcardSelector') path.push({ kind: 'every' });
    else {
      const [selector, ...more] = node.selectors;
      if (selector === undefined || more.length > 0) return undecidable('a union');
      if (selector.type === 'NameSelector') path.push({ kind: 'key', key: selector.value });
      else if (selector.type === 'IndexSelector') path.push({ kind: 'index', index: selector.value });
      else if (selector.type === 'WildcardSelector') path.push({ kind: 'every' });
      else return undecidable(selector.type === 'SliceSelector' ? 'a slice' : 'a filter');
    }
  }
  if (path.some((step) => step.kind === 'key' && step.key === '__proto__'))
    return { ok: false, message: '"__proto__" is not a place in a body' };
  return { ok: true, path };
}

/** The selector as people write it: `data.items`. */
export function showPath(path: Path): string {
  const shown = path.map((step, index) => {
    if (step.kind === 'every') return '[*]';
    if (step.kind === 'index') return `[${step.index}]`;
    return /^[A-Za-z0-9_@-]+$/.test(step.key) ? `${index === 0 ? '' : '.'}${step.key}` : `['${step.key}']`;
  });
  return shown.length === 0 ? '$' : shown.join('');
}

/** Property access along a path of keys and indexes, undefined where there is no such place: `(body as …)?.data?.[0]`. */
export function accessPath(root: Code, path: Path): Code {
  if (path.length === 0) return root;
  let access = code`(${root} as ${typeAlong(path)})`;
  for (const step of path) {
    if (step.kind === 'key') access = optionalMember(access, step.key);
    else if (step.kind === 'index')
      access = step.index < 0 ? code`${access}?.at?.(${literal(step.index)})` : code`${access}?.[${literal(step.index)}]`;
    else throw new Error('a wildcard has no single value');
  }
  return access;
}

/** `{ readonly data?: unknown } | null | undefined`: as much of the type as the access needs. */
function typeAlong([step, ...rest]: Path): Code {
  if (step === undefined) return code`unknown`;
  const inner = typeAlong(rest);
  if (step.kind === 'key') return code`{ readonly ${property(step.key)}?: ${inner} } | null | undefined`;
  if (step.kind === 'index') return code`readonly (${inner})[] | null | undefined`;
  throw new Error('a wildcard has no single value');
}

function undecidable(what: string): ParsedSelector {
  return { ok: false, message: `${what} cannot be compiled to property access` };
}

function openBracket(text: string): string {
  return text.lastIndexOf('[') > text.lastIndexOf(']') ? ', inside "["' : '';
}
