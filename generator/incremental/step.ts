import type { TimeFormat } from '../types/model.js';
import { writtenFormat } from '../types/time-format.js';

/** How long a window is: some months and some milliseconds. */
export interface StepModel {
  readonly months: number;
  readonly ms: number;
  /** Milliseconds of which every bound is a multiple, so that a request can name it exactly. */
  readonly granule: number;
}

const DAY = 86_400_000;

/** `P1M`, `P30D`, `PT6H` (ISO 8601, whole numbers) in months and milliseconds; undefined for what is none, or no time at all. */
export function parseDuration(text: string): { readonly months: number; readonly ms: number } | undefined {
  const match =
    /^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const step = {
    months: (years ?? 0) * 12 + (months ?? 0),
    ms: (weeks ?? 0) * 7 * DAY + (days ?? 0) * DAY + (hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000,
  };
  return step.months + step.ms === 0 ? undefined : step;
}

/** Milliseconds that a time format tells apart; undefined when it does not tell days apart. */
export function granuleOf(format: TimeFormat | null): number | undefined {
  const written = writtenFormat(format);
  switch (written?.kind) {
    case undefined:
      return DAY;
    case 'iso8601':
    case 'epoch_ms':
    case 'microsoft_date':
      return 1;
    case 'epoch_s':
    case 'rfc2822':
      return 1000;
    case 'strftime':
      return granuleOfPattern(written.pattern);
  }
}

function granuleOfPattern(pattern: string): number | undefined {
  const has = (...letters: readonly string[]): boolean => letters.some((letter) => pattern.includes(`%${letter}`));
  if (!has('s', 'F') && !(has('Y') && has('m') && has('d'))) return undefined;
  if (has('f')) return 1;
  if (has('S', 's', 'T')) return 1000;
  if (has('M')) return 60_000;
  return has('H') ? 3_600_000 : DAY;
}
