import { block, entry, type DraftMap } from '../../draft/draft.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import type { Source } from '../source.js';
import { isObject, listAt, member, objectAt, textAt, type JsonObject } from '../values.js';
import { authDraft, headersDraft } from './auth.js';
import { Context } from './context.js';
import { markOf, textParts } from './marks.js';
import { paginatorDraft } from './paginator.js';
import { readResource, withDefaults, type Half } from './resource.js';

/** dlt's `rest_api`: a configuration as JSON or YAML, as a dict literal in Python, or evaluated by the dumper. */
export const dlt: Importer = {
  name: 'dlt',
  what: 'a configuration of dlt',

  recognises: ({ value }) => objectAt(configOf(value), 'client') !== undefined && Array.isArray(member(configOf(value), 'resources')),

  read(source: Source, options: ImportOptions): Imported {
    const config = configOf(source.value);
    const inside = config === source.value ? [] : ['config'];
    const client = objectAt(config, 'client') ?? {};
    const name = options.name ?? nameOf(client, textAt(source.value, 'name'), source.name);
    const context = new Context(name);
    const baseUrl = baseUrlOf(client, options, context);
    const notes: string[] = [];
    const signed = authDraft(member(client, 'auth'), context);
    const headers = headersDraft(member(client, 'headers'), context, signed.auth !== undefined);
    const said = member(client, 'paginator');
    const paginator =
      said === undefined || said === null || said === 'auto' || textAt(said, 'type') === 'auto' ? undefined : paginatorDraft(said);
    if (signed.custom !== undefined)
      notes.push(`auth is a class in Python: write the hook authenticate of client (${signed.custom.slice(0, 80)})`);
    if (member(client, 'session') !== undefined) notes.push('client.session is dropped: the client takes a fetch of yours');
    const halves = listAt(config, 'resources').map((each, index): Half => {
      const pointer = [...inside, 'resources', index];
      const resource = resourceOf(each);
      if (resource === undefined) {
        const stream: Stream = {
          name: textAt(each, '$resource') ?? markOf(each)?.name.slice(0, 60) ?? `resource ${index + 1}`,
          tags: [],
          place: source.placeOf(pointer),
          hooks: [],
          differs: [],
          reason: 'it is made in Python: for_each with a list of yours may stand for it',
        };
        return { stream, name: stream.name, finish: () => stream };
      }
      return readResource(
        withDefaults(member(config, 'resource_defaults'), resource),
        pointer,
        source,
        { baseUrl: baseUrl.value, paginator, headers: member(client, 'headers') },
        context,
      );
    });
    const auth = signed.auth ?? headers.auth;
    return {
      name,
      client: block(
        { key: 'base_url', value: baseUrl.value, ...(baseUrl.note === undefined ? {} : { note: baseUrl.note }) },
        headers.headers !== undefined && entry('headers', headers.headers),
        auth !== undefined && entry('auth', auth),
        paginator?.entry,
      ),
      config: context.config,
      records: new Map<string, DraftMap>(),
      streams: halves.map(({ finish }) => withHooks(finish(), paginator?.hooks ?? [])),
      notes,
    };
  },
};

/** A paginator of the client that is code is a hook of each resource that uses it. */
function withHooks(stream: Stream, hooks: Stream['hooks']): Stream {
  return stream.draft === undefined || hooks.length === 0 || JSON.stringify(stream.draft).includes('"key":"paginator"')
    ? stream
    : { ...stream, hooks: [...stream.hooks, ...hooks] };
}

/** What the dumper prints is a list of configurations with their names, or one. */
function configOf(value: Source['value']): Source['value'] {
  return member(value, 'config') ?? value;
}

function resourceOf(value: Source['value']): JsonObject | undefined {
  if (typeof value === 'string') return { name: value, endpoint: { path: value } };
  return isObject(value) && textAt(value, 'name') !== undefined && markOf(value) === undefined ? value : undefined;
}

function baseUrlOf(client: JsonObject, { baseUrl }: ImportOptions, context: Context): { readonly value: string; readonly note?: string } {
  if (baseUrl !== undefined) return { value: baseUrl, note: 'why: --base-url' };
  const said = member(client, 'base_url');
  const whole = markOf(said);
  const parts = whole === undefined ? textParts(typeof said === 'string' ? said : '') : [whole];
  const value = parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : part.kind === 'config' || part.kind === 'secret'
          ? context.option(part.name)
          : `{config.${'base_url'}}`,
    )
    .join('');
  const code = parts.find((part) => typeof part !== 'string' && part.kind === 'code');
  if (typeof code === 'object') {
    context.option('base_url');
    return { value, note: 'LOOK: made by code at the source; give it with --base-url' };
  }
  return { value };
}

/** `https://api.github.com/repos/` → github. */
function nameOf(client: JsonObject, said: string | undefined, file: string): string {
  const host = /^https?:\/\/([\w.-]+)/.exec(textAt(client, 'base_url') ?? '')?.[1] ?? '';
  const parts = host.split('.').filter((part) => !/^(?:www|api|rest|data)$/.test(part));
  const fromHost = /^[\d.]+$|^localhost$/.test(host) ? '' : ((parts.length > 1 ? parts.at(-2) : parts[0]) ?? '');
  const fromFile =
    file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const name = (said ?? (fromHost === '' ? fromFile : fromHost))
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+|(?<!-)-+$/g, '');
  return name === '' ? 'api' : name.slice(0, 40);
}
