// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type ReadPosition } from '../errors.ts';
import { parseJson } from './exact-json.ts';
import type { Format } from './http.ts';

/** Bodies that have a JSON value on each line. `parse` reads one of them. */
export function jsonLines(parse: (text: string) => unknown = parseJson): Format {
  return {
    code: 'not_json_lines',
    types: /json|text\/plain|octet-stream|gzip/i,
    parse: (text, place) => readLines(text, place, parse),
  };
}

function readLines(text: string, place: ReadPosition, parse: (text: string) => unknown): readonly unknown[] {
  const lines = text.split('\n');
  const values: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const isLast = index === lines.length - 1; // it has no line end: it may be cut off
    let value: unknown;
    try {
      value = parse(line);
    } catch {
      throw new FormatsResponseError(
        place,
        isLast ? 'malformed_body' : 'invalid_row',
        `line ${index + 1} is not well-formed JSON`,
      );
    }
    // an object is whole when its last brace is there; 12 may be the beginning of 123
    if (isLast && typeof value !== 'object')
      throw new FormatsResponseError(place, 'malformed_body', 'the last line has no end');
    values.push(value);
  }
  return values;
}
