import { code, type Code, fitsOneLine, join, literal, member, nothing, template } from '../code.js';
import type { FileScope, Locals } from './file-scope.js';
import type { Contract, ValueModel } from './model.js';
import { expectedWords } from './words.js';

/** The function that checks are written into. */
export interface Target {
  /** What of its parameters the function uses. */
  readonly uses: Set<'place' | 'prefix'>;
  readonly file: FileScope;
  readonly locals: Locals;
  readonly errorClass: Code;
  readonly contract: Contract;
  /** Names that none of its variables may have. */
  readonly taken: readonly string[];
}

/** The path to what a function checks, with a dot at its end: its parameter. */
export const PREFIX: Code = code`prefix`;

/** The same without its dot, which no bracket comes after. */
const BARE_PREFIX: Code = code`prefix.slice(0, -1)`;

/** Text, and code whose value is only known at run time. */
export type Path = readonly (string | Code)[];

/** What a message says was expected of a field that the record does not declare. */
export const UNDECLARED = 'a declared field';

/** A value that can be read and replaced. */
export interface Slot {
  readonly read: Code;
  readonly holder: Code;
  readonly key: Code;
  readonly path: Path;
  /** What variables for it are named after. */
  readonly words: string;
  readonly presence: 'field' | 'optional' | 'item';
  /** Whether every object inherits something of that name: `constructor`. */
  readonly inherited: boolean;
}

/** The same function, in a block of its own. */
export function inBlock(target: Target): Target {
  return { ...target, locals: target.locals.inner() };
}

/** Whether a wrong value here is dropped; it can be where its absence or null is a fact the type knows. */
export function discards({ nullable }: ValueModel, slot: Slot, { contract }: Target): boolean {
  return contract.dataType === 'discard_value' && (nullable || slot.presence === 'optional');
}

/** What is done about a wrong value. */
export function failure(value: ValueModel, slot: Slot, read: Code, target: Target): Code {
  if (!discards(value, slot, target)) return thrown(value, slot.path, read, target);
  target.uses.add('place');
  const place = slot.presence === 'item' ? code`${slot.holder}[${slot.key}]` : slot.read;
  return code`${value.nullable ? code`${place} = null;` : code`delete ${place};`}
place.discardedValues++;`;
}

/** Throws, naming the place. */
export function thrown(value: ValueModel, path: Path, read: Code, { errorClass, uses }: Target): Code {
  usePath(path, uses);
  const sensitive = value.sensitive ? code`, true` : nothing;
  return code`throw new ${errorClass}(place, ${template(path)}, ${literal(expectedWords(value))}, ${read}${sensitive});`;
}

/** Notes that a function names a place of a record. */
export function usePath([first]: Path, uses: Target['uses']): void {
  uses.add('place');
  if (first === PREFIX || first === BARE_PREFIX) uses.add('prefix');
}

/** An `if` on one line where that fits, as a person would have it. */
export function when(condition: Code, body: Code): Code {
  const line = code`if (${condition}) ${body}`;
  return fitsOneLine(line, 112) ? line : block(condition, [body]);
}

export function block(condition: Code, body: readonly Code[]): Code {
  return code`if (${condition}) {
  ${body}
}`;
}

export function childPath(path: Path, name: string): Path {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return [...path, path.length === 0 || isPrefix(path) ? name : `.${name}`];
  return [...(isPrefix(path) ? [BARE_PREFIX] : path), `[${JSON.stringify(name)}]`];
}

/** Whether a path is only the prefix that another record's decoder hands over, which ends in a dot. */
export function isPrefix(path: Path): boolean {
  return path.length === 1 && path[0] === PREFIX;
}

/** Checks for each of several objects: of the first that has the field that tells it. `otherwise`: where each has one, and the value has none. */
export function firstTold(
  branches: readonly { readonly tell: string | undefined; readonly checks: readonly Code[] }[],
  local: Code,
  otherwise: () => Code,
): Code {
  const bodies = branches.map(({ tell, checks }) => {
    const body = code`{
  ${checks}
}`;
    return tell === undefined ? body : code`if (${member(local, tell)} !== undefined) ${body}`;
  });
  const none = branches.every(({ tell }) => tell !== undefined)
    ? [
        code`{
  ${otherwise()}
}`,
      ]
    : [];
  return join(
    [...bodies, ...none].map((each, index) => (index === 0 ? each : code`else ${each}`)),
    ' ',
  );
}
