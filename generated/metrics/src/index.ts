// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

export { MetricsClient, type MetricsClientOptions } from './client.ts';
export {
  MetricsError,
  MetricsHttpError,
  MetricsRateLimitedError,
  MetricsNetworkError,
  MetricsTimeoutError,
  MetricsResponseError,
  MetricsPaginationError,
  MetricsStateError,
  MetricsRecordError,
  type MetricsErrorCode,
} from './errors.ts';
export { type Metric, extraMetricFields, metricSchema } from './records/metric.ts';
export type { MetricsResource, MetricsPage, MetricsReadOptions, MetricsState } from './resources/metrics.ts';
