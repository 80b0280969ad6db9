import parse, { type JsonPathQuery } from 'jsonpath-rfc9535/parser';
import { type Code, code, literal, optionalMember, property } from './code.js';

/** A step into a JSON value that is known when generating. */
export type Step =
  { readonly kind: 'key'; readonly key: string } | { readonly kind: 'index'; readonly index: number } | { readonly kind: 'every' };

/** A parsed selector. No steps: the whole value. */
export type Path = readonly Step[];

/** The first element of a list of which a member is this value: `[?@.rel == 'next']`. */
export interface WhereStep {
  readonly kind: 'where';
  readonly key: string;
  readonly equals: string | number | boolean;
}

/** Where a single value is: as a selector, and in lists, by a member of their elements. */
export type Place = readonly (Step | WhereStep)[];

interface Refused {
  readonly ok: false;
  readonly message: string;
  readonly hint?: string;
}

export type ParsedSelector = { readonly ok: true; readonly path: Path } | Refused;

export type ParsedPlace = { readonly ok: true; readonly path: Place } | Refused;

/** In characters: far more than a place in a body needs, too few to keep a parser busy. */
const MAX_SELECTOR = 500;

/**
 * Reads a selector in dlt's spelling (`data`, `a.b`, `$`, `many-results`, `['odd key'][0]`, `"odd.key"`, `items[*]`): JSONPath
 * (RFC 9535) as far as its steps are known when generating. Keys that stand there without quotes end at a dot, but for those of
 * which nobody can tell: `@odata.nextLink` is refused.
 */
export function parseSelector(text: string): ParsedSelector {
  const parsed = parsePlace(text);
  if (!parsed.ok) return parsed;
  const path = parsed.path.flatMap((step) => (step.kind === 'where' ? [] : [step]));
  return path.length === parsed.path.length ? { ok: true, path } : undecidable('a filter');
}

/** The same with filters of one equality, as RFC 9535 has them, for the places of single values: `links[?@.rel=='next'].href`. */
export function parsePlace(text: string): ParsedPlace {
  if (text.length > MAX_SELECTOR) return { ok: false, message: `a selector has at most ${MAX_SELECTOR} characters` };
  const written = inBrackets(text);
  const twice = ambiguity(text, written);
  if (twice !== undefined) return twice;
  let query: JsonPathQuery;
  try {
    query = parse(`$${written.map(({ text: each }) => each).join('')}`);
  } catch (error) {
    const found = error instanceof Error && 'found' in error ? error.found : undefined;
    if (found === null) return { ok: false, message: `the selector ends too early${openBracket(text)}` };
    return { ok: false, message: 'the selector is not JSONPath', hint: `Quote a key that holds other signs than letters: ['odd key'].` };
  }
  const path: (Step | WhereStep)[] = [];
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
      else if (selector.type === 'SliceSelector') return undecidable('a slice');
      else {
        const where = equalityIn(selector.value);
        if (where === undefined) return undecidable('a filter of anything but one equality', `Write it so: [?@.rel == 'next'].`);
        path.push(where);
      }
    }
  }
  if (path.some((step) => 'key' in step && step.key === '__proto__')) return { ok: false, message: '"__proto__" is not a place in a body' };
  return { ok: true, path };
}

/** A step as the parser takes it, and its key where that stood there without quotes. */
interface WrittenStep {
  readonly text: string;
  readonly bare?: string;
}

/** A selector without its `$`, every key of it in brackets; what is none is left for the parser to refuse. */
function inBrackets(text: string): readonly WrittenStep[] {
  const steps: WrittenStep[] = [];
  let rest = text.startsWith('$') ? text.slice(1) : text.startsWith('[') ? text : `.${text}`;
  while (rest !== '') {
    const [whole = '', bare, quoted, other] = STEP.exec(rest) ?? [rest];
    if (bare !== undefined) steps.push({ text: `['${bare}']`, bare });
    else steps.push({ text: quoted === undefined ? (other ?? whole) : `[${quoted}]` });
    rest = rest.slice(whole.length);
  }
  return steps;
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
/** A key without quotes; one in quotes, without brackets; anything in brackets, or `.*`. */
const STEP = new RegExp(String.raw`^(?:\.([\p{L}\p{N}_@-]+)(?=$|[.[])|\.(${QUOTED})|(\.\*|\[(?:${QUOTED}|[^\]"'])*\]))`, 'u');

/** A key of which one cannot tell whether it ends at its dot: those of OData, and whatever holds an at-sign. */
function ambiguity(text: string, steps: readonly WrittenStep[]): Refused | undefined {
  const at = steps.findIndex(({ bare }, index) => bare !== undefined && /@|^odata$/i.test(bare) && steps[index + 1]?.bare !== undefined);
  if (at === -1) return undefined;
  const path = (...keys: readonly string[]): string => keys.map((key) => `['${key}']`).join('');
  const end = steps.findIndex(({ bare }, index) => index > at && bare === undefined);
  const keys = steps.slice(at, end === -1 ? undefined : end).flatMap(({ bare }) => bare ?? []);
  const before = steps
    .slice(0, at)
    .map((step) => step.text)
    .join('');
  const after = end === -1 ? '' : text.slice(text.lastIndexOf(keys.at(-1) ?? '') + (keys.at(-1) ?? '').length);
  return {
    ok: false,
    message: `${JSON.stringify(keys.join('.'))} is one key, or ${keys.length === 2 ? 'a key inside another' : 'several'}`,
    hint: `Write ${before}${path(keys.join('.'))}${after} for one key, or ${before}${path(...keys)}${after}.`,
  };
}

/** The selector as people write it: `data.items`. */
export function showPath(path: Place): string {
  const shown = path.map((step, index) => {
    if (step.kind === 'every') return '[*]';
    if (step.kind === 'index') return `[${step.index}]`;
    if (step.kind === 'where')
      return `[?@['${quoted(step.key)}'] == ${typeof step.equals === 'string' ? `'${quoted(step.equals)}'` : step.equals}]`.replace(
        /@\['([A-Za-z_]\w*)'\]/,
        '@.$1',
      );
    if (/^[A-Za-z0-9_-]+$/.test(step.key) && step.key !== 'odata') return `${index === 0 ? '' : '.'}${step.key}`;
    return `['${quoted(step.key)}']`;
  });
  return shown.length === 0 ? '$' : shown.join('');
}

function quoted(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}

/** Property access along a path of keys and indexes, undefined where there is no such place: `(body as …)?.data?.[0]`. */
export function accessPath(root: Code, path: Place, type: Code = code`unknown`): Code {
  if (path.length === 0) return root;
  let access = code`(${root} as ${typeAlong(path, type)})`;
  for (const step of path) {
    if (step.kind === 'key') access = optionalMember(access, step.key);
    else if (step.kind === 'index')
      access = step.index < 0 ? code`${access}?.at?.(${literal(step.index)})` : code`${access}?.[${literal(step.index)}]`;
    else if (step.kind === 'where')
      access = code`${access}?.find?.((each) => ${optionalMember(code`each`, step.key)} === ${literal(step.equals)})`;
    else throw new Error('a wildcard has no single value');
  }
  return access;
}

/** `{ readonly data?: unknown } | null | undefined`: as much of the type as the access needs. */
function typeAlong([step, ...rest]: Place, type: Code): Code {
  if (step === undefined) return type;
  const inner = typeAlong(rest, type);
  if (step.kind === 'key') return code`{ readonly ${property(step.key)}?: ${inner} } | null | undefined`;
  if (step.kind === 'index') return code`readonly (${inner})[] | null | undefined`;
  if (step.kind === 'where') return code`readonly ((${inner}) & { readonly ${property(step.key)}?: unknown })[] | null | undefined`;
  throw new Error('a wildcard has no single value');
}

type Bracketed = Extract<JsonPathQuery['segments'][number]['node'], { type: 'BracketedSelection' }>;
type Filter = Extract<Bracketed['selectors'][number], { type: 'FilterSelector' }>['value'];

/** `@.rel == 'next'` */
function equalityIn(filter: Filter): WhereStep | undefined {
  if (filter.type !== 'ComparisonExpr' || filter.op !== '==') return undefined;
  const { left, right } = filter;
  if (left.type !== 'RelSingularQuery' || right.type !== 'Literal' || right.value === null) return undefined;
  const [only, ...more] = left.segments;
  const node = more.length > 0 ? undefined : only?.node;
  if (node === undefined || node.type === 'IndexSelector') return undefined;
  return { kind: 'where', key: node.value, equals: right.value };
}

function undecidable(what: string, hint?: string): Refused {
  return { ok: false, message: `${what} cannot be compiled to property access`, ...(hint === undefined ? {} : { hint }) };
}

function openBracket(text: string): string {
  return text.lastIndexOf('[') > text.lastIndexOf(']') ? ', inside "["' : '';
}
