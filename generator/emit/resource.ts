import { type Code, code, docWords, identifier, join, isIdentifier, jsdoc, literal, member, nothing, optionalMember, property } from '../code.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { Loop } from '../paginators/contract.js';
import { accessPath, showPath } from '../selector.js';
import type { VirtualFile } from '../virtual-file.js';
import { configType } from './config.js';
import { type EmitContext, type EmittedResource, emitHeaders, showTemplate } from './context.js';
import { emitUrl } from './url.js';

/** One file for each resource: its state, its page, and the page loop in full. */
export function emitResources(context: EmitContext): readonly VirtualFile[] {
  return context.resources.map((resource) => ({ path: `src/resources/${resource.model.name.kebab}.ts`, text: `${emitResource(context, resource).text}\n` }));
}

/** The first field that makes a good example of a type: one that may be null. */
function exampleField({ type }: EmittedResource['record']): Code {
  const field = type.fields.find((each) => each.nullable && isIdentifier(each.name)) ?? type.fields[0];
  return field === undefined ? nothing : member(nothing, field.name);
}

/** Whether a resource has more than one page. */
export function isPaged(loop: Loop): boolean {
  return loop.position.length > 0;
}

function emitResource(context: EmitContext, resource: EmittedResource): Code {
  const { model, names, record } = resource;
  const options = model.config.length === 0 ? nothing : code`{ ${join(model.config.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`), ' ')} }`;
  const type = identifier(record.type.typeName);
  return code`
    ${context.header}

    ${imports(context, resource)}

    ${types(resource)}

    ${jsdoc(model.description)}
    export class ${names.resource} {
      readonly #fetchPage: FetchPage;
      readonly #baseUrl: string;
      ${model.config.length === 0 ? nothing : code`readonly #options: ${options};`}

      constructor(fetchPage: FetchPage, baseUrl: string${model.config.length === 0 ? nothing : code`, options: ${options}`}) {
        this.#fetchPage = fetchPage;
        this.#baseUrl = baseUrl;
        ${model.config.length === 0 ? nothing : code`this.#options = options;`}
      }

      /**
       * Every record, one at a time${isPaged(resource.loop) ? code`; the next page is fetched when it is needed` : nothing}.
       *
       * @example
       * for await (const ${identifier(record.type.variable)} of ${context.client}.${names.property}.list()) console.log(${identifier(record.type.variable)}${exampleField(record)});
       */
      async *list(options: ${names.options} = {}): AsyncGenerator<${type}, void, undefined> {
        for await (const page of this.pages(options)) yield* page.records;
      }

      ${jsdoc(docWords(`\`GET ${showTemplate(model.path)}\`, ${resource.loop.summary}.`))}
      async *pages({ state, signal }: ${names.options} = {}): AsyncGenerator<${names.page}, void, undefined> {
        ${pagesBody(context, resource)}
      }
    }

    ${readFunction(context, resource)}
  `;
}

function imports(context: EmitContext, { model, record, loop }: EmittedResource): Code {
  const helpers = [...loop.helpers, ...(isPaged(loop) ? ['repeatGuard'] : [])].sort();
  return code`
    import { ${context.prefix}ResponseError, type RecordPlace } from '../errors.js';
    import type { FetchPage } from '../http.js';
    ${record.type.needsExactNumbers ? code`import { parseExactJson } from '../exact-json.js';` : nothing}
    ${helpers.length === 0 ? nothing : code`import { ${join(helpers.map(identifier), ', ')} } from '../pagination.js';`}
    ${model.path.every((part) => typeof part === 'string') ? nothing : code`import { pathSegment } from '../path.js';`}
    import { ${identifier(record.type.decode)}, type ${identifier(record.type.typeName)} } from ${literal(`../records/${record.type.file}.js`)};
    import { checkState } from '../state.js';
  `;
}

function types({ model, loop, names, record }: EmittedResource): Code {
  const position = loop.position.map((field) => code`readonly ${property(field.name)}: ${field.type}`);
  const counts = [
    ...(record.type.mayDiscardRows ? [code`/** Records of this page that were left out because they are not what the type says. */`, code`readonly discardedRows: number;`] : []),
    ...(record.type.mayDiscardValues ? [code`/** Values on this page that were left out because they are not what the type says. */`, code`readonly discardedValues: number;`] : []),
  ];
  return code`
    /** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
    export interface ${names.state} {
      readonly v: 1;
      readonly resource: ${literal(model.name.raw)};
      /** How the read pages: a state of another path or paginator is refused. */
      readonly shape: ${literal(shapeOf(model, loop))};
      /** Where the API is: a state of another origin is refused. */
      readonly origin: string;
      ${jsdoc(docWords(position.length === 0 ? 'Always null: there is one page.' : `${loop.position.map((field) => field.description).join(' ')} Null: the read is complete.`))}
      readonly next: ${position.length === 0 ? code`null` : code`{ ${join(position, ', ')} } | null`};
    }

    ${jsdoc(docWords(`One page of \`GET ${showTemplate(model.path)}\`.`))}
    export interface ${names.page} {
      readonly records: readonly ${identifier(record.type.typeName)}[];
      ${counts}
      /** Goes on after this page. Save it once the records are safe. */
      readonly state: ${names.state};
    }

    export interface ${names.options} {
      /** The state of the last page that was stored. Default: from the start. */
      readonly state?: ${names.state} | undefined;
      /** Ends the read, which then throws the signal's reason. */
      readonly signal?: AbortSignal | undefined;
    }
  `;
}

/** What a state must have in common with the read it is passed to. */
function shapeOf(model: ResourceModel, loop: Loop): string {
  return `${loop.kind} of ${showTemplate(model.path)}`;
}

function pagesBody({ counters }: EmitContext, resource: EmittedResource): Code {
  const { model, loop, names, record } = resource;
  const results = [code`records`, ...loop.extras.map((extra) => identifier(extra.name))];
  const answer = loop.extras.length === 0 ? code`records` : code`{ ${join(results, ', ')} }`;
  const counts = [...(record.type.mayDiscardRows ? ['discardedRows'] : []), ...(record.type.mayDiscardValues ? ['discardedValues'] : [])];
  const countFields = counters.map((name) => code`, ${identifier(name)}: 0`);
  const place = (page: Code): Code => code`{ resource: ${literal(model.name.raw)}, ${page}, attempt: 0, record: 0${join(countFields, '')}, state }`;
  const read = code`await this.#fetchPage(url, ${names.select}, place, signal${ownRequest(resource)})`;
  const yielded = [code`records`, ...counts.map((name) => code`${identifier(name)}: place.${identifier(name)}`), code`state`];
  const token = code`const token = { v: 1, resource: ${literal(model.name.raw)}, shape: ${literal(shapeOf(model, loop))}, origin: url.origin } as const;`;
  if (!isPaged(loop)) {
    return code`
      ${emitUrl(model, loop)}
      ${token}
      checkState(state, token);
      const place: RecordPlace = ${place(code`page: 1`)};
      const ${answer} = ${read};
      yield { ${join(yielded.slice(0, -1), ', ')}, state: { ...token, next: null } };
    `;
  }
  return code`
    ${emitUrl(model, loop)}
    ${token}
    checkState(state, token, (next) => ${positionCheck(loop)});
    ${loop.start}
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = ${place(code`page`)};
      ${loop.request}
      const ${answer} = ${read};
      ${progress(resource)}
      ${loop.advance}
      state = { ...token, next: ${loop.next} };
      yield { ${join(yielded, ', ')} };
      if (state.next === null) return;
    }
  `;
}

/** What its requests have that those of other resources have not. */
function ownRequest({ model, record }: EmittedResource): Code {
  const members = [
    ...(model.headers.length === 0 ? [] : [code`headers: { ${join(emitHeaders(model.headers, code`this.#options`), ' ')} }`]),
    ...(record.type.needsExactNumbers ? [code`parse: parseExactJson`] : []),
  ];
  return members.length === 0 ? nothing : code`, { ${join(members, ', ')} }`;
}

function positionCheck(loop: Loop): Code {
  return join(loop.position.map((field) => field.check(code`next.${property(field.name)}`)), ' && ');
}

/** Pages are told apart by the keys of their first and last record, or by all they hold where there is no key. */
function progress({ model, loop, record }: EmittedResource): Code {
  if (loop.progress !== 'records') return loop.progress;
  const keys = [code`records[0]`, code`records.at(-1)`].flatMap((each) => model.primaryKey.map((field) => optionalMember(each, field)));
  const digits = record.type.needsExactNumbers ? code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)` : nothing;
  const mark = keys.length > 0 ? code`String([${join(keys, ', ')}])` : code`JSON.stringify(records${digits})`;
  return code`if (records.length > 0) checkProgress(${mark}, place);`;
}

function readFunction({ prefix }: EmitContext, { model, loop, names, record }: EmittedResource): Code {
  const type = identifier(record.type.typeName);
  const decode = identifier(record.type.decode);
  const found = accessPath(code`body`, model.selector);
  const where = model.selector.length === 0 ? 'the body to be a list' : `a list at "${showPath(model.selector)}"`;
  const extras = loop.extras.map((extra) => code`${identifier(extra.name)}: ${extra.value}`);
  const decoded = record.type.mayDiscardRows
    ? code`records.flatMap((record: unknown, index) => { place.record = index; return ${decode}(record, place) ?? []; })`
    : code`records.map((record: unknown, index) => { place.record = index; return ${decode}(record, place); })`;
  const result = extras.length === 0 ? code`readonly ${type}[]` : code`{ readonly records: readonly ${type}[]; ${join(loop.extras.map((extra) => code`readonly ${identifier(extra.name)}: ${extra.type};`), ' ')} }`;
  const reads = (what: 'response' | 'url'): boolean => loop.extras.some((extra) => extra.reads.includes(what));
  const parameters = reads('url') ? code`, ${reads('response') ? nothing : code`_`}response: Response, url: URL` : reads('response') ? code`, response: Response` : nothing;
  const none = [code`records: []`, ...loop.extras.map((extra) => code`${identifier(extra.name)}: ${extra.none}`)];
  return code`
    ${jsdoc(docWords(model.selector.length === 0 ? 'The records: the body itself.' : `The records at \`${showPath(model.selector)}\`.`))}
    function ${names.select}(body: unknown, place: RecordPlace${parameters}): ${result} {
      ${extras.length === 0 ? nothing : code`if (body === undefined) return { ${join(none, ', ')} }; // 204 No Content`}
      const records = ${extras.length === 0 ? code`body === undefined ? [] : ${found}; // undefined: 204 No Content` : code`${found};`}
      if (!Array.isArray(records)) throw new ${prefix}ResponseError(place, 'no_records', ${literal(`: expected ${where}`)});
      ${extras.length === 0 ? code`return ${decoded};` : code`return { records: ${decoded}, ${join(extras, ', ')} };`}
    }
  `;
}
