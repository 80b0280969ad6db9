// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { DATE, INSTANT, isObject } from '../internal/checks.ts';
import { AnalyticsRecordError, type ReadPosition } from '../errors.ts';
import { annotationJsonSchema } from '../json-schemas/annotation.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** A note that somebody put on a chart. */
export interface Annotation {
  /** Unique id of the note. */
  readonly id: number;
  /** The day that the note is about. An ISO 8601 date. */
  readonly date: string;
  /** What it says. */
  readonly text: string;
  /** Who wrote it; null when the account is gone. */
  readonly author: string | null;
  /** Labels in the order in which they were added. */
  readonly tags: readonly string[];
  /** When it was written. An ISO 8601 instant. */
  readonly created_at: string;
}

/**
 * Returns `annotation` as an {@link Annotation}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link AnalyticsRecordError} that names the field.
 */
export function decodeAnnotation(annotation: unknown, place: ReadPosition): Annotation {
  if (!isObject<keyof Annotation>(annotation)) throw new AnalyticsRecordError(place, '', 'an object', annotation);
  if (!Number.isSafeInteger(annotation.id)) {
    throw new AnalyticsRecordError(place, 'id', 'a safe integer', annotation.id);
  }
  if (typeof annotation.date !== 'string' || !DATE.test(annotation.date)) {
    throw new AnalyticsRecordError(place, 'date', 'an ISO 8601 date', annotation.date);
  }
  if (typeof annotation.text !== 'string') {
    throw new AnalyticsRecordError(place, 'text', 'a string', annotation.text);
  }
  annotation.author ??= null;
  if (annotation.author !== null && typeof annotation.author !== 'string') {
    throw new AnalyticsRecordError(place, 'author', 'a string or null', annotation.author);
  }
  const tags = annotation.tags;
  if (!Array.isArray(tags)) throw new AnalyticsRecordError(place, 'tags', 'an array', tags);
  for (let index2 = 0; index2 < tags.length; index2++) {
    const tag: unknown = tags[index2];
    if (typeof tag !== 'string') throw new AnalyticsRecordError(place, `tags[${index2}]`, 'a string', tag);
  }
  if (typeof annotation.created_at !== 'string' || !INSTANT.test(annotation.created_at)) {
    throw new AnalyticsRecordError(place, 'created_at', 'an ISO 8601 instant', annotation.created_at);
  }
  return annotation as Annotation; // every field was checked above
}

/** What an {@link Annotation} has beyond its declared fields: it passes as it came. */
export function extraAnnotationFields({
  id,
  date,
  text,
  author,
  tags,
  created_at,
  ...extra
}: Annotation): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Annotation} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const annotationSchema: StandardSchema<Annotation> = /* @__PURE__ */ standardSchema(
  decodeAnnotation,
  'annotation',
  annotationJsonSchema,
);
