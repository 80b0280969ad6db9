import { draftText, type DraftMap } from '../draft/draft.js';
import type { HookStub, Imported, Stream } from './contract.js';
import { checkDraft, checkSpec, isReadAs } from './language.js';
import { Mending, type Kept } from './mending.js';
import { connectorName } from './names.js';
import { placeholdersIn, specDraft } from './spec-text.js';

/** A stream, and what became of it. */
export interface Outcome {
  readonly stream: Stream;
  readonly status: 'imported' | 'stub' | 'left out';
  /** The resource, where there is one. */
  readonly resource?: string;
  readonly reasons: readonly string[];
}

export interface Assembled {
  readonly name: string;
  /** The spec; absent where nothing of the source can be said. */
  readonly text?: string;
  readonly outcomes: readonly Outcome[];
  /** Places to look at. */
  readonly looks: number;
  readonly stubs: readonly Stub[];
}

/** A function of the hooks file: what the source has in its place, and its text where nobody has to write it. */
export interface Stub extends Pick<HookStub, 'hook' | 'quoted'> {
  readonly resource: string;
  readonly written?: string;
}

/**
 * Makes one spec of the streams that were brought. What the language refuses is left out, with what it says, and so are the
 * children of what is left out, until `generate` would take what remains.
 */
export function assemble(imported: Imported, name: string | undefined): Assembled {
  const called = name ?? connectorName(imported.name);
  const gone = new Map<Stream, string>();
  const mending = new Mending();
  for (const stream of imported.streams) if (stream.draft === undefined) gone.set(stream, stream.reason ?? 'it cannot be said');
  for (;;) {
    const kept = withoutOrphans(imported.streams, gone, mending);
    if (kept.length === 0) return done(called, undefined, imported, gone, []);
    const draft = specDraft(
      called,
      imported,
      kept.map((each) => each.draft),
    );
    // reading the text takes most of the time: it is read once, when all of it is right
    let refused = mending.look(checkDraft(draft), kept);
    if (refused === 'good') {
      const text = draftText(draft);
      if (isReadAs(text, draft)) return done(called, text, imported, gone, kept);
      refused = mending.look(checkSpec(text), kept);
      if (refused === 'good') return done(called, text, imported, gone, kept);
    }
    if (refused === 'mended') continue;
    for (const [stream, reason] of refused) gone.set(stream, reason);
  }
}

/** Streams whose parents are there; the others join those that are gone. */
function withoutOrphans(streams: readonly Stream[], gone: Map<Stream, string>, mending: Mending): readonly Kept[] {
  for (;;) {
    const kept = streams.flatMap((stream) =>
      stream.draft === undefined || gone.has(stream) ? [] : [{ stream, draft: stream.draft, name: nameIn(stream.draft) }],
    );
    const names = new Set(kept.map(({ name }) => name));
    const orphans = kept.flatMap(({ stream, draft }) => {
      const missing = placeholdersIn(draft, 'resources').find((parent) => !names.has(parent));
      return missing === undefined ? [] : [[stream, missing] as const];
    });
    if (orphans.length === 0) return kept.map((each) => ({ ...each, draft: mending.mended(each) }));
    for (const [stream, missing] of orphans) {
      const parent = streams.find((each) => each.resource === missing);
      const why = parent === undefined ? undefined : gone.get(parent);
      gone.set(stream, `its parent ${missing} is left out${why === undefined ? '' : `: ${why}`}`);
    }
  }
}

function done(
  name: string,
  text: string | undefined,
  { streams }: Imported,
  gone: ReadonlyMap<Stream, string>,
  kept: readonly Kept[],
): Assembled {
  const outcomes = streams.map((stream): Outcome => {
    const reason = gone.get(stream);
    if (reason !== undefined) return { stream, status: 'left out', reasons: [reason] };
    const resource = kept.find((each) => each.stream === stream)?.name ?? '';
    const quoted = stream.hooks.map(
      ({ hook, quoted: said, write }) => `${hook} ${write === undefined ? 'hook' : 'function'}: ${said.replace(/\s+/g, ' ').slice(0, 120)}`,
    );
    const isWhole = stream.hooks.every(({ write }) => write !== undefined);
    return { stream, resource, status: isWhole ? 'imported' : 'stub', reasons: [...quoted, ...stream.differs] };
  });
  return {
    name,
    ...(text === undefined ? {} : { text }),
    outcomes,
    looks: text === undefined ? 0 : text.split('\n').filter((line) => line.includes('# LOOK: ')).length,
    stubs: kept.flatMap(({ stream, name: resource, draft }) =>
      stream.hooks.map(({ hook, quoted, write }) => ({
        hook,
        quoted,
        resource,
        ...(write === undefined ? {} : { written: write(draft) }),
      })),
    ),
  };
}

function nameIn(draft: DraftMap): string {
  const value = draft.entries.find(({ key }) => key === 'name')?.value;
  return typeof value === 'string' ? value : '';
}
