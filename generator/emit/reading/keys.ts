import { type Code, code, join, literal, member, nothing, optionalMember } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { sourceFile } from '../source-file.js';
import { valueFrom } from '../symbols.js';

/** Whether keys that come twice within a read are counted. */
export function countsKeys({ model }: EmittedResource): boolean {
  return model.primaryKey.length > 0;
}

/** The fields of the primary key of a record that may be missing: expressions. */
export function keysOf({ model, record }: EmittedResource, from: Code): readonly Code[] {
  return model.primaryKey.map((field) =>
    record.type.fields.some(({ name }) => name === field) ? optionalMember(from, field) : code`${from}?.[${literal(field)}]`,
  );
}

/** The statement before the loops: what remembers the keys of a read. */
export function emitKeyCount(resource: EmittedResource): Code {
  if (!countsKeys(resource)) return nothing;
  return code`
    const repeated = ${valueFrom('internal/repeated-keys', 'repeatCounter')}();
    let repeatedKeys = 0;
  `;
}

/** The statement that counts those of a page that came before. */
export function emitCountedKeys(resource: EmittedResource, records: Code): Code {
  if (!countsKeys(resource)) return nothing;
  const { model, record } = resource;
  const isDeclared = (field: string): boolean => record.type.fields.some(({ name }) => name === field);
  const keys = model.primaryKey.map((field) => (isDeclared(field) ? member(code`record`, field) : code`record[${literal(field)}]`));
  const [only = nothing, ...more] = keys;
  const key =
    more.length === 0 ? code`String(${only})` : code`JSON.stringify([${join(keys, ', ')}]${record.type.mayHoldBigints ? DIGITS : nothing})`;
  return code`repeatedKeys += repeated(${records}.map((record) => ${key}));`;
}

/** `src/internal/repeated-keys.ts`, where keys that come twice are counted. */
export function emitRepeatedKeys({ header, resources }: EmitContext): readonly VirtualFile[] {
  if (!resources.some(countsKeys)) return [];
  const body = code`
    /** A key that comes again after at most so many others is noticed; after twice as many, none is. */
    const REMEMBERED = 100_000;

    /** Returns a function that says how many of these keys it was given before. It remembers the latest ones only, by 53 bits of each. */
    export function repeatCounter(): (keys: readonly string[]) => number {
      let latest = new Marks();
      let before = new Marks(); // forgotten all at once: to lose the oldest one with each new one is slow
      return (keys) => {
        let count = 0;
        for (const key of keys) {
          const mark = ${valueFrom('internal/digest', 'markOf')}(key);
          if (latest.has(mark) || before.has(mark)) count++;
          else {
            if (latest.size === REMEMBERED) [latest, before] = [new Marks(), latest];
            latest.add(mark);
          }
        }
        return count;
      };
    }

    /** A set of numbers in the slots of one list; zeros are free. A Set of the keys costs twice as much, and keeps them all. */
    class Marks {
      size = 0;
      #slots = new Float64Array(1024);

      has(mark: number): boolean {
        return this.#slots[this.#slotOf(mark)] === mark;
      }

      add(mark: number): void {
        if (++this.size * 2 > this.#slots.length) {
          const marks = this.#slots;
          this.#slots = new Float64Array(marks.length * 2);
          for (const each of marks) if (each !== 0) this.#slots[this.#slotOf(each)] = each;
        }
        this.#slots[this.#slotOf(mark)] = mark;
      }

      /** Where a number stands, or can be put: in the first free slot from where it belongs. */
      #slotOf(mark: number): number {
        const last = this.#slots.length - 1;
        let at = mark & last;
        while (this.#slots[at] !== mark && this.#slots[at] !== 0) at = (at + 1) & last;
        return at;
      }
    }
  `;
  return [sourceFile(header, 'src/internal/repeated-keys.ts', body)];
}

/** The argument with which JSON.stringify takes bigints. */
export const DIGITS = code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)`;
