import { type Code, code, docWords, identifier, join, literal, nothing, regex } from '../code.js';
import { wordsIn } from '../code/names.js';
import type { EmitContext } from '../emit/context.js';
import { instantPattern, readFormats, timePattern } from '../types/time-format.js';
import type { VirtualFile } from '../virtual-file.js';
import { readerOf, type TimeReader, timeReaders } from './times.js';

/** `src/sync/times.ts`: times as databases read them, where some field is a time. */
export function emitTimes({ model, header }: EmitContext, usedByTables: readonly string[]): readonly VirtualFile[] {
  const readers = timeReaders(model);
  const functions = [...readers.map((reader) => emitReader(reader, readers)), ...(usedByTables.includes('utc') ? [UTC] : [])];
  if (functions.length === 0) return [];
  const words = wordsIn(join(functions, '\n'));
  const helpers = HELPERS.filter(({ name }) => words.has(name));
  const text = code`
    ${header}

    ${join([...functions, ...helpers.map((helper) => helper.code)], '\n\n')}
  `;
  return [{ path: 'src/sync/times.ts', text: `${text.text}\n` }];
}

function emitReader({ name, type }: TimeReader, readers: readonly TimeReader[]): Code {
  const reader = identifier(name);
  switch (type.format.kind) {
    case 'iso8601':
      return code`
        /** ${type.of === 'datetime' ? code`An instant` : code`A time of day`} in ISO 8601, cut to microseconds: databases would round it, or refuse it. A leap second is the last microsecond before it. */
        export function ${reader}(text: string | null | undefined): string | null {
          if (text === null || text === undefined) return null;
          return /:60|\\.\\d{7}/.test(text) ? text.replace(/:60(?:\\.\\d+)?/, ':59.999999').replace(/(\\.\\d{6})\\d+/, '$1') : text;
        }
      `;
    case 'rfc2822':
      return code`
        /** An instant in RFC 2822, in ISO 8601. */
        export function ${reader}(text: string | null | undefined): string | null {
          return text === null || text === undefined ? null : new Date(text).toISOString();
        }
      `;
    case 'epoch_s':
      return code`
        /** The instant that is so many seconds after 1970, in ISO 8601. */
        export function ${reader}(seconds: number | null | undefined): string | null {
          return seconds === null || seconds === undefined ? null : instantAt(seconds, 6);
        }
      `;
    case 'epoch_ms':
      return code`
        /** The instant that is so many milliseconds after 1970, in ISO 8601. */
        export function ${reader}(milliseconds: number | null | undefined): string | null {
          return milliseconds === null || milliseconds === undefined ? null : instantAt(milliseconds, 3);
        }
      `;
    case 'microsoft_date':
      return code`
        /** The instant in a text like \`/Date(1767225600000+0100)/\`, in ISO 8601. */
        export function ${reader}(text: string | null | undefined): string | null {
          return text === null || text === undefined ? null : instantAt(Number(/-?\\d+/.exec(text)?.[0]), 3);
        }
      `;
    case 'several':
      return emitSeveralReader(reader, type, readers);
    case 'strftime':
      return emitPatternReader(reader, type.of, type.format.pattern);
  }
}

/** Reads a text in the first format that it has. */
function emitSeveralReader(reader: Code, { of, format }: TimeReader['type'], readers: readonly TimeReader[]): Code {
  const formats = readFormats(format).map((each) => ({
    pattern: timePattern(of, each) ?? '',
    name: readerOf({ kind: 'time', of, format: each }, readers)?.name,
  }));
  const read = (name: string | undefined): Code => (name === undefined ? code`text` : code`${identifier(name)}(text)`);
  return code`
    /** A time in one of several formats, in ISO 8601. */
    export function ${reader}(text: string | null | undefined): string | null {
      if (text === null || text === undefined) return null;
      ${formats.slice(0, -1).map(({ pattern, name }) => code`if (${regex(pattern)}.test(text)) return ${read(name)};`)}
      return ${read(formats.at(-1)?.name)};
    }
  `;
}

/** Puts the parts of a text together again, as they are: what no calendar has is refused by the database. */
function emitPatternReader(reader: Code, of: 'datetime' | 'date' | 'time', pattern: string): Code {
  const { pattern: groups, parts } = instantPattern(pattern);
  const has = (part: string): boolean => parts.has(part);
  const year = has('year') ? code`year` : code`(Number(shortYear) < 69 ? '20' : '19') + shortYear`;
  const month = has('month') ? code`month` : code`String(MONTHS.indexOf(monthName.slice(0, 3)) + 1).padStart(2, '0')`;
  const date = has('dayOfYear')
    ? code`new Date(Date.UTC(Number(${year}), 0, Number(dayOfYear))).toISOString().slice(0, 10)`
    : code`\`\${${year}}-\${${month}}-\${day.trim().padStart(2, '0')}\``;
  const hour = has('hour')
    ? code`hour`
    : has('hour12')
      ? code`String((Number(hour12) % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0')`
      : code`'00'`;
  const minute = has('minute') ? code`minute` : code`'00'`;
  const second = has('second') ? code`second` : code`'00'`;
  const fraction = has('fraction') ? code`.\${fraction.slice(0, 6)}` : nothing;
  const time = code`\`\${${hour}}:\${${minute}}:\${${second}}${fraction}\``;
  const zone = has('zone') ? code`\${zone}` : /%Z/.test(pattern) ? code`Z` : nothing;
  const made = has('epoch')
    ? code`instantAt(Number(epoch), 6)`
    : of === 'date'
      ? date
      : of === 'time'
        ? time
        : code`\`\${${date}}T\${${time}}${zone}\``;
  const words = wordsIn(made);
  const used = [...parts].filter((part) => words.has(part));
  return code`
    /** A time like ${docWords(`\`${pattern}\``)}, in ISO 8601. */
    export function ${reader}(text: string | null | undefined): string | null {
      if (text === null || text === undefined) return null;
      const { ${join(
        used.map((part) => code`${identifier(part)} = ${literal('')}`),
        ', ',
      )} } = ${regex(groups)}.exec(text)?.groups ?? {};
      return ${made};
    }
  `;
}

const UTC = code`
  /** An instant in ISO 8601, in UTC and cut to microseconds. A leap second is the last microsecond before it. */
  export function utc(text: string | null | undefined): string | null {
    if (text === null || text === undefined) return null;
    const ordinary = text.replace(/:60(?:\\.\\d+)?/, ':59.999999');
    const [, time = '', fraction = '', sign, hours, minutes] = /^(.{19})(\\.\\d{1,6})?\\d*(?:Z|([+-])(\\d\\d):?(\\d\\d))$/.exec(ordinary) ?? [];
    if (sign === undefined) return time === '' ? text : \`\${time}\${fraction}Z\`;
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
    return \`\${new Date(Date.parse(\`\${time}Z\`) - offset).toISOString().slice(0, -5)}\${fraction}Z\`;
  }
`;

const HELPERS: readonly { readonly name: string; readonly code: Code }[] = [
  {
    name: 'MONTHS',
    code: code`const MONTHS = ${literal(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'])};`,
  },
  {
    name: 'instantAt',
    code: code`
      /** \`digits\`: so many after the point are microseconds. What is beyond them is cut off, from the digits as they are written. */
      function instantAt(value: number, digits: 3 | 6): string {
        const [whole = '', fraction = ''] = Math.abs(value) < 1e-6 ? ['0'] : String(Math.abs(value)).split('.');
        if (!/^\\d+$/.test(whole)) return String(value); // no calendar has it
        let microseconds = BigInt(whole) * 10n ** BigInt(digits) + BigInt(fraction.slice(0, digits).padEnd(digits, '0'));
        if (value < 0) microseconds = -microseconds - (fraction.length > digits ? 1n : 0n);
        const rest = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
        const date = new Date(Number((microseconds - rest) / 1000n));
        if (Number.isNaN(date.getTime())) return String(value);
        return \`\${date.toISOString().replace(/^\\+0*|\\.000Z$/g, '')}.\${String(rest).padStart(6, '0')}Z\`;
      }
    `,
  },
];
