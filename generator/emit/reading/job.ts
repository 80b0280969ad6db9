import {
  type Code,
  code,
  count,
  docWords,
  identifier,
  join,
  jsdoc,
  literal,
  member,
  nothing,
  property,
  template,
  use,
} from '../../code.js';
import type { JobField, JobModel, JobRequest } from '../../model/job-model.js';
import type { ValueTemplate } from '../../model/value-template.js';
import { encodePath } from '../../model/url-path.js';
import { accessPath, showPath, type Path } from '../../selector.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { errorClass, READ_POSITION, typeFrom, valueFrom } from '../symbols.js';
import { boundsOf, names, namesNow, namesPart, waiting } from './job-names.js';
import { emitReader } from './read-function.js';
import { emitRequest } from './request.js';
import { emitCondition, emitReference, emitText, inMethod, optionsIn, showReference, type Surroundings } from './references.js';

/** A resource whose pages are the files of a job. */
export interface JobResource extends EmittedResource {
  readonly model: EmittedResource['model'] & { readonly job: JobModel };
}

export function hasJob(resource: EmittedResource): resource is JobResource {
  return resource.model.job !== null;
}

const PATH_SEGMENT = use({ name: 'pathSegment', file: 'src/internal/path.ts', kind: 'value' });
const FIELD_AT = valueFrom('internal/job', 'fieldAt');
const JOB_URL = valueFrom('internal/job', 'jobUrl');

/** Where requests about a job find values: `job` is what its state keeps, `polled` the last answer of poll. */
const ABOUT: Surroundings = { ...inMethod, job: code`job`, polled: code`polled` };

/** The statements that take a page: the first creates the job, and has no records; each further one is a file. */
export function emitJobPage(resource: JobResource): Code {
  const { record } = resource;
  const type = typeFrom(`records/${record.type.file}`, record.type.typeName);
  const each = record.type.mayDiscardRows ? code`(${type} | undefined)` : type;
  return code`
    let records: readonly ${each}[] = [];
    if (job === null) {
      job = await this.#fetchPage(url, ${readName(resource)}, place, signal${emitRequest(resource, { ...resource.model, where: ABOUT, reads: 'job', mayBeEmpty: resource.model.job.fields.every(isInHeader) })}); // saved before it is waited for
    } else {
      files ??= await this.#filesOf(job, ${given(resource, waiting(resource.model.job))});
      ${resource.model.job.download.parts === null ? emitFile(resource) : emitPart(resource, resource.model.job.download.parts)}
    }
  `;
}

/** The statements that read the next file. */
function emitFile(resource: JobResource): Code {
  return code`
    const file = ${valueFrom('internal/job', 'fileAfter')}(files, filesRead++, place);
    if (file !== undefined) records = await this.#fetchPage(file, ${emitReader(resource)}, place, signal${emitFileRequest(resource)});
  `;
}

/** The statements that read the next part of a file. */
function emitPart(resource: JobResource, { param }: NonNullable<JobModel['download']['parts']>): Code {
  return code`
    const file = ${valueFrom('internal/job', 'fileAfter')}(files, filesRead, place);
    let nextLocator: string | null = null;
    if (file !== undefined) {
      if (locator !== null) file.searchParams.set(${literal(param)}, locator);
      ({ records, nextLocator } = await this.#fetchPage(file, ${emitReader(resource)}, place, signal${emitFileRequest(resource)}));
      ${valueFrom('internal/job', 'needProgress')}(locator, nextLocator, place);
    }
    locator = nextLocator;
    if (locator === null) filesRead++;
  `;
}

/** The statement after the last page. */
export function emitCleanUp(resource: JobResource): Code {
  return resource.model.job.cleanup === null ? nothing : code`await this.#cleanUp(job, ${given(resource, [resource.model.job.cleanup])});`;
}

/** The type of a job, as a state keeps it. */
function jobType(fields: readonly JobField[]): Code {
  return code`{ ${join(
    fields.map(({ name }) => code`readonly ${property(name)}: string;`),
    ' ',
  )} }`;
}

/** The methods of a resource with a job. */
export function emitJobMethods(context: EmitContext, resource: JobResource): readonly Code[] {
  const { job } = resource.model;
  return [
    code`
      /** Where the files of a job are, once it is done. */
      async #filesOf(job: ${jobType(job.fields)}, ${parameters(resource, waiting(job))}): Promise<readonly URL[]> {
        ${emitWait(resource)}
        ${emitFound(resource)}
      }
    `,
    ...(job.cleanup === null
      ? []
      : [
          code`
            /** Removes a job whose records were read. That it could not is told to the logger: the records are there. */
            async #cleanUp(job: ${jobType(job.fields)}, ${parameters(resource, [job.cleanup])}): Promise<void> {
              ${emitUrl(code`url`, job.cleanup, resource)}
              try {
                await this.#fetchPage(url, () => undefined, { ...place, attempt: 0 }, signal${requestOf(resource, job.cleanup)});
              } catch (error) {
                if (!(error instanceof ${errorClass(context, 'Error')})) throw error;
              }
            }
          `,
        ]),
  ];
}

/** The functions and constants of a resource with a job, beside its class. */
export function emitJobFunctions(resource: JobResource): Code {
  const { poll, fields } = resource.model.job;
  const values = (each: readonly string[]): Code =>
    code`[${join(
      each.map((value) => literal(value)),
      ', ',
    )}]`;
  return code`
    /** How long a job is waited for, and what its status may be. */
    const WAITING: ${typeFrom('internal/job', 'Waiting')} = {
      done: ${values(poll.done)},
      failed: ${values(poll.failed)},
      ${poll.running === null ? nothing : code`running: ${values(poll.running)},`}
      intervalMs: ${count(poll.intervalMs)},
      maxIntervalMs: ${count(poll.maxIntervalMs)},
      timeoutMs: ${count(poll.timeoutMs)},
    };

    ${jsdoc(docWords('What later requests need of the answer that created a job.'))}
    function ${readName(resource)}(${fields.every(isInHeader) ? code`_body` : code`body`}: unknown, place: ${READ_POSITION}${readsAnswer(fields)}): ${jobType(fields)} {
      return { ${join(
        fields.map((field) => code`${property(field.name)}: ${emitField(field)}`),
        ', ',
      )} };
    }

  `;
}

/** What else of an answer says what a job is. */
function readsAnswer(fields: readonly JobField[]): Code {
  const headers = fields.some(isInHeader);
  const urls = fields.some(({ isUrl }) => isUrl);
  if (!urls) return nothing;
  return code`, ${headers ? code`{ headers }` : code`_answer`}: ${typeFrom('internal/transport/exchange', 'Answer', 'ApiAnswer')}, url: URL`;
}

/** Whether the header of an answer has it. */
function isInHeader({ from }: JobField): boolean {
  return from.kind === 'header';
}

function emitField({ name, from, isUrl }: JobField): Code {
  const value = from.kind === 'header' ? code`headers.get(${literal(from.header)})` : accessPath(code`body`, from.path);
  return isUrl ? code`${JOB_URL}(${value}, ${literal(name)}, url, place)` : code`${FIELD_AT}(${value}, ${literal(name)}, place)`;
}

function emitWait(resource: JobResource): Code {
  const { poll, download } = resource.model.job;
  const { request, url, statusPath } = poll;
  const status = accessPath(code`body`, statusPath);
  const polled =
    names([download.request], (each) => each.kind === 'job' && each.of === 'poll') ||
    (download.request === null && download.urlsPath !== null);
  const wait = code`
    await ${valueFrom('internal/job', 'untilDone')}(
      () => this.#fetchPage(asked, (body, place, { headers }) => ${valueFrom('internal/job', 'jobAnswer')}(body, ${status}, ${literal(showPath(statusPath))}, headers, place), { ...place, attempt: 0 }, signal${requestOf(resource, request)}),
      WAITING,
      place,
      this.#fetchPage.sleep,
      signal,
    );
  `;
  return code`
    ${url === null ? emitUrl(code`asked`, request, resource) : emitKnownUrl(code`asked`, url, request, resource)}
    ${polled ? code`const polled = ${wait}` : wait}
  `;
}

/** The statements that find the files of a job that is done. */
function emitFound(resource: JobResource): Code {
  const { request, urlsPath } = resource.model.job.download;
  if (request === null) return urlsPath === null ? nothing : code`return ${filesIn(code`polled`, urlsPath)};`;
  if (urlsPath === null)
    return code`
      ${emitUrl(code`file`, request, resource)}
      return [file];
    `;
  return code`
    ${emitUrl(code`said`, request, resource)}
    return this.#fetchPage(said, (body, place) => ${filesIn(code`body`, urlsPath)}, { ...place, attempt: 0 }, signal${requestOf(resource, request)});
  `;
}

/** The URLs that an answer has. */
function filesIn(body: Code, path: Path): Code {
  const every = path.findIndex(({ kind }) => kind === 'every');
  const list = accessPath(body, every === -1 ? path : path.slice(0, every));
  const each = every === -1 ? [] : path.slice(every + 1);
  const inside = each.length === 0 ? nothing : code`, (each) => ${accessPath(code`each`, each)}`;
  return code`${valueFrom('internal/job', 'filesAt')}(${list}, ${literal(showPath(path))}, this.#baseUrl, place${inside})`;
}

/** What a file is asked for with. */
function emitFileRequest(resource: JobResource): Code {
  const { download } = resource.model.job;
  if (download.urlsPath === null && download.request !== null)
    return emitRequest(resource, { ...download.request, where: ABOUT, reads: 'page' });
  return emitRequest(resource, {
    method: 'GET',
    headers: download.headers,
    body: null,
    where: inMethod,
    reads: 'page',
    elsewhere: code`file.origin !== new URL(this.#baseUrl).origin`,
  });
}

function requestOf(resource: JobResource, request: JobRequest): Code {
  return emitRequest(resource, { ...request, where: ABOUT, reads: 'job' });
}

/** `const asked = new URL(…)`, of what the API said, with the query of the spec. */
function emitKnownUrl(name: Code, field: string, request: JobRequest, resource: JobResource): Code {
  const said = member(code`job`, field);
  return code`
    const ${name} = new URL(${JOB_URL}(${said}, ${literal(field)}, new URL(this.#baseUrl), place)); // a state may be anybody's
    ${emitQuery(name, request, resource)}
  `;
}

/** `const asked = new URL(…)`, with its query. */
function emitUrl(name: Code, request: JobRequest, resource: JobResource): Code {
  const { path, fromOrigin } = request;
  const parts = path.map((part) =>
    typeof part === 'string' ? encodePath(part) : code`${PATH_SEGMENT}(${emitReference(part, ABOUT)}, ${literal(showReference(part))})`,
  );
  return code`
    const ${name} = new URL(${template([fromOrigin ? code`new URL(this.#baseUrl).origin` : code`this.#baseUrl`, ...parts])});
    ${emitQuery(name, request, resource)}
  `;
}

function emitQuery(name: Code, { params, paramsEncoding }: JobRequest, { model }: JobResource): Code {
  const query = params.map(({ name: param, value, when }) => {
    const append = code`${name}.searchParams.append(${literal(param)}, ${emitText(value, ABOUT)});`;
    const left = optionsIn(value, model.config).filter((option) => option.optional && option.default === null);
    const bounds = model.incremental?.step ? [] : boundsIn(value);
    const given = [
      ...(when === undefined ? [] : [emitCondition(when, ABOUT.options)]),
      ...left.map((option) => code`${member(ABOUT.options, option.name.camel)} !== undefined`),
      ...bounds.map((bound) => code`${identifier(bound)} !== null`),
    ];
    return given.length === 0 ? append : code`if (${join(given, ' && ')}) ${append}`;
  });
  return code`
    ${query}
    ${paramsEncoding === 'percent' && params.length > 0 ? code`${name}.search = ${name}.search.replaceAll('+', '%20');` : nothing}
  `;
}

function boundsIn(value: ValueTemplate): readonly ('start' | 'end')[] {
  return value.flatMap((part) => (typeof part !== 'string' && part.kind === 'bound' ? [part.bound] : []));
}

function boundType({ incremental }: JobResource['model']): Code {
  const value = incremental?.kind === 'bigint' ? code`bigint` : incremental?.kind === 'number' ? code`number` : code`string | number`;
  return incremental?.step ? value : code`${value} | null`;
}

/** What a method about a job is given beside it. */
function given(resource: JobResource, requests: readonly (JobRequest | null)[]): Code {
  return code`${namesPart(requests) ? code`part, ` : nothing}${namesNow(requests) ? code`now, ` : nothing}${boundsOf(requests).map((bound) => code`${identifier(bound)}, `)}place${resource.takesDeadline ? code`, deadline` : nothing}, signal`;
}

function parameters(resource: JobResource, requests: readonly (JobRequest | null)[]): Code {
  const part = namesPart(requests) ? code`part: ${resource.names.part}, ` : nothing;
  return code`${part}${namesNow(requests) ? code`now: number, ` : nothing}${boundsOf(requests).map((bound) => code`${identifier(bound)}: ${boundType(resource.model)}, `)}place: ${READ_POSITION}${resource.takesDeadline ? code`, deadline: number` : nothing}, signal: AbortSignal | undefined`;
}

function readName({ names }: JobResource): Code {
  return names.readJob;
}
