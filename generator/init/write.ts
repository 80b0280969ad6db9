import type { Finding } from '../detect/exchange.js';
import { block, draftText, entry, fromJson, mapping, type Draft, type DraftMap } from '../draft/draft.js';
import type { ProposedResource, ProposedSpec } from './propose.js';

/** How requests are signed, as a spec says it. */
export type AuthChoice = readonly (readonly [key: string, value: string])[];

export interface SpecFacts {
  readonly name: string;
  readonly auth: AuthChoice | undefined;
  /** Headers that every request has. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The text of a first spec: explicit values only, each with its reason, `LOOK` where it is a guess. */
export function specText({ name, auth, headers }: SpecFacts, { baseUrl, resources }: ProposedSpec): string {
  return draftText(
    block(
      entry('name', name),
      entry('version', '0.1.0'),
      {
        key: 'client',
        above: [''],
        value: block(
          entry('base_url', baseUrl.value, note(baseUrl)),
          headers.length === 0 ? undefined : entry('headers', fromJson(Object.fromEntries(headers))),
          auth === undefined ? undefined : entry('auth', fromJson(Object.fromEntries(auth))),
        ),
      },
      { key: 'resources', above: [''], value: resources.map((resource, index) => resourceDraft(resource, index === 0)) },
    ),
  );
}

/** A resource as a spec has it. */
export function resourceDraft(resource: ProposedResource, isFirst: boolean): DraftMap {
  const { name, detected, primaryKey, fields } = resource;
  const [cursor] = detected.cursors;
  const below = [
    ...(primaryKey === undefined ? [`no primary_key: ${detected.noKey}`] : []),
    ...(cursor === undefined
      ? []
      : [`cursor: ${cursor.value.path.join('.')} looks like one (${cursor.reason}); incremental needs the name of its parameter too`]),
  ];
  return {
    ...block(
      { ...entry('name', name), ...(isFirst ? {} : { above: [''] }) },
      entry('endpoint', endpointDraft(resource)),
      primaryKey === undefined ? undefined : entry('primary_key', one(primaryKey.value), note(primaryKey)),
      primaryKey === undefined ? undefined : entry('write_disposition', 'merge'),
      fields.size === 0
        ? undefined
        : entry(
            'fields',
            block(...[...fields].map(([field, type]) => entry(field, mapping(entry('type', type), entry('nullable', false))))),
          ),
    ),
    below,
  };
}

function endpointDraft({ path, pathNote, method, params, json, detected, paging }: ProposedResource): Draft {
  return block(
    entry('path', path, pathNote),
    method === 'GET' ? undefined : entry('method', method),
    params.length === 0
      ? undefined
      : entry('params', {
          entries: params.map(([name, value, said]) => (said === undefined ? entry(name, value) : entry(name, value, said))),
        }),
    json === undefined ? undefined : entry('json', fromJson(json)),
    entry('data_selector', detected.selector.value, note(detected.selector)),
    detected.selectorOptional === undefined ? undefined : entry('data_selector_optional', true, note(detected.selectorOptional)),
    detected.reshape === undefined ? undefined : entry('reshape', fromJson(detected.reshape.value), note(detected.reshape)),
    entry('paginator', fromJson(paging.value.paginator), note(paging)),
  );
}

function one(fields: readonly string[]): Draft {
  const [field = ''] = fields;
  return fields.length === 1 ? field : fields;
}

function note({ reason, sure }: Finding<unknown>): string {
  return sure ? reason : `LOOK: ${reason}`;
}
