import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { spec } from '../diagnostics/messages/spec.js';
import { yaml } from '../diagnostics/messages/yaml.js';

/** What is wrong with a value without quotes: numbers that YAML 1.1 and 1.2, or two readers, take for different ones. */
export function checkPlain(written: string, value: unknown, span: Span): Diagnostic | undefined {
  if (/^[-+]?0\d/.test(written) && typeof value === 'number') {
    const old = /^[-+]?[0-7]+$/.test(written) ? `${parseInt(written, 8)}` : 'text or another number';
    return yaml.ambiguousNumber(span, written, `${value} in YAML 1.2 and ${old} in YAML 1.1`, `Write ${value}, or quote it if it is text.`);
  }
  if (/^0[ox]/.test(written) && typeof value === 'number')
    return yaml.ambiguousNumber(span, written, `the number ${value}`, `Write ${value}, or quote it if it is text.`);
  if (/^[-+]?\d+(_\d+)+$/.test(written))
    return yaml.ambiguousNumber(
      span,
      written,
      'text in YAML 1.2 and a number in YAML 1.1',
      `Write ${written.replaceAll('_', '')}, or quote it if it is text.`,
    );
  if (typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER))
    return spec.number(span, 'number out of range');
  return undefined;
}

/** What is wrong with a text in quotes: half a character, which no UTF-8 file, URL or header can hold. */
export function checkText(value: unknown, span: Span): Diagnostic | undefined {
  const half = typeof value === 'string' ? /\p{Surrogate}/u.exec(value)?.[0] : undefined;
  return half === undefined ? undefined : yaml.halfCharacter(span, half);
}

/** What is wrong with a key: it has to be text that a reader can see. */
export function checkKey(written: string, value: unknown, span: Span): Diagnostic | undefined {
  if (value === null && written === '') return yaml.key(span, 'the key is empty');
  if (typeof value !== 'string')
    return yaml.key(
      span,
      `a key is text, not ${value === null ? 'null' : typeof value === 'boolean' ? String(value) : 'a number'}`,
      'Quote it.',
    );
  const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u.exec(value)?.[0];
  if (hidden !== undefined)
    return yaml.key(span, `the key holds U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, which a reader cannot see`);
  return undefined;
}
