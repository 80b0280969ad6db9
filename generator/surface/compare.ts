import type { ts } from 'ts-morph';
import type { VirtualFile } from '../virtual-file.js';
import type { Change, Level } from './level.js';
import { manifestChanges, otherChanges } from './files.js';
import { openPackages, type Package } from './packages.js';
import { isClass, isValue, isOurs, isOurSymbol, argumentsOf, isOptionalParameter } from './symbols.js';

/**
 * How the public surface of a package changes, seen by those who read records, pass options and save states:
 *
 * - an export, a resource or a field that goes is major; one that comes is minor
 * - what is read (records, pages, errors): a type that only loses null or undefined is minor; any other change that the
 *   compiler can tell is major, a value less too (comparisons with it no longer compile); known words of an open enum come
 *   and go as minor
 * - what is passed (options): a required option more, an option less or a narrower type is major; an optional one more, or
 *   a wider type, is minor
 * - what is saved and passed again (states): every change that the compiler can tell is major
 * - every other difference of the sources is a patch
 *
 * A type that is made by hand (a record in somebody's tests) is not among these: a field more is minor all the same.
 */
export async function compareSurfaces(before: readonly VirtualFile[], after: readonly VirtualFile[]): Promise<readonly Change[]> {
  const packages = await openPackages(before, after);
  const comparison = new Comparison(packages);
  comparison.exports();
  return [...manifestChanges(before, after), ...comparison.changes, ...otherChanges(before, after, comparison.changes.length > 0)];
}

/** What becomes of a value: it is read, passed, or both. */
type Position = 'out' | 'in' | 'both';

interface Context {
  readonly place: string;
  readonly position: Position;
}

class Comparison {
  readonly changes: Change[] = [];
  readonly #ts: typeof ts;
  readonly #checker: ts.TypeChecker;
  readonly #before: Package;
  readonly #after: Package;
  readonly #positions = new Map<string, Position>();
  readonly #compared = new Set<string>();

  constructor({ ts: compiler, checker, before, after }: Awaited<ReturnType<typeof openPackages>>) {
    this.#ts = compiler;
    this.#checker = checker;
    this.#before = before;
    this.#after = after;
    for (const each of [before, after]) for (const [name, symbol] of each.exports) this.#learnPositions(symbol, !each.types.has(name));
  }

  exports(): void {
    const names = [...new Set([...this.#before.exports.keys(), ...this.#after.exports.keys()])];
    for (const name of names) {
      const [before, after] = [this.#before.exports.get(name), this.#after.exports.get(name)];
      if (after === undefined) this.#report('major', name, 'removed');
      else if (before === undefined) this.#report('minor', name, 'added');
      else if (isClass(this.#ts, before) || isClass(this.#ts, after)) this.#class(name, before, after);
      else if (isValue(this.#ts, before)) this.#value(name, this.#checker.getTypeOfSymbol(before), this.#checker.getTypeOfSymbol(after));
      else
        this.#type(
          this.#checker.getDeclaredTypeOfSymbol(before),
          this.#checker.getDeclaredTypeOfSymbol(after),
          { place: name, position: this.#positions.get(name) ?? 'out' },
          true,
        );
    }
  }

  /** Members that can be read or called, and what the constructor takes. */
  #class(name: string, before: ts.Symbol, after: ts.Symbol): void {
    const [old, now] = [this.#checker.getDeclaredTypeOfSymbol(before), this.#checker.getDeclaredTypeOfSymbol(after)];
    if (!this.#isError(old) && !this.#before.types.has(name)) this.#parameters(name, this.#constructors(before), this.#constructors(after));
    this.#members(old, now, { place: name, position: 'out' });
  }

  #members(before: ts.Type, after: ts.Type, { place, position }: Context): void {
    const [old, now] = [this.#properties(before), this.#properties(after)];
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(key), now.get(key)];
      const at = `${place}.${key}`;
      if (is === undefined) this.#report('major', at, `removed (was ${this.#shown(was)})`);
      else if (was === undefined) {
        const required = position !== 'out' && (is.flags & this.#ts.SymbolFlags.Optional) === 0;
        this.#report(required ? 'major' : 'minor', at, `added: ${this.#shown(is)}`);
      } else this.#type(this.#typeOf(was), this.#typeOf(is), { place: at, position });
    }
  }

  #type(before: ts.Type, after: ts.Type, context: Context, isTop = false): void {
    const [old, now] = [this.#checker.getNonNullableType(before), this.#checker.getNonNullableType(after)];
    const inner = this.#inside(old, now, context, isTop);
    if (!inner) {
      this.#leaf(before, after, context);
      return;
    }
    const [oldNulls, newNulls] = [this.#nulls(before), this.#nulls(after)];
    const [lost, won] = [oldNulls.some((each) => !newNulls.includes(each)), newNulls.some((each) => !oldNulls.includes(each))];
    if (!lost && !won) return;
    const breaks = context.position === 'both' || (context.position === 'out' ? won : lost);
    this.#report(breaks ? 'major' : 'minor', context.place, `${this.#textOf(before)} → ${this.#textOf(after)}`);
  }

  /** Looks into objects, lists and functions of both; false when there is nothing inside, or the kinds differ. */
  #inside(before: ts.Type, after: ts.Type, context: Context, isTop: boolean): boolean {
    const { place, position } = context;
    if (before.isUnion() || after.isUnion()) return false;
    const [old, now] = [this.#items(before), this.#items(after)];
    if (old !== undefined || now !== undefined) {
      if (old === undefined || now === undefined) return false;
      this.#type(old, now, { place: `${place}[]`, position });
      return true;
    }
    if (!isOurs(before) || !isOurs(after)) return false;
    const [oldCall, newCall] = [before.getCallSignatures(), after.getCallSignatures()];
    if (oldCall.length > 0 && newCall.length > 0) {
      this.#parameters(place, oldCall, newCall);
      this.#text(place, oldCall[0]?.getReturnType(), newCall[0]?.getReturnType());
      return true;
    }
    const [oldName, newName] = [before.symbol.name, after.symbol.name];
    const isPublic = (name: string): boolean => this.#before.exports.has(name) || this.#after.exports.has(name);
    if (!isTop && oldName === newName && isPublic(oldName)) return true; // compared where it is exported
    if (isClass(this.#ts, before.symbol) || isClass(this.#ts, after.symbol)) return oldName === newName;
    if (this.#properties(before).size === 0 || this.#properties(after).size === 0) return false;
    const pair = `${place.split('.')[0]} ${oldName} ${newName} ${place}`;
    if (this.#compared.has(pair) || place.split('.').length > 12) return true;
    this.#compared.add(pair);
    this.#members(before, after, context);
    return true;
  }

  #leaf(before: ts.Type, after: ts.Type, { place, position }: Context): void {
    const [old, now] = [this.#textOf(before), this.#textOf(after)];
    if (old === now) return;
    const [fits, fitted] = [this.#assigns(after, before), this.#assigns(before, after)];
    this.#report(this.#level(before, after, fits, fitted, position), place, `${old} → ${now}`);
  }

  /** `fits`: the new type where the old one was wanted; `fitted`: the other way round. */
  #level(before: ts.Type, after: ts.Type, fits: boolean, fitted: boolean, position: Position): Level {
    if (fits && fitted) return 'minor';
    if (position === 'in') return fitted ? 'minor' : 'major';
    if (position === 'both') return 'major';
    const [old, now] = [this.#checker.getNonNullableType(before), this.#checker.getNonNullableType(after)];
    return fits && this.#assigns(old, now) ? 'minor' : 'major';
  }

  /** A function or a constant. */
  #value(name: string, before: ts.Type, after: ts.Type): void {
    const [old, now] = [before.getCallSignatures(), after.getCallSignatures()];
    if (old.length === 0 || now.length === 0) {
      this.#text(name, before, after);
      return;
    }
    this.#parameters(name, old, now);
    this.#text(name, old[0]?.getReturnType(), now[0]?.getReturnType());
  }

  #parameters(place: string, before: readonly ts.Signature[], after: readonly ts.Signature[]): void {
    const [old, now] = [before[0]?.parameters ?? [], after[0]?.parameters ?? []];
    old.forEach((was, index) => {
      const is = now[index];
      if (is === undefined) return; // a function may ignore what it is passed
      this.#type(this.#typeOf(was), this.#typeOf(is), { place: `${place}(${is.name})`, position: 'in' });
    });
    for (const is of now.slice(old.length))
      this.#report(isOptionalParameter(this.#ts, is) ? 'minor' : 'major', `${place}(${is.name})`, `added: ${this.#shown(is)}`);
  }

  #text(place: string, before: ts.Type | undefined, after: ts.Type | undefined): void {
    if (before === undefined || after === undefined) return;
    const [old, now] = [this.#textOf(before), this.#textOf(after)];
    if (old !== now) this.#report('major', place, `${old} → ${now}`);
  }

  /** Types of our package that constructors and methods take are passed; those they return, and properties, are read. */
  #learnPositions(symbol: ts.Symbol, isConstructed: boolean): void {
    if (!isClass(this.#ts, symbol)) return;
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    if (this.#isError(type)) return;
    const signatures = isConstructed ? this.#constructors(symbol) : [];
    for (const property of this.#properties(type).values()) signatures.push(...this.#checker.getTypeOfSymbol(property).getCallSignatures());
    for (const signature of signatures) {
      for (const parameter of signature.parameters) this.#mark(this.#checker.getTypeOfSymbol(parameter), 'in', new Set());
      this.#mark(signature.getReturnType(), 'out', new Set());
    }
  }

  #mark(type: ts.Type, position: 'in' | 'out', seen: Set<ts.Type>): void {
    if (seen.has(type)) return;
    seen.add(type);
    for (const argument of [...(type.aliasTypeArguments ?? []), ...argumentsOf(this.#checker, type)]) this.#mark(argument, position, seen);
    if (type.isUnion()) for (const member of type.types) this.#mark(member, position, seen);
    if (!isOurs(type) || isClass(this.#ts, type.symbol)) return;
    const name = type.symbol.name;
    const known = this.#positions.get(name);
    this.#positions.set(name, known === undefined || known === position ? position : 'both');
    for (const property of this.#properties(type).values()) this.#mark(this.#checker.getTypeOfSymbol(property), position, seen);
  }

  #constructors(symbol: ts.Symbol): ts.Signature[] {
    return [...this.#checker.getTypeOfSymbol(symbol).getConstructSignatures()];
  }

  #properties(type: ts.Type): ReadonlyMap<string, ts.Symbol> {
    const all = this.#checker.getPropertiesOfType(type).filter((each) => !/^(?:__)?#/.test(each.name) && isOurSymbol(each));
    return new Map(all.map((each) => [each.name, each]));
  }

  /** The type of a property as it is read: undefined where it may be missing. */
  #typeOf(symbol: ts.Symbol): ts.Type {
    return this.#checker.getTypeOfSymbol(symbol);
  }

  #items(type: ts.Type): ts.Type | undefined {
    return this.#checker.isArrayType(type) ? argumentsOf(this.#checker, type)[0] : undefined;
  }

  #isError(type: ts.Type): boolean {
    return this.#checker.getPropertyOfType(type, 'stack') !== undefined;
  }

  #nulls(type: ts.Type): readonly string[] {
    const { Null, Undefined } = this.#ts.TypeFlags;
    const members = type.isUnion() ? type.types : [type];
    return [...new Set(members.flatMap(({ flags }) => ((flags & Null) !== 0 ? ['null'] : (flags & Undefined) !== 0 ? ['undefined'] : [])))];
  }

  #assigns(source: ts.Type, target: ts.Type): boolean {
    return this.#checker.isTypeAssignableTo(source, target);
  }

  #shown(symbol: ts.Symbol | undefined): string {
    return symbol === undefined ? '' : this.#textOf(this.#typeOf(symbol));
  }

  #textOf(type: ts.Type): string {
    const { NoTruncation, UseSingleQuotesForStringLiteralType, UseAliasDefinedOutsideCurrentScope, InTypeAlias } = this.#ts.TypeFormatFlags;
    const text = this.#checker.typeToString(
      type,
      undefined,
      NoTruncation | UseSingleQuotesForStringLiteralType | UseAliasDefinedOutsideCurrentScope | (type.isUnion() ? InTypeAlias : 0),
    );
    return text.length > 160 ? `${text.slice(0, 159)}…` : text;
  }

  #report(level: Level, place: string, what: string): void {
    this.changes.push({ level, place, what });
  }
}
