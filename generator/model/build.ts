import type { AuthModel } from '../auth/index.js';
import { gap, orElse, withGaps, withoutGaps } from '../gap.js';
import { nameOf } from '../names.js';
import { shorten } from '../diagnostics/words.js';
import { buildRecords } from '../types/build.js';
import type { ResourceInput, TakenName } from '../types/records-input.js';
import type { FieldsSpec } from '../types/field.js';
import type { SchemaSpec } from '../types/schema-shape.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { buildOutputs, sharedDestinationsOf } from '../outputs.js';
import { authSpecsOf, checkAuthTexts, ownAuthSpecs, schemeOf } from './auth.js';
import { buildBaseUrl, withExamples, type BaseUrl } from './base-url.js';
import { buildConfig } from './config.js';
import type { ConfigOption, ConnectorModel } from './connector-model.js';
import type { HeaderModel } from './request-model.js';
import { checkConnector } from './check.js';
import { checkDelegating } from './delegating.js';
import { checkColumns } from './format.js';
import { checkElements } from './xml.js';
import { originsOf } from './redirects.js';
import { buildRetry } from './retry.js';
import { checkNames } from './clashes.js';
import { checkOffered } from './condition.js';
import { ERROR_CLASSES } from './error-classes.js';
import { buildHeaders } from './request.js';
import { lint } from './lint.js';
import { withParents, type Purpose } from './parents.js';
import { withCursors } from './undeclared-cursor.js';
import { fieldsWithIncluded } from './included-fields.js';
import { fieldsWithChanges } from './added-fields.js';
import { keysOf } from './keys.js';
import { buildResource, type ResourceDraft } from './resource.js';
import { Scope } from './scope.js';
import { checkSelection } from './selection.js';
import { buildDeletedWhen } from './deletes.js';
import { checkVariants } from './variants.js';
import { buildLists } from './lists.js';

/**
 * The one model: names resolved, defaults filled in. Undefined when the parts of the spec do not fit together, or one of
 * them was refused: what then can still be said about the others is reported, and nothing that only follows.
 */
export function buildModel(
  document: SpecDocument,
  specPath: string,
  reading: Reading,
  purpose: Purpose = 'package',
): ConnectorModel | undefined {
  const name = orElse(
    () => nameOf(document.name),
    () => nameOf('connector'),
  );
  const config = orElse(() => buildConfig(document, name, reading), gap<readonly ConfigOption[]>);
  const auth = orElse(() => authSpecsOf(document).map((spec) => schemeOf(spec.type).build(spec) as AuthModel), gap<AuthModel[]>);
  const headers = orElse(() => buildHeaders(document.client.headers, new Scope(config, reading)), gap<readonly HeaderModel[]>);
  const specs = orElse<readonly ResourceSpec[]>(
    () => document.resources,
    () => [],
  );
  const base = orElse(() => buildBaseUrl(document, config, reading), gap<BaseUrl>);
  withoutGaps(() => checkAuthTexts(document, config, reading));
  withoutGaps(() => checkNames(document, reading));
  const drafts = specs.map((resource) => buildResource(resource, document, config, auth, reading));
  const built = buildRecords(
    {
      taken: orElse(
        () => takenTypes(document, reading),
        () => [],
      ),
      resources: specs.map((resource, index) => recordInput(resource, drafts[index], document, config, reading)),
      records: orElse(() => document.records, gap<NonNullable<SpecDocument['records']>>),
      contract: orElse(
        () => document.schema_contract,
        () => undefined,
      ),
    },
    reading,
  );
  const declared = { ...built, resources: built.resources.map((each, index) => withRefusedChanges(each, drafts[index])) };
  const records = purpose === 'recording' ? withCursors(declared, specs) : declared;
  checkConnector(document, specs, records, reading);
  withoutGaps(() => checkDelegating(specs, records, reading));
  checkVariants(specs, drafts, records.resources, reading);
  specs.forEach((resource, index) =>
    withoutGaps(() => {
      const model = drafts[index]?.model;
      if (model !== undefined) checkSelection(resource, model.selection, model.filter, records.resources[index]?.type, config, reading);
    }),
  );
  specs.forEach((resource, index) =>
    withoutGaps(() => {
      const model = drafts[index]?.model;
      if (model !== undefined) checkColumns(resource, model.format, records.resources[index]?.type, reading);
      if (model?.format.kind === 'xml') checkElements(resource, records.resources[index]?.type, reading);
    }),
  );
  const tables = orElse(
    () => new Map(specs.map(({ name: table }) => [table.toLowerCase(), table])),
    () => new Map<string, string>(),
  );
  const kept = specs.map((resource, index) =>
    orElse(
      () => {
        const type = records.resources[index]?.type;
        return {
          deletedWhen: buildDeletedWhen(resource, type, records, reading),
          lists: buildLists(resource, type, records, tables, reading),
        };
      },
      () => ({ deletedWhen: null, lists: [] }),
    ),
  );
  const resources = withParents(drafts, kept, records, reading, purpose);
  withoutGaps(() => checkOffered(specs, resources, reading));
  if (reading.diagnostics.some((each) => each.severity === 'error')) {
    if (
      orElse(
        () => document.resource_defaults,
        () => undefined,
      ) !== undefined
    )
      reading.foldWithin(reading.spanOf(document, 'resource_defaults'), (others) => `, and so for ${others} more`);
    return undefined;
  }
  const ownAuth = ownAuthSpecs(document).map(({ resource, spec }) => ({
    resource: nameOf(resource),
    scheme: schemeOf(spec.type).build(spec) as AuthModel,
  }));
  const everyAuth = [...auth, ...ownAuth.map(({ scheme }) => scheme)];
  lint(document, { config, headers, resources, base, auth: everyAuth }, reading);

  return {
    name,
    packageName: document.package ?? `${name.kebab}-connector`,
    version: document.version ?? '0.1.0',
    description: document.description ?? `A typed connector for the ${document.name} API.`,
    license: document.license ?? 'MIT',
    author: document.author ?? null,
    repository: document.repository ?? null,
    specPath,
    ...base,
    headers,
    timeoutMs: Math.round((document.client.timeout ?? 60) * 1000),
    retry: buildRetry(document.client.retry),
    rateLimit: rateLimitOf(document),
    rateLimitReset: document.client.rate_limit_reset ?? null,
    redirectOrigins: document.client.redirects === undefined ? [] : originsOf(document.client.redirects),
    strict: document.client.strict ?? false,
    auth,
    ownAuth,
    config: withExamples(config, base, everyAuth, resources),
    resources,
    records,
    hooks: null,
    outputs: buildOutputs(document.outputs),
    publish: document.publish ?? ['npm'],
  };
}

/** Where what a resource adds or renames was refused, its fields are not known: a check that looks for one is given up. */
function withRefusedChanges<T extends object>(record: T, draft: ResourceDraft | undefined): T {
  return orElse(
    () => {
      void draft?.changes.said;
      return record;
    },
    () => withGaps<T>({ ...record }, ['type']),
  );
}

function recordInput(
  resource: ResourceSpec,
  draft: ResourceDraft | undefined,
  document: SpecDocument,
  config: readonly ConfigOption[],
  reading: Reading,
): ResourceInput {
  const changed = (fields: FieldsSpec | undefined): FieldsSpec | undefined => {
    const changes = orElse(
      () => draft?.changes.said ?? null,
      () => null,
    );
    return fields === undefined || changes === null ? fields : fieldsWithChanges(fields, resource, changes, document, config, reading);
  };
  const isXml = orElse(
    () => resource.endpoint?.format === 'xml',
    () => false,
  );
  return orElse(
    () => ({
      name: nameOf(resource.name),
      nameSpan: reading.spanOf(resource, 'name'),
      record: resource.record,
      recordSpan: resource.record === undefined ? undefined : reading.spanOf(resource, 'record'),
      description: resource.description,
      fields: changed(fieldsWithIncluded(resource, draft, document, reading)),
      columns: resource.columns,
      schema: resource.schema === undefined ? undefined : withFields(resource.schema, changed(resource.schema.fields), reading),
      variants:
        resource.variants === undefined
          ? undefined
          : { said: resource.variants, discriminator: resource.discriminator, span: reading.keySpanOf(resource, 'variants') },
      keys: [...keysOf(resource, 'primary_key'), ...keysOf(resource, 'merge_key')],
      contract: resource.schema_contract ?? document.schema_contract,
      cast: resource.cast,
      isDocument: isXml,
    }),
    gap<ResourceInput>,
  );
}

/** A schema with other fields, at the place where it is. */
function withFields(schema: SchemaSpec, fields: FieldsSpec | undefined, reading: Reading): SchemaSpec {
  return fields === undefined || fields === schema.fields ? schema : reading.rememberAs({ ...schema, fields }, schema);
}

/** The types that a package has beside its records. */
function takenTypes(document: SpecDocument, reading: Reading): readonly TakenName[] {
  const { pascal } = nameOf(document.name);
  const own = [...OWN_TYPES.map((type) => `${pascal}${type}`), 'FetchPage', 'ReadPosition'].map((name) => ({
    name,
    what: 'a type of the package',
    span: reading.spanOf(document, 'name'),
  }));
  const isShared = sharedDestinationsOf(buildOutputs(document.outputs)).length > 0;
  const ofResources = document.resources.flatMap((resource) =>
    [...RESOURCE_TYPES, ...((resource.splits ?? isShared) === false ? [] : SPLIT_TYPES)].map(([suffix, what]) => ({
      name: `${nameOf(resource.name).pascal}${suffix}`,
      what: `the ${what} of ${shorten(resource.name)}`,
      span: reading.spanOf(resource, 'name'),
    })),
  );
  return [...own, ...ofResources];
}

const OWN_TYPES = ['Client', 'ClientOptions', 'Error', 'ErrorCode', ...ERROR_CLASSES];
const RESOURCE_TYPES = [
  ['Resource', 'resource type'],
  ['Page', 'page'],
  ['State', 'state'],
  ['ReadOptions', 'options'],
] as const;
const SPLIT_TYPES = [
  ['Split', 'unit'],
  ['SplitOptions', 'options of units'],
] as const;

function rateLimitOf({ client: { rate_limit: limit } }: SpecDocument): ConnectorModel['rateLimit'] {
  if (limit === undefined) return null;
  const seconds = typeof limit.per === 'number' ? limit.per : { second: 1, minute: 60, hour: 3600, day: 86_400 }[limit.per];
  return { requests: limit.requests, perMs: Math.round(seconds * 1000) };
}
