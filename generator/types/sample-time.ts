import type { TimeFormat } from './model.js';
import type { Random } from './random.js';

/** A time in the format: 2025 and later, going up with `index` by about an hour. */
export function sampleTime(of: 'datetime' | 'date' | 'time', format: TimeFormat, index: number, random: Random): string | number {
  const step = of === 'date' ? 24 * 3_600_000 : 3_600_000;
  const date = new Date(Date.UTC(2025, 0, 1) + index * step + Math.floor(random() * 3_600_000));
  const iso = date.toISOString();
  switch (format.kind) {
    case 'epoch_ms':
      return date.getTime();
    case 'epoch_s':
      return Math.floor(date.getTime() / 1000);
    case 'rfc2822':
      return `${part(date, 'a')}, ${part(date, 'd')} ${part(date, 'b')} ${part(date, 'Y')} ${part(date, 'T')} +0000`;
    case 'microsoft_date':
      return `/Date(${date.getTime()}+0000)/`;
    case 'several':
      return sampleTime(of, format.formats[index % format.formats.length] ?? { kind: 'iso8601' }, index, random);
    case 'strftime':
      return format.pattern.replace(/%(.)/gsu, (_, letter: string) => part(date, letter));
    case 'iso8601':
      if (of === 'date') return iso.slice(0, 10);
      return of === 'time' ? iso.slice(11, 19) : iso;
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What a strftime directive prints, in UTC and English. */
function part(date: Date, letter: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = DAYS[date.getUTCDay()] ?? '';
  const parts: Readonly<Record<string, () => string>> = {
    Y: () => String(date.getUTCFullYear()),
    m: () => two(date.getUTCMonth() + 1),
    d: () => two(date.getUTCDate()),
    e: () => String(date.getUTCDate()).padStart(2, ' '),
    H: () => two(date.getUTCHours()),
    M: () => two(date.getUTCMinutes()),
    S: () => two(date.getUTCSeconds()),
    f: () => `${String(date.getUTCMilliseconds()).padStart(3, '0')}000`,
    z: () => '+0000',
    Z: () => 'UTC',
    y: () => two(date.getUTCFullYear() % 100),
    j: () => String(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1).padStart(3, '0'),
    I: () => two(date.getUTCHours() % 12 || 12),
    p: () => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
    b: () => month.slice(0, 3),
    B: () => month,
    a: () => day.slice(0, 3),
    A: () => day,
    s: () => String(Math.floor(date.getTime() / 1000)),
    F: () => date.toISOString().slice(0, 10),
    T: () => date.toISOString().slice(11, 19),
    '%': () => '%',
  };
  return parts[letter]?.() ?? '';
}
