import { type Code, code, identifier, isIdentifier, literal, member } from '../code.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { hooks as messages } from '../diagnostics/messages/hooks.js';
import { Lines } from '../diagnostics/place.js';
import type { HookName } from '../model/hooks-model.js';
import type { VirtualFile } from '../virtual-file.js';
import type { Hooks } from './read.js';
import type { Copy, HooksSource } from './source.js';

/** Where the copy of a hooks file is. */
export const HOOKS_PATH = 'src/hooks.ts';
/** Where it is as it was written, while it is compiled. */
const AS_WRITTEN_PATH = 'src/hooks-as-written.ts';
const PROBE_PATH = 'src/hooks-probe.ts';

/** What a compiler finds wrong. */
export interface Fault {
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** TypeScript's number of it. */
  readonly number?: number;
  readonly message: string;
}

/** Beside the package's own files while it is compiled: the hooks as they were written, and what the package takes for granted of them, one assumption a line. */
export interface Probe {
  readonly files: readonly VirtualFile[];
  /** By line, from 0. */
  readonly assumptions: readonly { readonly code: Code; readonly span: Span; readonly fault: (message: string) => Diagnostic }[];
}

/** Assumes that each object of hooks is one, that nothing it returns is `any`, and that its functions can be called on it. */
export function probeOf({ places, asWritten }: Hooks): Probe {
  const owners = [...new Map(places.map((place) => [place.owner, place])).values()];
  const types = owners.map(({ owner, ownerSpan, resource }, index) => {
    const type = identifier(`${resource?.name.pascal ?? 'Client'}Hooks`);
    return {
      code: code`export const hooks${literal(index)}: import('./hook-types.ts').${type} = ${at(owner)};`,
      span: ownerSpan,
      fault: (message: string) => messages.type(ownerSpan, message),
    };
  });
  const results = places.map(({ owner, hook, span }, index) => ({
    code: code`export const result${literal(index)}: 0 extends 1 & ReturnType<typeof ${at(owner)}.${identifier(hook)}> ? never : true = true;`,
    span,
    fault: () => messages.anyResult(span, hook),
  }));
  const self = (owner: string, hook: HookName): Code => code`ThisParameterType<typeof ${at(owner)}.${identifier(hook)}>`;
  const called = places.map(({ owner, hook, span }, index) => ({
    code: code`export const called${literal(index)}: void extends ${self(owner, hook)} ? unknown : ${self(owner, hook)} = ${at(owner)};`,
    span,
    fault: (message: string) => messages.called(span, hook, message),
  }));
  const assumptions = [...types, ...results, ...called];
  const text = code`
    import * as all from './hooks-as-written.ts';
    ${assumptions.map((each) => each.code)}
  `;
  const files = [
    { path: AS_WRITTEN_PATH, text: asWritten.text },
    { path: PROBE_PATH, text: `${text.text}\n` },
  ];
  return { files, assumptions };
}

function at(owner: string): Code {
  return isIdentifier(owner) ? code`all.${identifier(owner)}` : member(code`all`, owner);
}

/** The faults that are the author's of the hooks file, at their places in it; none: the others are faults of the package. */
export function explainFaults(
  faults: readonly Fault[],
  source: HooksSource,
  { copy, asWritten, places }: Hooks,
  probe: Probe,
  files: readonly VirtualFile[],
): readonly Diagnostic[] {
  const lines = new Lines(source.text);
  const foundIn = (file: string, at: Copy): readonly Diagnostic[] =>
    faults.flatMap(({ path, line = 1, column = 1, message }) => {
      if (path !== file) return [];
      const start = at.originOf(line, column);
      if (message.startsWith('Cannot find module')) {
        const specifier = /^['"`]([^'"`]*)/.exec(source.text.slice(start))?.[1] ?? '';
        return [messages.missingImport({ start: start + 1, end: start + 1 + specifier.length }, specifier)];
      }
      const rest = lines.line(lines.at(start).line).slice(lines.at(start).column - 1);
      return [messages.type({ start, end: start + (/^[\w$]+/.exec(rest)?.[0].length ?? 1) }, message)];
    });
  const written = foundIn(AS_WRITTEN_PATH, asWritten);
  if (written.length > 0) return written;
  const assumed = faults.flatMap(({ path, line = 1, message }) => {
    const assumption = path === PROBE_PATH ? probe.assumptions[line - 2] : undefined;
    return assumption === undefined ? [] : [assumption.fault(message)];
  });
  if (assumed.length > 0) return assumed;
  const found = foundIn(HOOKS_PATH, copy);
  return found.length > 0 ? found : faults.flatMap((fault) => calledAt(fault, places, files));
}

/** A fault of a line of the package that calls a hook: of one that takes something else than it is given. */
function calledAt({ path = '', line = 1, message }: Fault, places: Hooks['places'], files: readonly VirtualFile[]): readonly Diagnostic[] {
  const lines = files.find((file) => file.path === path)?.text.split('\n') ?? [];
  const [, hook] =
    /\bhooks\.(\w+)\(/.exec(
      lines
        .slice(Math.max(0, line - 4), line)
        .reverse()
        .join('\n'),
    ) ?? [];
  const all = places.filter((each) => each.hook === hook);
  const place =
    all.find(({ resource }) => path === `src/resources/${resource?.name.kebab ?? ''}.ts`) ??
    all.find(({ resource }) => resource === undefined);
  return place === undefined ? [] : [messages.called(place.span, place.hook, message)];
}

/** What the compiler says of hooks that is no fault: unused names are their author's business, declarations are inferred. */
export function isFault({ path, number = 0 }: Fault): boolean {
  const isOwn = path === HOOKS_PATH || path === AS_WRITTEN_PATH || path === PROBE_PATH;
  return !isOwn || !(number >= 9000 || [6133, 6138, 6192, 6196, 6198, 6199].includes(number));
}
