import type { Place } from '../diagnostics/place.js';
import type { DraftMap } from '../draft/draft.js';
import type { HarEntry } from '../recordings/har.js';
import type { Source } from './source.js';

/** Reads what another tool calls its configuration, and says it in the words of a spec. A folder, and a line in `index.ts`. */
export interface Importer {
  /** The word of `--from`. */
  readonly name: string;
  /** "an OpenAPI document" */
  readonly what: string;
  /** Whether a source is of this kind, as far as its outermost members tell. */
  recognises(source: Source): boolean;
  read(source: Source, options: ImportOptions): Imported;
}

export interface ImportOptions {
  /** The name of the connector, where the user has said one. */
  readonly name?: string;
  /** Where the API is, in place of what the source says. */
  readonly baseUrl?: string;
  /** What the source calls never null is never null here. */
  readonly strict: boolean;
  /** Whether a stream is wanted: by its name, and its tags. */
  readonly wants: (name: string, tags: readonly string[]) => boolean;
}

/** A source in the words of a spec, stream by stream. */
export interface Imported {
  /** What the source calls itself, as a name of a connector. */
  readonly name: string;
  readonly description?: string;
  /** `base_url`, `auth`, `headers`, … */
  readonly client: DraftMap;
  /** Options, each as a spec has it. */
  readonly config: ReadonlyMap<string, DraftMap>;
  /** Shared records. */
  readonly records: ReadonlyMap<string, DraftMap>;
  readonly streams: readonly Stream[];
  /** What is to be said of the source as a whole. */
  readonly notes: readonly string[];
  /** Answers that the source holds: recordings are made of them. */
  readonly answers?: readonly HarEntry[];
}

/** What becomes a resource, or does not. */
export interface Stream {
  /** As the source calls it. */
  readonly name: string;
  readonly tags: readonly string[];
  /** Where it stands in the source. */
  readonly place: Place | undefined;
  /** What the resource is called, were there one. */
  readonly resource?: string;
  /** The resource; absent where it cannot be said. */
  readonly draft?: DraftMap;
  /** Code that is needed beside it. */
  readonly hooks: readonly HookStub[];
  /** Why it is left out. */
  readonly reason?: string;
  /** What is done in another way than at the source, and anybody should know. */
  readonly differs: readonly string[];
  /** Further columns of `--list`: path, paging. */
  readonly shown?: readonly string[];
}

/** A function beside the spec: which hook, and what the source has in its place. */
export interface HookStub {
  readonly hook: 'request' | 'select' | 'next' | 'filter' | 'map' | 'authenticate';
  /** The words or the code of the source. */
  readonly quoted: string;
  /** The whole function, for the resource as it is in the end; absent: somebody has to write it. */
  readonly write?: (resource: DraftMap) => string;
}

/** What is said of a stream of which no answer was kept. */
export const UNANSWERED = 'no answer is saved with it';
