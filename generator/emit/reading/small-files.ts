import { code, identifier, join, nothing } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { sourceFile } from '../source-file.js';
import { ANSWER_HEADERS, errorClass, READ_POSITION, typeFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';
import { countsKeys } from './keys.js';
import { isPaged } from './kinds.js';
import { fillsSegments } from '../client/filled-url.js';
import { isGuarded } from './loop.js';
import { isSplit } from './split-kinds.js';
import { refusesMore } from './read-function.js';

/** `src/internal/digest.ts`, where pages, records or keys are told apart. */
export function emitDigest({ header, resources }: EmitContext): readonly VirtualFile[] {
  const texts = resources.some(
    (resource) => resource.model.incremental !== null || isSplit(resource) || (isPaged(resource) && isGuarded(resource)),
  );
  const marks = resources.some(countsKeys);
  return texts || marks
    ? [{ path: 'src/internal/digest.ts', text: renderTemplate('src/internal/digest.ts.hbs', { header, texts, marks }) }]
    : [];
}

/** `src/internal/take.ts`: records of a read in one list. */
export function emitTake({ header }: EmitContext): readonly VirtualFile[] {
  const body = code`
    /** Up to \`limit\` items in one list; no more are asked for. */
    export async function take<Item>(items: AsyncIterable<Item>, limit: number): Promise<Item[]> {
      const taken: Item[] = [];
      if (!(limit > 0)) return taken; // NaN, too
      for await (const item of items) {
        taken.push(item);
        if (taken.length >= limit) break;
      }
      return taken;
    }
  `;
  return [sourceFile(header, 'src/internal/take.ts', body)];
}

/** `src/internal/more.ts`, where some resource has one page, and an answer may say that there is another. */
export function emitMore(context: EmitContext): readonly VirtualFile[] {
  const refusing = context.resources.filter(refusesMore);
  if (refusing.length === 0) return [];
  const jobs = refusing.some(({ model }) => model.job !== null);
  const located = code`
    const locator = headers.get('sforce-locator') ?? 'null'; // Salesforce cuts large results in parts
    if (locator !== 'null') {
      throw new ${errorClass(context, 'ResponseError')}(place, 'more_pages', 'the file has another part (Sforce-Locator), and only its first one would be read. Say download: { paginator: { type: header_cursor, cursor_key: Sforce-Locator, cursor_param: locator } }, or more: ignore');
    }
  `;
  const body = code`
    /** Refuses an answer whose \`Link\` header names a next page${jobs ? code`, and a file that has another part` : nothing}: it would not be read. */
    export function refuseMore(headers: ${ANSWER_HEADERS}, place: ${READ_POSITION}): void {
      for (const [link] of (headers.get('link') ?? '').matchAll(/<[^<>]*>(?:[^",<]|"[^"]*")*/g)) {
        const [, quoted, bare = ''] = /;\\s*rel\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))/i.exec(link) ?? [];
        if ((quoted ?? bare).toLowerCase().split(/\\s+/).includes('next') && !/results\\s*=\\s*"?false/i.test(link)) {
          throw new ${errorClass(context, 'ResponseError')}(place, 'more_pages', 'the answer has a link to a next page, and the spec says that there is one. Set a header_link paginator, or more: ignore');
        }
      }
      ${jobs ? located : nothing}
    }
  `;
  return [sourceFile(context.header, 'src/internal/more.ts', body)];
}

/** `src/internal/strict.ts`, where what a read warns of is an error. */
export function emitStrict(context: EmitContext): readonly VirtualFile[] {
  const { model, header, counters } = context;
  if (!model.strict) return [];
  const secrets = keepsSecrets(model);
  const zeros = join(
    counters.map((name) => code`${identifier(name)}: 0, `),
    '',
  );
  const body = code`
    /** What may be unusual about a page. */
    interface Told {
      readonly state: unknown;
      readonly notes?: readonly string[];
      readonly discardedRows?: number;
      readonly discardedValues?: number;
      readonly failedParents?: number;
      readonly failedPartitions?: number;
      readonly repeatedKeys?: number;
    }

    /** Hands pages over until one has something to warn of: that is an error, which carries the state before it. */
    export async function* strictly<Page extends Told>(
      resource: string,
      pages: AsyncGenerator<Page, void, undefined>,
      state: unknown,
      ${secrets ? code`secrets: ${typeFrom('internal/redact', 'Secrets')} | undefined,` : nothing}
    ): AsyncGenerator<Page, void, undefined> {
      let count = 0;
      for await (const page of pages) {
        const place: ${READ_POSITION} = { resource, page: ++count, attempt: 0, record: 0, ${zeros}state${secrets ? code`, ...(secrets && { secrets })` : nothing} };
        const warnings = warningsOf(page);
        if (warnings.length > 0) throw new ${errorClass(context, 'ResponseError')}(place, 'warning', \`\${warnings.join('; ')}\`);
        state = page.state;
        yield page;
      }
    }

    function warningsOf(page: Told): readonly string[] {
      const counted: readonly (readonly [number | undefined, string])[] = [
        [page.discardedRows, 'records left out that are not what the spec declares'],
        [page.discardedValues, 'values left out that are not what the spec declares'],
        [page.failedParents, 'parents passed over whose records the API refused'],
        [page.failedPartitions, 'values of lists passed over whose records the API refused'],
        [page.repeatedKeys, 'records with a key that came before in this read'],
      ];
      return [...(page.notes ?? []), ...counted.flatMap(([count = 0, what]) => (count > 0 ? [\`\${what}: \${count}\`] : []))];
    }
  `;
  return [sourceFile(header, 'src/internal/strict.ts', body)];
}

/** `src/internal/include.ts`, where records get fields of what they are read for. */
export function emitInclude(context: EmitContext): readonly VirtualFile[] {
  const used = context.resources.some(({ model }) => (model.parent?.included.length ?? 0) > 0 || (model.forEach?.included.length ?? 0) > 0);
  if (!used) return [];
  const body = code`
    /** A record with fields of what it is read for. One that is there already is an error: nothing that the API sent is overwritten. */
    export function include(record: unknown, fields: Readonly<Record<string, unknown>>, place: ${READ_POSITION}): unknown {
      if (typeof record !== 'object' || record === null) return record;
      for (const name of Object.keys(fields)) {
        if (Object.hasOwn(record, name)) throw new ${errorClass(context, 'RecordError')}(place, name, 'no such field: it is taken from what the record is read for', Reflect.get(record, name));
      }
      return Object.assign(record, fields);
    }
  `;
  return [sourceFile(context.header, 'src/internal/include.ts', body)];
}

/** `src/internal/path.ts`, where some path has a value in it. */
export function emitPath(context: EmitContext): readonly VirtualFile[] {
  const { header, resources } = context;
  const paths = resources.flatMap(({ model: { path, job } }) => [
    path,
    ...(job === null ? [] : [job.poll.request, job.download.request, job.cleanup].map((each) => each?.path ?? [])),
  ]);
  if (paths.flat().every((part) => typeof part === 'string') && !fillsSegments(context)) return [];
  const text = code`
    ${header}

    type Value = string | number | bigint | boolean | null | undefined;

    /** A value as one segment of a path: it can neither add segments nor take any away. */
    export function pathSegment(value: Value, option: string): string {
      if (!isSegment(value)) throw new TypeError(\`\${option}: expected a text that can stand in a path\`);
      return encodeURIComponent(String(value ?? ''));
    }

    /** Whether a value can be a segment: no text is none, dots lead elsewhere, and half a character has no encoding. */
    export function isSegment(value: Value): boolean {
      return !/^\\.{0,2}$|\\p{Surrogate}/u.test(String(value ?? ''));
    }
  `;
  return [{ path: 'src/internal/path.ts', text: `${text.text}\n` }];
}

/** `src/internal/repeats.ts`, where parents that come twice are noticed. */
export function emitRepeats({ header, resources }: EmitContext): readonly VirtualFile[] {
  if (resources.every((resource) => resource.parent === undefined)) return [];
  const text = code`
    ${header}

    /** A key that comes again after at most so many others is noticed; after twice as many, none is. */
    const REMEMBERED = 100_000;

    /** Returns a function that says whether it was given a key before. It remembers the latest ones only. */
    export function repeats(): (key: string) => boolean {
      let latest = new Set<string>();
      let before = latest; // forgotten all at once: a set that loses its oldest key with each new one is slow
      return (key) => {
        if (latest.has(key) || before.has(key)) return true;
        if (latest.size === REMEMBERED) [latest, before] = [new Set(), latest];
        latest.add(key);
        return false;
      };
    }
  `;
  return [{ path: 'src/internal/repeats.ts', text: `${text.text}\n` }];
}
