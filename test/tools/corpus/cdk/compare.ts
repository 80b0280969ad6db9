import type { JsonValue } from '../../../../generator/shape.js';
import type { Asked } from './api.js';
import type { Served } from './streams.js';

export interface Compared {
  readonly manifest: string;
  readonly stream: string;
  /** `named`: they differ in what has a name below; `not read`: by one of them at least. */
  readonly verdict: 'same' | 'named' | 'differs' | 'not read';
  readonly reasons: readonly string[];
}

interface Both {
  readonly manifest: string;
  readonly stream: string;
  readonly theirs: readonly JsonValue[];
  readonly ours: readonly JsonValue[];
  readonly theirRequests: readonly Asked[];
  readonly ourRequests: readonly Asked[];
  readonly error: string | undefined;
  readonly served: Served | undefined;
  /** What the report of the import says that differs. */
  readonly told: readonly string[];
}

const NO_BODY = 'the body of its GET is not sent';

export function compared({ manifest, stream, theirs, ours, theirRequests, ourRequests, error, served, told }: Both): Compared {
  const reasons: string[] = [];
  const named: string[] = [];
  if (error !== undefined) reasons.push(error.slice(0, 300));
  const [missing, extra] = [less(theirs.map(canonical), ours.map(canonical)), less(ours.map(canonical), theirs.map(canonical))];
  if (missing.length + extra.length > 0) {
    const doubled = new Set(theirs.map(canonical)).size < theirs.length;
    const isDoubled = extra.length === 0 && doubled && less([...new Set(theirs.map(canonical))], ours.map(canonical)).length === 0;
    if (isDoubled) named.push('the engine hands over records twice');
    else reasons.push(`rows: theirs ${theirs.length}, ours ${ours.length}: ${difference(missing[0], extra[0])}`);
  }
  const bounds = new Map((served?.cursor?.bounds ?? []).map(({ name, side }) => [name, side]));
  const [a, b] = [theirRequests, ourRequests].map((all) =>
    all
      .filter((each) => each.stream !== '')
      .map((each) => ({ ...each, plain: plain(told.includes(NO_BODY) ? { ...each, body: '' } : each, bounds) })),
  );
  if (process.env['SHOW'] !== undefined)
    process.stdout.write(
      `${stream}\n  theirs ${(a ?? []).map((each) => `${each.url} ${each.body} ${each.rows}`).join('\n         ')}\n  ours ${(b ?? []).map((each) => `${each.url} ${each.body} ${each.rows}`).join('\n         ')}\n`,
    );
  if (told.includes(NO_BODY)) named.push(NO_BODY);
  const hosts = [a, b].map((all) => new Set((all ?? []).map(({ url }) => new URL(url).origin)));
  const isElsewhere = [...(hosts[0] ?? [])].join() !== [...(hosts[1] ?? [])].join();
  if (isElsewhere) named.push('its base URL is chosen by an option, and is passed as baseUrl here');
  const pathOnly = <Each extends { readonly plain: string }>(all: readonly Each[]): readonly Each[] =>
    isElsewhere ? all.map((each) => ({ ...each, plain: each.plain.replace(/https?:\/\/[^ ]*?(?=\/[^/ ]*(?: |$))/, '') })) : all;
  let theirsOnly = lessBy(pathOnly(a ?? []), pathOnly(b ?? []));
  let oursOnly = lessBy(pathOnly(b ?? []), pathOnly(a ?? []));
  const isCoarse = served?.cursor?.bounds.some(({ format }) => !/%[HsfT]|ms/.test(format)) === true;
  const dateless = <Each extends { readonly plain: string }>(all: readonly Each[]): readonly Each[] =>
    all.map((each) => ({ ...each, plain: each.plain.replace(/day-\d+/g, 'day') }));
  if (isCoarse && theirsOnly.length > 0 && lessBy(dateless(theirsOnly), dateless(oursOnly)).length === 0) {
    named.push('bounds are days and the cursor is finer: windows overlap by a day');
    oursOnly = lessBy(dateless(oursOnly), dateless(theirsOnly));
    theirsOnly = [];
  }
  const theirPlain = (a ?? []).map((each) => each.plain);
  if (
    theirsOnly.length > 0 &&
    theirsOnly.every((each) => theirPlain.filter((plain) => plain === each.plain).length > 1) &&
    theirs.length > new Set(theirs.map(canonical)).size
  )
    named.push('the engine asks for the same page again');
  else if (theirsOnly.length > 0 && theirsOnly.every(({ rows }) => rows === 0)) named.push('the engine asks for pages without records');
  else if (theirsOnly.length > 0) reasons.push(`only the engine asks ${theirsOnly[0]?.plain ?? ''} (${theirsOnly.length})`);
  if (oursOnly.length > 0 && oursOnly.every(({ rows }) => rows === 0)) named.push('we ask for the page after the last');
  else if (oursOnly.length > 0) reasons.push(`only we ask ${oursOnly[0]?.plain ?? ''} (${oursOnly.length})`);
  return {
    manifest,
    stream,
    verdict: reasons.length > 0 ? 'differs' : named.length > 0 ? 'named' : 'same',
    reasons: [...reasons, ...named],
  };
}

function difference(theirs: string | undefined, ours: string | undefined): string {
  if (theirs === undefined || ours === undefined) return (theirs === undefined ? `more: ${ours ?? ''}` : `less: ${theirs}`).slice(0, 200);
  const [a, b] = [JSON.parse(theirs) as Record<string, JsonValue>, JSON.parse(ours) as Record<string, JsonValue>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  return keys
    .slice(0, 4)
    .map((key) => `${key}: ${JSON.stringify(a[key])?.slice(0, 60)} / ${JSON.stringify(b[key])?.slice(0, 60)}`)
    .join(', ');
}

/**
 * A request with its parameters in order. Of a bound the start is its day, and the end its shape: the engine ends a window a second or a
 * day before the next one begins, we where it begins.
 */
function plain({ method, url, body, authorization }: Asked, bounds: ReadonlyMap<string, 'start' | 'end'>): string {
  const parsed = new URL(url);
  const params = [...parsed.searchParams].map(([name, value]) => {
    const side = bounds.get(name);
    return [name.trim(), side === undefined ? value : side === 'start' ? day(value) : value.replace(/\d/g, '0')] as [string, string];
  });
  parsed.search = String(new URLSearchParams(params));
  parsed.searchParams.sort();
  const kept = body.startsWith('{') ? canonical(JSON.parse(body) as JsonValue) : body;
  return [method, parsed.href.replace(/(?<=[^:/])\/{2,}/g, '/'), kept, authorization].filter((each) => each !== '').join(' ');
}

function day(text: string): string {
  const number = Number(text);
  const time = Number.isNaN(number) ? Date.parse(text) : number > 1e11 ? number : number * 1000;
  return Number.isNaN(time) ? text : `day-${Math.round(time / 86_400_000)}`;
}

function canonical(value: JsonValue): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner as JsonValue)]),
  );
}

function less(all: readonly string[], those: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const each of those) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

function lessBy<Each extends { readonly plain: string }>(all: readonly Each[], those: readonly Each[]): readonly Each[] {
  const left = new Map<string, number>();
  for (const { plain: each } of those) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter(({ plain: each }) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
