import { Lines, type Place } from '../diagnostics/place.js';
import type { JsonValue } from '../shape.js';
import { JsonPlaces } from './json-places.js';
import type { Pointer } from './pointer.js';
import { parsePython } from './python.js';
import { parseYamlSource } from './yaml-source.js';
import { parseJson } from '../json.js';

/** What is imported: its value, and where in its text each part of it stands. */
export interface Source {
  /** As it was given, for messages. */
  readonly name: string;
  readonly text: string;
  readonly format: 'json' | 'yaml' | 'python';
  readonly value: JsonValue;
  placeOf(pointer: Pointer): Place | undefined;
  /** A file that stands beside it, by its relative path; undefined where there is none. */
  beside(path: string): Source | undefined;
}

export type ReadSource =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly reason: string; readonly place?: Place };

/** Reads a text as JSON, as YAML, or as Python with a literal in it. */
export function readSource(name: string, given: string, beside: Source['beside'] = () => undefined): ReadSource {
  const text = given.replace(/^\ufeff/, '');
  const lines = new Lines(text);
  const made = (format: Source['format'], value: JsonValue, offsetOf: (pointer: Pointer) => number | undefined): ReadSource => ({
    ok: true,
    source: {
      name,
      text,
      format,
      value,
      beside,
      placeOf: (pointer) => {
        const offset = offsetOf(pointer);
        return offset === undefined ? undefined : lines.at(offset);
      },
    },
  });
  if (/^\s*[[{]/.test(text)) {
    const value = parsedJson(text);
    if (value !== undefined) {
      const places = new JsonPlaces(text);
      return made('json', value, (pointer) => places.offsetOf(pointer));
    }
  }
  if (/\.py$/.test(name) || /^[ \t]*(?:from \w|import \w|def |@\w)/m.test(text) || /^\s*[[{]/.test(text)) {
    const python = parsePython(text);
    if (python.ok) return made('python', python.value, python.offsetOf);
    if (/\.py$/.test(name)) return { ok: false, reason: python.reason, place: lines.at(python.offset) };
  }
  const yaml = parseYamlSource(text);
  if (yaml.ok) return made('yaml', yaml.value, yaml.offsetOf);
  return { ok: false, reason: yaml.reason, place: lines.at(yaml.offset) };
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
