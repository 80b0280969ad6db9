import type { AuthModel } from '../auth/index.js';
import { nameOf } from '../names.js';
import { shorten } from '../diagnostics/words.js';
import { buildRecords, type TakenName } from '../records/build.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import { buildOutputs } from '../outputs.js';
import { authSpecsOf, ownAuthSpecs, schemeOf } from './auth.js';
import { buildConfig } from './config.js';
import type { ConnectorModel, RetryModel } from './connector-model.js';
import { checkConnector } from './check.js';
import { checkNames } from './clashes.js';
import { buildHeaders } from './request.js';
import { lint } from './lint.js';
import { fieldsWithIncluded, withParents } from './parents.js';
import { buildResource, keysOf } from './resource.js';
import { Scope } from './scope.js';
import { checkSelection } from './selection.js';

/** The one model: names resolved, defaults filled in. Undefined when the parts of the spec do not fit together. */
export function buildModel(document: SpecDocument, specPath: string, reading: Reading): ConnectorModel | undefined {
  const name = nameOf(document.name);
  const config = buildConfig(document, name, reading);
  const auth = authSpecsOf(document).map((spec) => schemeOf(spec.type).build(spec) as AuthModel);
  const authParams = auth.flatMap((model) => schemeOf(model.type).queryParams(model));
  checkNames(document, reading);
  const headers = buildHeaders(document.client.headers, new Scope(config, reading));
  const drafts = document.resources.map((resource) => buildResource(resource, document, config, authParams, reading));
  const records = buildRecords(
    {
      taken: takenTypes(document, reading),
      resources: document.resources.map((resource, index) => ({
        name: nameOf(resource.name),
        nameSpan: reading.spanOf(resource, 'name'),
        record: resource.record,
        recordSpan: resource.record === undefined ? undefined : reading.spanOf(resource, 'record'),
        description: resource.description,
        fields: fieldsWithIncluded(resource, drafts[index], document, reading),
        columns: resource.columns,
        schema: resource.schema,
        keys: [...keysOf(resource.primary_key), ...keysOf(resource.merge_key)],
        contract: resource.schema_contract ?? document.schema_contract,
      })),
      records: document.records,
      contract: document.schema_contract,
    },
    reading,
  );
  checkConnector(document, records, reading);
  document.resources.forEach((resource, index) => {
    const model = drafts[index]?.model;
    if (model !== undefined) checkSelection(resource, model.selection, model.filter, records.resources[index]?.type, config, reading);
  });
  const resources = withParents(
    drafts.flatMap((draft) => draft ?? []),
    records,
    reading,
  );
  if (reading.diagnostics.some((each) => each.severity === 'error')) return undefined;
  lint(document, { config, headers, resources }, reading);

  return {
    name,
    packageName: document.package ?? `${name.kebab}-connector`,
    version: document.version ?? '0.1.0',
    description: document.description ?? `A typed connector for the ${document.name} API.`,
    license: document.license ?? 'MIT',
    author: document.author ?? null,
    repository: document.repository ?? null,
    specPath,
    baseUrl: document.client.base_url.replace(/\/+$/, ''),
    headers,
    timeoutMs: Math.round((document.client.timeout ?? 60) * 1000),
    retry: retryOf(document),
    rateLimit: rateLimitOf(document),
    rateLimitReset: document.client.rate_limit_reset ?? null,
    auth,
    ownAuth: ownAuthSpecs(document).map(({ resource, spec }) => ({
      resource: nameOf(resource),
      scheme: schemeOf(spec.type).build(spec) as AuthModel,
    })),
    config,
    resources,
    records,
    hooks: null,
    outputs: buildOutputs(document.outputs),
  };
}

/** The types that a package has beside its records. */
function takenTypes(document: SpecDocument, reading: Reading): readonly TakenName[] {
  const { pascal } = nameOf(document.name);
  const own = [...OWN_TYPES.map((type) => `${pascal}${type}`), 'FetchPage', 'RecordPlace'].map((name) => ({
    name,
    what: 'a type of the package',
    span: reading.spanOf(document, 'name'),
  }));
  const ofResources = document.resources.flatMap((resource) =>
    RESOURCE_TYPES.map(([suffix, what]) => ({
      name: `${nameOf(resource.name).pascal}${suffix}`,
      what: `the ${what} of ${shorten(resource.name)}`,
      span: reading.spanOf(resource, 'name'),
    })),
  );
  return [...own, ...ofResources];
}

const OWN_TYPES = [
  'Client',
  'ClientOptions',
  'Error',
  'ErrorCode',
  ...'Auth Http Network Pagination RateLimited Record Response State Timeout'.split(' ').map((kind) => `${kind}Error`),
];
const RESOURCE_TYPES = [
  ['Resource', 'resource type'],
  ['Page', 'page'],
  ['State', 'state'],
  ['ReadOptions', 'options'],
] as const;

function rateLimitOf({ client: { rate_limit: limit } }: SpecDocument): ConnectorModel['rateLimit'] {
  if (limit === undefined) return null;
  const seconds = typeof limit.per === 'number' ? limit.per : { second: 1, minute: 60, hour: 3600, day: 86_400 }[limit.per];
  return { requests: limit.requests, perMs: Math.round(seconds * 1000) };
}

function retryOf({ client: { retry = {} } }: SpecDocument): RetryModel {
  return {
    statuses: [...new Set(retry.statuses ?? [429, 500, 502, 503, 504])].sort((a, b) => a - b),
    maxRetries: retry.max_retries ?? 3,
    backoffMs: Math.round((retry.backoff_factor ?? 1) * 1000),
    maxBackoffMs: Math.round((retry.max_delay ?? 30) * 1000),
    maxRetryAfterMs: Math.round((retry.max_retry_after ?? 60) * 1000),
  };
}
