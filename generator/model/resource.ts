import { spec as messages } from '../diagnostics/messages/spec.js';
import type { AuthModel } from '../auth/index.js';
import { gap, orElse, withoutGaps } from '../gap.js';
import { nameOf } from '../names.js';
import type { PaginatorModel, PaginatorSpec } from '../paginators/index.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';
import { authSpecsOf, schemeOf } from './auth.js';
import type { ConfigOption, ResourceModel } from './connector-model.js';
import type { BodyModel } from './request-model.js';
import type { ForEachModel } from './parts-model.js';
import { buildBody, buildHeaders, buildParams } from './request.js';
import { buildReadAhead } from './read-ahead.js';
import { Scope, type ScopeOwner } from './scope.js';
import { buildActions } from './answers.js';
import { buildChangeFeed } from './change-feed.js';
import { buildCondition } from './condition.js';
import { buildChanges } from './changes.js';
import { templatesInChanges, type ChangesModel } from './changes-model.js';
import { buildForEach } from './for-each.js';
import { buildGroup, groupOf } from './group.js';
import { keysOf } from './keys.js';
import { jsonTypeOf } from './content-type.js';
import { withLastRecord } from './last-record.js';
import { checkConflicts, withoutPaging } from './conflicts.js';
import { paginatorOf, paginatorSpecOf } from './paginator.js';
import { buildFormat, charsetOf, checkFormat, withAccept } from './format.js';
import { fullOf } from './delegating.js';
import { checkGraphql } from './graphql.js';
import { buildJob } from './job.js';
import type { JobModel } from './job-model.js';
import { checkedPath, type CheckedPath } from './path.js';
import { originsOf } from './redirects.js';
import { buildRetry } from './retry.js';
import { buildSplits } from './splits.js';
import { buildFilter, buildSelection } from './selection.js';
import { changesCount, type SelectionModel } from './selection-model.js';
import { optionsOfFilter, templatesOfJob, templatesIn, usesOption, isOfNow, listsOf } from './templates.js';

/** A resource, before what its parent's records are is known. */
export interface ResourceDraft {
  /** A gap when something of it was refused. */
  readonly model: Omit<ResourceModel, 'parent' | 'incremental' | 'deletedWhen' | 'lists'>;
  readonly spec: ResourceSpec;
  readonly scope: Scope;
  /** A gap of its own, for fields can be looked at without the rest. */
  readonly changes: { readonly said: ChangesModel | null };
}

/** One resource. `clientAuth` is what the client signs with. */
export function buildResource(
  spec: ResourceSpec,
  document: SpecDocument,
  config: readonly ConfigOption[],
  clientAuth: readonly AuthModel[],
  reading: Reading,
): ResourceDraft {
  const endpoint = orElse(() => spec.endpoint ?? {}, gap<EndpointSpec>);
  const scope = new Scope(
    config,
    reading,
    orElse(
      () => ({
        name: spec.name,
        others: orElse(() => document.resources.map((each) => each.name), gap<string[]>),
        incremental: endpoint.incremental !== undefined && endpoint.incremental !== null,
        lists: [...(spec.for_each?.keys() ?? [])],
        separator: groupOf(spec)?.separator ?? null,
      }),
      gap<ScopeOwner>,
    ),
  );
  const part = <T extends object>(build: () => T): T =>
    orElse(build, () => {
      scope.complete = false;
      return gap<T>();
    });
  const said = orElse(
    () => pathOf(spec, endpoint, document, reading),
    () => undefined,
  );
  scope.takesExpressions = true;
  const request = part(() => buildParams(endpoint, said?.path ?? '', scope));
  const written = orElse(
    () => buildBody(endpoint, scope),
    () => {
      scope.complete = false;
      return gap<BodyModel>();
    },
  );
  const headers = part(() => {
    const all = buildHeaders(endpoint.headers, scope);
    if (typeof endpoint.data === 'string') return all;
    const type = endpoint.data === undefined && (endpoint.method ?? 'GET') !== 'GET' ? jsonTypeOf(endpoint, document) : undefined;
    if (endpoint.json === undefined && endpoint.data === undefined && type === undefined) return all;
    const others = all.filter(({ name }) => name.toLowerCase() !== 'content-type');
    return type === undefined ? others : [...others, { name: 'Content-Type', value: [type] }];
  });
  scope.takesExpressions = false;
  const format = part(() => buildFormat(endpoint, reading));
  const job = orElse(() => buildJob(spec, endpoint, document, format, scope), gap<JobModel>);
  const paged = orElse(() => buildPaginator(spec, document, job, reading), gap<PaginatorModel>) ?? gap<PaginatorModel>();
  const selection = part(() => {
    const parsed = parseSelector(endpoint.data_selector ?? '$');
    return (parsed.ok ? buildSelection(endpoint, parsed.path, paged, reading) : undefined) ?? gap<SelectionModel>();
  });
  const paginator = orElse(
    () => withLastRecord(paged, selection),
    () => paged,
  );
  withoutGaps(() => checkFormat(endpoint, format, selection, paginator, reading));
  const filter = part(() => buildFilter(spec, scope, reading));
  const changes = part(() => ({ said: buildChanges(spec, document, scope.beside()) }));
  const forEach = orElse(() => buildForEach(spec, config, scope), gap<ForEachModel>);
  const group = orElse(
    () => buildGroup(spec, forEach, changes.said, scope),
    () => null,
  );
  const when = orElse(
    () => (spec.when === undefined ? undefined : buildCondition(spec.when, reading.spanOf(spec, 'when'), scope)),
    () => undefined,
  );
  withoutGaps(() => checkBody(endpoint, written, reading));
  withoutGaps(() => checkGraphql(endpoint, reading));
  withoutGaps(() => checkCount(endpoint, selection, paginator, reading));
  const changeFeed = part(() => ({
    said: buildChangeFeed(
      spec,
      {
        paginator,
        grouped: groupOf(spec) !== null,
        params: [...paginatorOf(paginator.type).queryParams(paginator), ...request.params.map((each) => each.name)],
      },
      reading,
    ),
  }));
  const signers = orElse(() => signersOf(endpoint, clientAuth), gap<readonly AuthModel[]>);
  checkConflicts({ spec, endpoint, document, request, body: written, paginator, signers }, reading);
  const model = part(() => {
    const { path } = request;
    const { params, body } = withoutPaging(request.params, written, paginator);
    const templates = [
      path,
      ...params.map((each) => each.value),
      ...[...params.map((each) => each.when), when].flatMap((each) =>
        each === undefined ? [] : [[{ kind: 'config' as const, config: each.option }]],
      ),
      ...headers.map((each) => each.value),
      ...templatesIn(body),
      ...optionsOfFilter(filter),
      ...templatesOfJob(job),
      ...templatesInChanges(changes.said),
    ];
    return {
      name: nameOf(spec.name),
      description: spec.description ?? '',
      method: endpoint.method ?? 'GET',
      auth: authOf(endpoint, document),
      path,
      fromOrigin: said?.fromOrigin ?? false,
      params,
      paramsEncoding: endpoint.params_encoding ?? document.client.params_encoding ?? 'form',
      headers: job === null ? withAccept(headers, document.client.headers, format) : headers,
      body,
      format,
      accepts: [...new Set(endpoint.accept ?? [])].filter((type) => type !== 'json').map((type) => type.toLowerCase()),
      redirectOrigins: endpoint.redirects === undefined ? null : originsOf(endpoint.redirects),
      charset: charsetOf(endpoint),
      job,
      selector: selection.path,
      selection,
      changes: changes.said,
      changeFeed: changeFeed.said,
      usesNow: templates.some((value) => value.some(isOfNow)),
      filter,
      actions: buildActions(endpoint),
      retry: buildRetry(document.client.retry, endpoint.retry),
      deadlineMs: deadlineOf(endpoint, document),
      timeoutMs: endpoint.timeout === undefined ? null : Math.round(endpoint.timeout * 1000),
      paginator,
      ignoresMore: endpoint.more === 'ignore',
      readAhead: buildReadAhead(
        spec,
        {
          paged: paginator.type !== 'single_page',
          knowsPages: paginatorOf(paginator.type).knowsPages(paginator),
          keyed: scope.parents.length > 0 || forEach !== null,
          windowed: endpoint.incremental?.step !== undefined,
          splits: splitsWindows(paginator),
        },
        reading,
      ),
      splits:
        fullOf(spec) !== null // one read of all comes first
          ? null
          : buildSplits(
              spec,
              document.outputs,
              {
                knowsPages: paginatorOf(paginator.type).knowsPages(paginator),
                isOther: scope.parents.length > 0 || forEach !== null || (endpoint.incremental ?? null) !== null,
              },
              reading,
            ),
      full: fullOf(spec),
      primaryKey: keysOf(spec, 'primary_key'),
      mergeKey: keysOf(spec, 'merge_key'),
      writeDisposition: spec.write_disposition ?? 'append',
      selected: spec.selected ?? true,
      when: when ?? null,
      forEach,
      group,
      config: config.filter((option) => templates.some((value) => usesOption(value, option)) || listsOf(forEach, option)),
    };
  });
  return { model, spec, scope, changes };
}

function checkBody(endpoint: EndpointSpec, body: BodyModel | null, reading: Reading): void {
  if (body === null || (endpoint.method ?? 'GET') !== 'GET') return;
  reading.report(
    messages.pattern(
      reading.keySpanOf(endpoint, body.kind === 'json' ? 'json' : 'data'),
      'spec/body-of-get',
      'a GET request has no body',
      'Say method: POST.',
    ),
  );
}

/** What an endpoint says; an explicit null lifts what the client says. */
function deadlineOf({ deadline }: EndpointSpec, { client }: SpecDocument): number | null {
  const seconds = deadline === undefined ? client.deadline : deadline;
  return seconds === undefined || seconds === null ? null : Math.round(seconds * 1000);
}

/** Rows that are not what the API counts must not be counted by the paginator. */
function checkCount(endpoint: EndpointSpec, selection: SelectionModel, paginator: PaginatorModel, reading: Reading): void {
  if (!changesCount(selection) || !paginatorOf(paginator.type).countsRecords(paginator)) return;
  reading.report(
    messages.pattern(
      reading.spanOf(endpoint, selection.reshape === null ? 'data_selector' : 'reshape'),
      'spec/counted-rows',
      'the paginator counts records, and these are not what the API counts on a page',
      'Page by links or by cursors of the body.',
    ),
  );
}

function buildPaginator(
  resource: ResourceSpec,
  document: SpecDocument,
  job: JobModel | null,
  reading: Reading,
): PaginatorModel | undefined {
  if (job !== null) return { type: 'job', fields: job.fields.map(({ name }) => name), parts: job.download.parts };
  const spec: PaginatorSpec = paginatorSpecOf(resource, document) ?? { type: 'single_page' };
  const model = paginatorOf(spec.type).build(spec, reading) as PaginatorModel | undefined;
  if (model !== undefined && splitsWindows(model) && resource.endpoint?.incremental?.step === undefined) {
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'on_maximum'),
        'spec/needs-key',
        'there is no window to halve',
        'Set incremental.step, or on_maximum: fail.',
      ),
    );
    return undefined;
  }
  return model;
}

/** Whether windows that hold more than the API hands over are halved. */
function splitsWindows(paginator: PaginatorModel): boolean {
  return 'stop' in paginator && paginator.stop.maximum?.then === 'split';
}

/** The path with its leading slash, as the spec says it, and whether it begins at the origin; undefined when it was refused. */
function pathOf(spec: ResourceSpec, endpoint: EndpointSpec, document: SpecDocument, reading: Reading): CheckedPath | undefined {
  const owner = endpoint.path === undefined ? spec : endpoint;
  const span = reading.spanOf(owner, endpoint.path === undefined ? 'name' : 'path');
  return checkedPath(endpoint.path ?? spec.name, span, document, reading);
}

/** The schemes that sign the requests of an endpoint. */
function signersOf({ auth }: EndpointSpec, clientAuth: readonly AuthModel[]): readonly AuthModel[] {
  if (auth === undefined) return clientAuth;
  return auth === null ? [] : [schemeOf(auth.type).build(auth) as AuthModel];
}

/** What an endpoint says of auth; without a word, what the client says. */
function authOf({ auth }: EndpointSpec, document: SpecDocument): ResourceModel['auth'] {
  if (auth === undefined || (auth === null && authSpecsOf(document).length === 0)) return 'client';
  return auth === null ? 'none' : 'own';
}
