// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

import { isObject } from '../internal/checks.ts';
import { MetricsRecordError, type ReadPosition } from '../errors.ts';
import { metricJsonSchema } from '../json-schemas/metric.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** A value that was measured. */
export interface Metric {
  /** Unique id. */
  readonly id: string;
  /** What was measured. */
  readonly name: string;
  /** How much; null where nothing was measured. */
  readonly value: number | null;
}

/**
 * Returns `metric` as a {@link Metric}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link MetricsRecordError} that names the field.
 */
export function decodeMetric(metric: unknown, place: ReadPosition): Metric {
  if (!isObject<keyof Metric>(metric)) throw new MetricsRecordError(place, '', 'an object', metric);
  if (typeof metric.id !== 'string') throw new MetricsRecordError(place, 'id', 'a string', metric.id);
  if (typeof metric.name !== 'string') throw new MetricsRecordError(place, 'name', 'a string', metric.name);
  metric.value ??= null;
  if (metric.value !== null && !Number.isFinite(metric.value)) {
    throw new MetricsRecordError(place, 'value', 'a number or null', metric.value);
  }
  return metric as Metric; // every field was checked above
}

/** What a {@link Metric} has beyond its declared fields: it passes as it came. */
export function extraMetricFields({ id, name, value, ...extra }: Metric): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Metric} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const metricSchema: StandardSchema<Metric> = /* @__PURE__ */ standardSchema(
  decodeMetric,
  'metric',
  metricJsonSchema,
);
