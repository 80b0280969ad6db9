import { buildModel } from '../model/build.js';
import type { DraftMap } from '../draft/draft.js';
import { draftTree, isSameTree } from '../draft/tree.js';
import { load, type SpecSource } from '../spec/load.js';
import { validate } from '../spec/validate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SpecNode } from '../shape.js';

/** What is wrong with a spec, and the tree to find out where. */
export interface CheckedSpec {
  readonly diagnostics: readonly Diagnostic[];
  readonly root: SpecNode | undefined;
}

/** Reads a spec's text as `generate` does. */
export function checkSpec(text: string): CheckedSpec {
  const loaded = load(FILE, Buffer.from(text));
  if (!loaded.ok) return { diagnostics: loaded.diagnostics, root: undefined };
  return checked(loaded.source);
}

/** The same for a draft, which nobody has to read for that. */
export function checkDraft(draft: DraftMap): CheckedSpec {
  return checked({ path: FILE, text: '', root: draftTree(draft), sha256: '' });
}

/** Whether the text of a draft is read as the draft that it is of. */
export function isReadAs(text: string, draft: DraftMap): boolean {
  const loaded = load(FILE, Buffer.from(text));
  return loaded.ok && isSameTree(loaded.source.root, draftTree(draft));
}

const FILE = 'import.yaml';

function checked(source: SpecSource): CheckedSpec {
  const { document, reading } = validate(source);
  if (document !== undefined) buildModel(document, FILE, reading, 'import');
  return { diagnostics: reading.diagnostics.filter(({ severity }) => severity === 'error'), root: source.root };
}

const spec = (client: string, resource: string): string =>
  `name: a\nconfig: { o: { type: string, optional: true } }\nclient: { ${client === '' ? 'base_url: "https://a.example"' : client} }\nresources: [{ name: things, ${resource} }]\n`;
const endpoint = (words: string, more = ''): string => spec('', `endpoint: { ${words} }${more}`);

/**
 * What importers can say where the language has it, and say in another way where it has not: a spec for each that is refused
 * without it. It switches itself on with the language.
 */
const FEATURES = {
  'a base URL by choice': spec(
    'base_url: { from: config.o, values: { eu: "https://eu.example", us: "https://us.example" } }',
    'endpoint: a',
  ),
  'the first page unsent': endpoint('paginator: { type: page_number, base_page: 1, first_page: unsent }'),
  'an absent has_more': endpoint('paginator: { type: page_number, base_page: 1, has_more_path: more, has_more_absent: end }'),
  'has_more beside a link': endpoint('paginator: { type: json_link, next_url_path: next, has_more_path: more }'),
  'one object for a list': endpoint('single_object: record, paginator: { type: page_number, base_page: 1 }'),
  'a secret option':
    'name: a\nconfig: { o: { type: string, secret: true } }\nclient: { base_url: "https://a.example" }\nresources: [{ name: things, endpoint: { params: { o: "{config.o}" } } }]\n',
  'several formats of a time': endpoint('paginator: single_page', ', fields: { at: { type: datetime, format: [iso8601, "%Y-%m-%d"] } }'),
  'a cast': endpoint('paginator: single_page', ', fields: { n: { type: integer, cast: true } }'),
  'a nested key': endpoint(
    'paginator: single_page',
    ', primary_key: info.id, fields: { info: { type: object, nullable: false, fields: { id: { type: string, nullable: false } } } }',
  ),
  'a step of the offset': endpoint('paginator: { type: offset, limit: 5, total_path: total, advance: limit }'),
  'a total of records': endpoint('paginator: { type: page_number, base_page: 1, total_path: total, total: records }'),
  'fields that are added': endpoint('paginator: single_page', ', add: { o: { value: "{config.o}" } }'),
  'dates for times':
    'name: a\nconfig: { o: datetime }\nclient: { base_url: "https://a.example" }\nresources: [{ name: things, endpoint: { incremental: { cursor_path: at, start_param: since, initial_value: "{config.o}" } }, fields: { at: date } }]\n',
  'instants for epochs':
    'name: a\nconfig: { o: datetime }\nclient: { base_url: "https://a.example" }\nresources: [{ name: things, endpoint: { incremental: { cursor_path: at, start_param: since, initial_value: "{config.o}" } }, fields: { at: { type: datetime, format: epoch_s } } }]\n',
} as const;

export type Feature = keyof typeof FEATURES;

const known = new Map<Feature, boolean>();

export function knows(feature: Feature): boolean {
  const before = known.get(feature);
  if (before !== undefined) return before;
  const isKnown = checkSpec(FEATURES[feature]).diagnostics.length === 0;
  known.set(feature, isKnown);
  return isKnown;
}
