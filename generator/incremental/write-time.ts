import { type Code, code, literal, template } from '../code.js';
import type { OneTimeFormat, TimeFormat } from '../types/model.js';
import { readFormats } from '../types/time-format.js';

/** Where the parts of a time stand in `2026-02-03T04:05:06.789Z`. */
const SLICES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['Y', [0, 4]],
  ['m', [5, 7]],
  ['d', [8, 10]],
  ['H', [11, 13]],
  ['M', [14, 16]],
  ['S', [17, 19]],
  ['F', [0, 10]],
  ['T', [11, 19]],
]);

/** The first directive of a strftime pattern that cannot be written from an instant. */
export function unwritableDirective(pattern: string): string | undefined {
  for (const [directive, letter = ''] of pattern.matchAll(/%(.?)/gsu)) {
    if (!SLICES.has(letter) && !['f', 'z', 'Z', 's', '%'].includes(letter)) return directive;
  }
  return undefined;
}

/** Milliseconds since 1970, an expression, as a time in some format, an expression too. */
export function emitWrittenTime(format: OneTimeFormat, milliseconds: Code): Code {
  switch (format.kind) {
    case 'iso8601':
      return code`new Date(${milliseconds}).toISOString()`;
    case 'rfc2822':
      return code`new Date(${milliseconds}).toUTCString()`;
    case 'epoch_s':
      return code`Math.floor(${milliseconds} / 1000)`;
    case 'epoch_ms':
      return milliseconds;
    case 'microsoft_date':
      return code`\`/Date(\${${milliseconds}})/\``;
    case 'strftime':
      return template(
        format.pattern.split(/(%.)/su).map((part) => {
          const slice = SLICES.get(part.slice(1));
          if (!part.startsWith('%')) return part;
          if (slice !== undefined) return code`new Date(${milliseconds}).toISOString().slice(${literal(slice[0])}, ${literal(slice[1])})`;
          if (part === '%f') return code`new Date(${milliseconds}).toISOString().slice(20, 23).padEnd(6, '0')`;
          if (part === '%s') return code`Math.floor(${milliseconds} / 1000)`;
          return part === '%z' ? '+0000' : part === '%Z' ? 'UTC' : '%';
        }),
      );
  }
}

/** Whether a time in this format says nothing of its zone; null is a date. */
export function saysNoZone(format: TimeFormat | null): boolean {
  return (
    format === null || readFormats(format).some((each) => each.kind === 'strftime' && !/%[zZs]|Z|UTC|GMT|[+-]00:?00/.test(each.pattern))
  );
}

/** Milliseconds since 1970 in some format; undefined where the pattern has a directive that is only read. */
export function writeTime(format: OneTimeFormat, milliseconds: number): string | number | undefined {
  const iso = new Date(milliseconds).toISOString();
  switch (format.kind) {
    case 'iso8601':
      return iso;
    case 'rfc2822':
      return new Date(milliseconds).toUTCString();
    case 'epoch_s':
      return Math.floor(milliseconds / 1000);
    case 'epoch_ms':
      return milliseconds;
    case 'microsoft_date':
      return `/Date(${milliseconds})/`;
    case 'strftime': {
      if (unwritableDirective(format.pattern) !== undefined) return undefined;
      return format.pattern.replace(/%(.)/gsu, (_, letter: string) => {
        const slice = SLICES.get(letter);
        if (slice !== undefined) return iso.slice(...slice);
        if (letter === 'f') return iso.slice(20, 23).padEnd(6, '0');
        if (letter === 's') return String(Math.floor(milliseconds / 1000));
        return letter === 'z' ? '+0000' : letter === 'Z' ? 'UTC' : '%';
      });
    }
  }
}
