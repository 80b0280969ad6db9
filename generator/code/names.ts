import { type Code, type Exported, writtenTexts } from '../code.js';
import { isIdentifier } from './text.js';

/** The names of other files that stand in some code, each once. */
export function exportsIn(code: Code): readonly Exported[] {
  const found = new Map<string, Exported>();
  for (const { source } of everyPart(code)) {
    if (typeof source === 'object' && 'file' in source) found.set(`${source.kind} ${source.file} ${source.name}`, source);
  }
  return [...found.values()];
}

/** Whether some code has that name of another file. */
export function uses(code: Code, name: Code): boolean {
  for (const part of everyPart(code)) if (part === name) return true;
  return false;
}

/** Every word of some code, without values of a spec: a name that is not among them shadows nothing and clashes with nothing. */
export function wordsIn(code: Code): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { source } of everyPart(code)) {
    if (typeof source === 'string') words.add(source);
    else if (source !== undefined && 'file' in source) words.add(source.as ?? source.name);
    else for (const word of source === undefined ? [] : wordsOfTemplate(source)) words.add(word);
  }
  return words;
}

/** `wanted`, or with `Value` and a number behind it where that is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const isFree = (name: string): boolean => isIdentifier(name) && !taken.has(name) && !UNSEEN.has(name);
  if (isFree(wanted)) return wanted;
  for (let count = 1; ; count++) {
    const name = `${isIdentifier(`${wanted}Value`) ? wanted : 'list'}Value${count === 1 ? '' : count}`;
    if (isFree(name)) return name;
  }
}

/** Names that every function has. */
const UNSEEN: ReadonlySet<string> = new Set(['arguments', 'undefined']);

/** A piece of code and all that it is made of, each once. */
function* everyPart(code: Code): Generator<Code, void, undefined> {
  const seen = new Set<Code>([code]);
  for (const each of seen) {
    yield each;
    for (const part of each.parts) seen.add(part);
  }
}

function wordsOfTemplate(texts: TemplateStringsArray): readonly string[] {
  let words = known.get(texts);
  if (words === undefined) {
    words = writtenTexts(texts).flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? []);
    known.set(texts, words);
  }
  return words;
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();
