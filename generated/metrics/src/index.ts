// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/metrics.yaml

export { MetricsClient, type MetricsClientOptions } from './client.js';
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
} from './errors.js';
export { type Metric, extraMetricFields, metricSchema } from './records/metric.js';
export {
  type MetricsResource,
  type MetricsPage,
  type MetricsReadOptions,
  type MetricsState,
} from './resources/metrics.js';
