import { block, entry, fromJson, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import { knows } from '../language.js';
import type { Pointer } from '../pointer.js';
import { CannotSay } from '../refuse.js';
import type { Source } from '../source.js';
import { isList, isObject, listAt, member, objectAt, textAt, type JsonObject } from '../values.js';
import { budgetDraft } from './answers.js';
import { authEntry, type AuthDraft } from './auth.js';
import { Manifest, ManifestError, parametersOf, withParameters } from './expand.js';
import { Options } from './options.js';
import { Registry } from './registry.js';
import type { Address } from './request.js';
import type { Choice } from './base-url.js';
import type { Shared } from './fields.js';
import { readStream, type Half } from './stream.js';

/** Airbyte's low-code manifests. */
export const airbyte: Importer = {
  name: 'airbyte',
  what: 'a manifest of Airbyte',

  recognises: ({ value }) =>
    /^(?:DeclarativeSource|ConcurrentDeclarativeSource)$/.test(textAt(value, 'type') ?? '') ||
    (isList(member(value, 'streams')) && objectAt(value, 'definitions') !== undefined),

  read(source: Source, { strict, name, baseUrl }: ImportOptions): Imported {
    const manifest = new Manifest(source.value);
    const options = new Options(specOf(manifest));
    const streams = streamsOf(manifest, source);
    const registry = new Registry(streams.flatMap((each) => ('component' in each ? [each.name] : [])));
    const shared: Shared = {
      options,
      registry,
      schema: { strict, times: strict, deepest: 12 },
      schemaFile: (stream) => source.beside(`schemas/${stream}.json`)?.value,
    };
    const read: Read[] = streams.map((each) => ({
      ...each,
      ...('component' in each ? attempt(() => readStream(each.component, each.name, shared, false)) : {}),
    }));
    // parents that stand inside of their children only; they may have such parents themselves
    const done = new Set<string>();
    for (
      let more = [...registry.inner].filter(([inner]) => !done.has(inner));
      more.length > 0;
      more = [...registry.inner].filter(([inner]) => !done.has(inner))
    )
      for (const [inner, component] of more) {
        done.add(inner);
        read.push({ name: inner, at: [], ...attempt(() => readStream(component, inner, shared, true)) });
      }
    const halves = read.flatMap(({ half }) => half ?? []);
    const base = baseOf(
      halves.map(({ address }) => address),
      baseUrl,
    );
    const auth = mostCommon(halves.map((each) => each.auth));
    const reset = halves.find(({ answers }) => answers.reset !== undefined)?.answers.reset;
    return {
      name: name ?? nameOf(manifest, source),
      client: block(
        base.entry,
        auth !== undefined && authEntry(auth),
        budgetDraft(budgetOf(manifest)),
        reset !== undefined && entry('rate_limit_reset', reset),
      ),
      config: options.config,
      records: new Map<string, DraftMap>(),
      streams: read.map((each) => finish(each, base, auth, registry, source)),
      notes: [],
    };
  },
};

function budgetOf(manifest: Manifest): JsonObject | undefined {
  const budget = member(manifest.root, 'api_budget');
  const resolved = budget === undefined ? undefined : manifest.resolved(budget, ['api_budget']).value;
  return isObject(resolved) ? resolved : undefined;
}

/** A stream of the manifest, and what came of reading it. */
type Read = Named & { readonly half?: Half; readonly reason?: string };

type Named = { readonly name: string; readonly at: Pointer; readonly reason?: string; readonly isDelegated?: boolean };

function attempt(make: () => Half): { readonly half: Half } | { readonly reason: string } {
  try {
    return { half: make() };
  } catch (error) {
    if (error instanceof CannotSay || error instanceof ManifestError) return { reason: error.message };
    throw error;
  }
}

/** The streams, expanded, with their places; what is no stream of its own is named, too. */
function streamsOf(manifest: Manifest, source: Source): readonly (Named & ({ readonly component: JsonObject } | object))[] {
  const streams = listAt(source.value, 'streams').map((each, index) => {
    const at: Pointer = ['streams', index];
    try {
      const { value, at: place } = manifest.resolved(each, at);
      if (!isObject(value)) return { name: `stream ${index + 1}`, at, reason: 'it is no mapping' };
      const component = withParameters(value, 'DeclarativeSource.streams');
      const name = textAt(component, 'name') ?? textAt(parametersOf(component), 'name') ?? `stream ${index + 1}`;
      const full = textAt(component, 'type') === 'StateDelegatingStream' ? objectAt(component, 'full_refresh_stream') : undefined;
      if (full !== undefined) return { name, at: place, component: full, isDelegated: true };
      if (textAt(component, 'type') === 'ConditionalStreams')
        return { name, at: place, reason: 'ConditionalStreams: streams under a condition' };
      return { name, at: place, component };
    } catch (error) {
      if (error instanceof ManifestError) return { name: `stream ${index + 1}`, at: error.at ?? at, reason: error.message };
      throw error;
    }
  });
  const dynamic = listAt(source.value, 'dynamic_streams').map((each, index) => ({
    name: textAt(each, 'name') ?? `dynamic stream ${index + 1}`,
    at: ['dynamic_streams', index] as Pointer,
    reason: 'streams that are made while reading',
  }));
  return [...streams, ...dynamic];
}

function specOf(manifest: Manifest): JsonObject | undefined {
  const spec = member(manifest.root, 'spec');
  if (spec === undefined) return undefined;
  const resolved = manifest.resolved(spec, ['spec']).value;
  return objectAt(resolved, 'connection_specification') ?? objectAt(resolved, 'connectionSpecification');
}

function nameOf(manifest: Manifest, source: Source): string {
  const said = textAt(objectAt(manifest.root, 'metadata'), 'name');
  return (
    said ??
    source.name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(?:ya?ml|json)$/, '')
      .replace(/^source[-_]/, '') ??
    'api'
  );
}

interface Base {
  readonly entry: DraftEntry;
  /** The path of a stream under it; undefined for one of another host. */
  readonly pathOf: (address: Address) => string | undefined;
}

/** One address for all streams: that of most of them, as far as they have the same host. */
function baseOf(addresses: readonly Address[], given: string | undefined): Base {
  const keyOf = (address: Address): string => (typeof address.base === 'string' ? address.base : JSON.stringify(address.base));
  const counts = new Map<string, { readonly address: Address; count: number }>();
  for (const address of addresses) {
    const known = counts.get(keyOf(address)) ?? { address, count: 0 };
    known.count++;
    counts.set(keyOf(address), known);
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  const base = most?.address.base ?? 'https://api.example.com';
  if (typeof base !== 'string') {
    const isSame = (address: Address): boolean => keyOf(address) === JSON.stringify(base);
    return {
      entry: given === undefined ? choiceEntry(base) : entry('base_url', given, 'why: --base-url'),
      pathOf: (address) => (isSame(address) ? pathIn(address.path) : undefined),
    };
  }
  const texts = [...counts.values()].flatMap(({ address }) => (typeof address.base === 'string' ? [address.base] : []));
  const host = hostOf(base);
  const alike = texts.filter((each) => hostOf(each) === host);
  const shared = alike.length === 1 ? base : sharedPath(alike);
  return {
    entry: given === undefined ? entry('base_url', shared) : entry('base_url', given, 'why: --base-url'),
    pathOf: (address) => {
      if (typeof address.base !== 'string' || hostOf(address.base) !== host) return undefined;
      const rest = address.base.replace(/(?<!\/)\/+$/, '').slice(shared.replace(/(?<!\/)\/+$/, '').length);
      return pathIn(`${rest}/${address.path.replace(/^\/+/, '')}`.replace(/\/$/, address.path.endsWith('/') ? '/' : ''));
    },
  };
}

function pathIn(path: string): string {
  return path === '' ? '' : `/${path.replace(/^\/+/, '')}`;
}

/** `https://{config.domain}.example.com` of a URL, in which options may stand. */
function hostOf(base: string): string {
  return /^(?:https?:\/\/)?(?:\{[^}]*\}|[^/{])*/.exec(base)?.[0] ?? base;
}

function sharedPath(bases: readonly string[]): string {
  const [first = '', ...others] = bases.map((each) => each.replace(/(?<!\/)\/+$/, '').split('/'));
  let length = 0;
  while (length < first.length && others.every((each) => each[length] === first[length])) length++;
  return typeof first === 'string' ? first : first.slice(0, length).join('/');
}

function choiceEntry({ option, values, usual }: Choice): DraftEntry {
  const name = option.split('.').at(-1) ?? option;
  if (values.length === 0) return entry('base_url', usual, `LOOK: made of ${option} at the source; pass baseUrl for another`);
  if (knows('a base URL by choice')) return entry('base_url', fromJson({ from: `config.${name}`, values: Object.fromEntries(values) }));
  return entry(
    'base_url',
    usual,
    `LOOK: chosen by ${option} at the source: ${values.map(([value, url]) => `${value} is ${url}`).join(', ')}; pass baseUrl for another`,
  );
}

function mostCommon(auths: readonly AuthDraft[]): AuthDraft | undefined {
  const counts = new Map<string, { readonly auth: AuthDraft; count: number }>();
  for (const auth of auths) {
    const key = JSON.stringify(auth.schemes);
    const known = counts.get(key) ?? { auth, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.auth;
}

const DELEGATED = 'always read as without a state; the engine asks another endpoint once it has one';

function finish(read: Read, base: Base, auth: AuthDraft | undefined, registry: Registry, source: Source): Stream {
  const { name, at, half, reason } = read;
  const bare = { name, resource: registry.nameOf(name), tags: [], place: source.placeOf(at), hooks: [], differs: [] };
  if (half === undefined) return { ...bare, reason: reason ?? 'it cannot be said' };
  const path = base.pathOf(half.address);
  if (path === undefined)
    return { ...bare, reason: `another base URL: ${typeof half.address.base === 'string' ? half.address.base : half.address.base.usual}` };
  const own: DraftEntry[] = [];
  if (JSON.stringify(half.auth.schemes) !== JSON.stringify(auth?.schemes ?? [])) {
    const said = authEntry(half.auth);
    if (half.auth.schemes.length > 1) return { ...bare, reason: 'a choice of credentials of its own' };
    own.push(said ?? entry('auth', null));
  }
  return {
    ...bare,
    draft: half.finish(path, own),
    hooks: half.hooks,
    differs: read.isDelegated === true ? [DELEGATED, ...half.differs] : half.differs,
    shown: [path],
  };
}
