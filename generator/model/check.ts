import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { withoutGaps } from '../gap.js';
import type { RecordsModel } from '../types/model.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { buildOutputs, schedulersOf, sharedDestinationsOf } from '../outputs.js';
import { authSpecsOf, ownAuthSpecs } from './auth.js';
import { exampleBaseUrl } from './base-url.js';
import { paginatorSpecOf } from './paginator.js';
import { checkChanges } from './changes.js';
import { keysOf } from './keys.js';

/** What only shows when the whole spec is known. */
export function checkConnector(document: SpecDocument, resources: readonly ResourceSpec[], records: RecordsModel, reading: Reading): void {
  withoutGaps(() => checkPlainHttp(document, reading));
  withoutGaps(() => checkOwnAuth(document, reading));
  withoutGaps(() => checkScope(document, reading));
  withoutGaps(() => checkShared(document, reading));
  resources.forEach((resource, index) => {
    const recordOf = (): RecordsModel['types'][number] | undefined => records.resources[index]?.type;
    for (const key of ['primary_key', 'merge_key'] as const) withoutGaps(() => checkKey(resource, key, recordOf(), reading));
    withoutGaps(() => checkChanges(resource, reading));
    withoutGaps(() => checkMerge(resource, reading));
    withoutGaps(() => checkMergeKey(resource, document, reading));
    withoutGaps(() => checkBodyPaging(resource, document, reading));
    withoutGaps(() => checkLastField(resource, document, recordOf(), reading));
    withoutGaps(() => checkHasPaginator(resource, document, reading));
  });
}

/** Many machines write to what they share. */
function checkShared(document: SpecDocument, reading: Reading): void {
  const outputs = buildOutputs(document.outputs);
  const [scheduler] = schedulersOf(outputs);
  if (scheduler === undefined || sharedDestinationsOf(outputs).length > 0) return;
  const shared = sharedDestinationsOf(buildOutputs('all')).map(({ name }) => name);
  reading.report(
    messages.pattern(
      reading.spanOf(document, 'outputs'),
      'spec/outputs',
      `${scheduler.name} runs on many machines, and none of the other outputs is a destination that they share`,
      `Add ${shared.join(' or ')} to outputs.`,
    ),
  );
}

function checkMerge(resource: ResourceSpec, reading: Reading): void {
  if (resource.write_disposition !== 'merge' || keysOf(resource, 'primary_key').length + keysOf(resource, 'merge_key').length > 0) return;
  reading.report(
    messages.pattern(
      reading.spanOf(resource, 'write_disposition'),
      'spec/merge-without-key',
      'merge needs a key to tell records apart',
      'Give the resource a primary_key.',
    ),
  );
}

function checkHasPaginator(resource: ResourceSpec, document: SpecDocument, reading: Reading): void {
  const { job, graphql } = resource.endpoint ?? {};
  if (graphql?.connection !== undefined) return; // told of by what looks at its query
  if ((job !== undefined && job !== null) || paginatorSpecOf(resource, document) !== undefined) return;
  reading.report(
    messages.warning(
      reading.spanOf(resource, 'name'),
      'lint/no-paginator',
      `only the first page of ${shorten(resource.name)} is read`,
      'Name its paginator; single_page if there is one page.',
    ),
  );
}

/**
 * A table is written batch by batch: what a merge key would replace, all rows of a value at once, may be of several. Rows
 * are replaced one by one, by primary key.
 */
function checkMergeKey(resource: ResourceSpec, document: SpecDocument, reading: Reading): void {
  const keys = keysOf(resource, 'merge_key');
  if (document.outputs === undefined || keys.length === 0) return;
  if ([...keys].sort().join('\n') === [...keysOf(resource, 'primary_key')].sort().join('\n')) return;
  reading.report(
    messages.pattern(
      reading.spanOf(resource, 'merge_key'),
      'spec/merge-key',
      'rows are merged by primary key alone, where a package has outputs',
      'Give the resource a primary_key and leave out merge_key, or leave out outputs.',
    ),
  );
}

/** What is paged in the body needs one. */
function checkBodyPaging(resource: ResourceSpec, document: SpecDocument, reading: Reading): void {
  const paginator = paginatorSpecOf(resource, document);
  if (paginator === undefined || paginator === null || (resource.endpoint?.method ?? 'GET') !== 'GET') return;
  for (const key of ['cursor_body_path', 'offset_body_path', 'page_body_path', 'limit_body_path']) {
    if (!(key in paginator) || Reflect.get(paginator, key) === null) continue;
    reading.report(
      messages.pattern(
        reading.keySpanOf(paginator, key),
        'spec/body-path',
        'a GET request has no body',
        'Set the method, or name a query parameter.',
      ),
    );
  }
}

/** The cursor of a last record is one of its fields. */
function checkLastField(
  resource: ResourceSpec,
  document: SpecDocument,
  record: RecordsModel['types'][number] | undefined,
  reading: Reading,
): void {
  const paginator = paginatorSpecOf(resource, document);
  const [, said = ''] = paginator?.type === 'cursor' ? (/^last([.[].+)$/.exec(paginator.cursor_path ?? '') ?? []) : [];
  const parsed = said === '' ? undefined : parseSelector(`$${said}`);
  const [step] = parsed?.ok === true ? parsed.path : [];
  const field = step?.kind === 'key' ? step.key : undefined;
  if (
    paginator === undefined ||
    paginator === null ||
    field === undefined ||
    record?.fields.some(({ name, ofSome }) => name === field && ofSome !== true)
  )
    return;
  const match = closest(field, record?.fields.map(({ name }) => name) ?? []);
  reading.report(
    messages.pattern(
      reading.spanOf(paginator, 'cursor_path'),
      'spec/unknown-field',
      `${shorten(resource.name)} has no field ${shorten(field)}`,
      match === undefined ? 'Declare it under fields.' : `Did you mean "${match}"?`,
    ),
  );
}

/** Keys are fields, each once. */
function checkKey(
  resource: ResourceSpec,
  key: 'primary_key' | 'merge_key',
  record: RecordsModel['types'][number] | undefined,
  reading: Reading,
): void {
  const said = resource[key];
  const fields = keysOf(resource, key);
  fields.forEach((field, index) => {
    const span = typeof said === 'object' && said !== null ? reading.spanOf(said, index) : reading.spanOf(resource, key);
    if (fields.indexOf(field) !== index) reading.report(messages.pattern(span, 'spec/duplicate-name', `${shorten(field)} is listed twice`));
    else if (record?.declared === true && !record.fields.some((each) => each.name === field)) {
      const match = closest(
        field,
        record.fields.map((each) => each.name),
      );
      reading.report(
        messages.pattern(
          span,
          'spec/unknown-field',
          `${shorten(resource.name)} has no field ${shorten(field)}`,
          match !== undefined
            ? `Did you mean "${match}"?`
            : resource.fields === undefined && resource.columns !== undefined
              ? `Declare it under columns too: ${field}: { data_type: text }.`
              : 'Declare it under fields.',
        ),
      );
    }
  });
}

/** Every package of JSR has a scope. */
function checkScope(document: SpecDocument, reading: Reading): void {
  if (document.publish?.includes('jsr') !== true || document.package?.startsWith('@') === true) return;
  reading.report(
    messages.pattern(
      reading.spanOf(document, document.package === undefined ? 'publish' : 'package'),
      'spec/jsr-scope',
      'JSR takes only packages of a scope',
      `Say package: "@your-scope/${document.name}-connector".`,
    ),
  );
}

/** An endpoint's own auth is an exception to the client's, and the client's is used by some resource. */
function checkOwnAuth(document: SpecDocument, reading: Reading): void {
  const [own] = ownAuthSpecs(document);
  const { auth } = document.client;
  if (own !== undefined && authSpecsOf(document).length === 0) {
    reading.report(
      messages.pattern(
        reading.spanOf(own.spec),
        'spec/own-auth',
        'an endpoint has auth, but the client has none',
        'Put the scheme under client.auth, and auth: null where requests are not signed.',
      ),
    );
  } else if (typeof auth === 'object' && auth !== null && document.resources.every(({ endpoint }) => endpoint?.auth !== undefined)) {
    reading.report(
      messages.pattern(
        reading.spanOf(auth),
        'spec/own-auth',
        'every endpoint has auth of its own',
        'Leave it out where it is what the client says.',
      ),
    );
  }
}

function checkPlainHttp(document: SpecDocument, reading: Reading): void {
  const url = exampleBaseUrl(document);
  if (url.protocol === 'https:' || authSpecsOf(document).length === 0 || isLoopback(url.hostname)) return;
  reading.report(
    messages.pattern(
      reading.spanOf(document.client, 'base_url'),
      'spec/url-plain-http',
      'credentials would be sent in clear',
      'Use https; only loopback hosts may use http.',
    ),
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
