import { code, type Code } from '../../code.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, typeFrom, valueFrom } from '../symbols.js';

/** A function of `src/internal/times.ts`. */
export function timeHelper(
  name:
    | 'begunAt'
    | 'canRead'
    | 'checkZone'
    | 'looseInstant'
    | 'inZone'
    | 'timeOption'
    | 'unitOf'
    | 'wallTimeFrom'
    | 'wallTimeUntil'
    | 'writtenLike',
): Code {
  return valueFrom('internal/times', name);
}

const INSTANT = typeFrom('internal/instants', 'Instant');
const OFFSET = valueFrom('internal/times', 'offsetIn');

/** `src/internal/times.ts`: how bounds of incremental reads are written, as far as some read needs it. */
export const TIMES: HelperFile = {
  path: 'src/internal/times.ts',
  helpers: [
    [
      'begunAt',
      () => code`
        /** When a read began: that of a state which is under way, else now. */
        export function begunAt(state: { readonly now?: number; readonly next: object | null } | undefined, clock: () => number): number {
          const saved = state === undefined || state.next === null ? undefined : state.now;
          return typeof saved === 'number' && Math.abs(saved) <= 8.64e15 ? saved : clock();
        }
      `,
    ],
    [
      'monthsLater',
      () => code`
        /** So many months later, on the same day of the month, or on its last. */
        export function monthsLater(ms: number, months: number): number {
          const date = new Date(ms);
          const day = date.getUTCDate();
          date.setUTCMonth(date.getUTCMonth() + months);
          return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(0);
        }
      `,
    ],
    [
      'unitOf',
      () => code`
        /** The least difference that the text of a time tells, in milliseconds: a second where it has no fraction. */
        export function unitOf(text: string): number {
          return text.includes('.') ? 1 : 1000;
        }
      `,
    ],
    [
      'writtenLike',
      () => code`
        /** A time, in milliseconds since 1970, written like \`text\`: with the same offset, and as many digits of a second. Null: there is none. */
        export function writtenLike(text: string | null, ms: number | null): string | null {
          if (text === null || ms === null || Date.parse(text) === ms) return text;
          const [, fraction = '', sign = '+', hours = '0', minutes = '0'] = /(\\.\\d+)?(?:Z|([+-])(\\d\\d):?(\\d\\d))$/.exec(text) ?? [];
          const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
          const local = new Date(ms + offset).toISOString();
          const digits = fraction === '' ? '' : local.slice(19, 23).padEnd(fraction.length, '0').slice(0, fraction.length);
          return \`\${local.slice(0, 19)}\${digits}\${/(?:Z|[+-]\\d\\d:?\\d\\d)$/.exec(text)?.[0] ?? 'Z'}\`;
        }
      `,
    ],
    [
      'timeOption',
      (context) => code`
        /**
         * An option that is a time, in the form that the cursor has; null where it is left out. \`isOwn\` says whether a text has that
         * form already; other texts are ISO 8601, a day alone is its beginning, and without an offset \`localAt\` says when it is.
         *
         * @throws {@link ${errorClass(context, 'OptionError')}} for a text that is no time.
         */
        export function timeOption<Value extends string | number>(
          given: Value | string | undefined,
          option: string,
          resource: string,
          isOwn: (given: Value | string) => boolean,
          valueAt: (ms: number) => Value,
          localAt: (ms: number) => number = (ms) => ms,
        ): Value | null {
          if (given === undefined) return null;
          if (isOwn(given)) return given as Value;
          const [, day, time = 'T00:00:00', zone = ''] =
            /^(\\d{4}-\\d\\d-\\d\\d)(?:([T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(Z|[+-]\\d\\d:?\\d\\d)?)?$/.exec(String(given)) ?? [];
          const ms = day === undefined ? NaN : Date.parse(\`\${day}\${time.replace(' ', 'T')}\${zone || 'Z'}\`);
          if (Number.isNaN(ms)) throw new ${errorClass(context, 'OptionError')}(resource, option, 'a time in ISO 8601: 2026-01-31T00:00:00Z');
          return valueAt(zone === '' ? localAt(ms) : ms);
        }
      `,
    ],
    [
      'timeOf',
      (context) => code`
        /**
         * An option that is a time, in milliseconds since 1970: ISO 8601, a day alone is its beginning, and without an offset it is in UTC.
         *
         * @throws {@link ${errorClass(context, 'OptionError')}} for a text that is no time.
         */
        export function timeOf(given: string, option: string, resource: string): number {
          const [, day, time = 'T00:00:00', zone = 'Z'] =
            /^(\\d{4}-\\d\\d-\\d\\d)(?:([T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(Z|[+-]\\d\\d:?\\d\\d)?)?$/.exec(given) ?? [];
          const ms = day === undefined ? NaN : Date.parse(\`\${day}\${time.replace(' ', 'T')}\${zone}\`);
          if (Number.isNaN(ms)) throw new ${errorClass(context, 'OptionError')}(resource, option, 'a time in ISO 8601: 2026-01-31T00:00:00Z');
          return ms;
        }
      `,
    ],
    [
      'canRead',
      () => code`
        /** Whether a reader of times takes a text. */
        export function canRead(read: (text: string) => unknown, given: unknown): boolean {
          try {
            return typeof given === 'string' && read(given) !== undefined;
          } catch {
            return false;
          }
        }
      `,
    ],
    [
      'looseInstant',
      () => code`
        /** The instant that a reader makes of a value; 1970 for one that is no time: records may hold anything. */
        export function looseInstant<Value>(read: (value: Value) => ${INSTANT}, value: Value): ${INSTANT} {
          try {
            return read(value);
          } catch {
            return { epochMilliseconds: 0, epochNanoseconds: 0n, offsetMinutes: 0 };
          }
        }
      `,
    ],
    [
      'checkZone',
      (context) => code`
        /** @throws {@link ${errorClass(context, 'OptionError')}} for a text that names no time zone. */
        export function checkZone(zone: string, option: string, resource: string): void {
          try {
            new Intl.DateTimeFormat('en', { timeZone: zone });
          } catch {
            throw new ${errorClass(context, 'OptionError')}(resource, option, 'the name of a time zone: Europe/Berlin');
          }
        }
      `,
    ],
    [
      'inZone',
      () => code`
        /**
         * When it is so late in a time zone. In an hour that comes twice, clocks do not tell which one it is: all of its times are its
         * beginning. A time that clocks skip is as long after the last one as it says.
         */
        export function inZone(local: ${INSTANT}, zone: string): ${INSTANT} {
          const ms = local.epochMilliseconds;
          const [before, after] = [${OFFSET}(zone, ms - 86_400_000), ${OFFSET}(zone, ms + 86_400_000)];
          const isBefore = ${OFFSET}(zone, ms - before) === before;
          const isAfter = ${OFFSET}(zone, ms - after) === after;
          if (before !== after && isBefore && isAfter) return instantAt(firstOfTwo(zone, ms - before, ms - after, before - after), before);
          const offset = isBefore || !isAfter ? before : after;
          return {
            epochMilliseconds: ms - offset,
            epochNanoseconds: local.epochNanoseconds - BigInt(offset) * 1_000_000n,
            offsetMinutes: offset / 60_000,
          };
        }

        function instantAt(ms: number, offset: number): ${INSTANT} {
          return { epochMilliseconds: ms, epochNanoseconds: BigInt(ms) * 1_000_000n, offsetMinutes: offset / 60_000 };
        }

        /** Where a repeated hour begins for the first time: clocks go back by \`back\` between \`from\` and \`to\`. */
        function firstOfTwo(zone: string, from: number, to: number, back: number): number {
          const offset = ${OFFSET}(zone, from);
          let [early, late] = [from, to];
          while (late - early > 1) {
            const middle = Math.floor((early + late) / 2);
            if (${OFFSET}(zone, middle) === offset) early = middle;
            else late = middle;
          }
          return late - back;
        }
      `,
    ],
    [
      'wallTime',
      () => code`
        /** What clocks show in a time zone, as milliseconds: written in UTC, they are the local time. */
        export function wallTime(ms: number, zone: string): number {
          return ms + ${OFFSET}(zone, ms);
        }
      `,
    ],
    [
      'wallTimeFrom',
      () => code`
        /** The same for where a read begins: an hour that comes twice is asked for from its beginning, for clocks do not tell which one it is. */
        export function wallTimeFrom(ms: number, zone: string): number {
          const local = ${valueFrom('internal/times', 'wallTime')}(ms, zone);
          const { epochMilliseconds, offsetMinutes } = ${valueFrom('internal/times', 'inZone')}({ epochMilliseconds: local, epochNanoseconds: BigInt(local) * 1_000_000n, offsetMinutes: 0 }, zone);
          return epochMilliseconds + offsetMinutes * 60_000;
        }
      `,
    ],
    [
      'wallTimeUntil',
      () => code`
        /** The same for where a read ends: an hour that comes twice is asked for to its end. */
        export function wallTimeUntil(ms: number, zone: string): number {
          const local = ${valueFrom('internal/times', 'wallTime')}(ms, zone);
          const { epochMilliseconds: begin, offsetMinutes } = ${valueFrom('internal/times', 'inZone')}({ epochMilliseconds: local, epochNanoseconds: BigInt(local) * 1_000_000n, offsetMinutes: 0 }, zone);
          if (begin === ms) return local; // not in such an hour, or where it begins for the first time
          return begin + offsetMinutes * 60_000 + ${OFFSET}(zone, ms - 86_400_000) - ${OFFSET}(zone, ms + 86_400_000);
        }
      `,
    ],
    [
      'offsetIn',
      () => code`
        /** How much later clocks are in a time zone than in UTC, in milliseconds. */
        export function offsetIn(zone: string, ms: number): number {
          const quarter = Math.floor(ms / 900_000) * 900_000; // no clock changes within a quarter of an hour
          const key = \`\${zone} \${quarter}\`;
          let offset = offsets.get(key);
          if (offset === undefined) {
            const format = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', ...NUMERIC });
            const part = Object.fromEntries(format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]));
            const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
            offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
            if (offsets.size >= 10_000) offsets.clear();
            offsets.set(key, offset);
          }
          return offset;
        }

        const offsets = new Map<string, number>();
        const NUMERIC = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
      `,
    ],
  ],
};
