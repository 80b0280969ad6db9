import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { gap, orElse, withGaps, withoutGaps } from '../gap.js';
import { buildIncremental } from '../incremental/build.js';
import type { IncrementalModel } from '../incremental/model.js';
import type { FieldModel, RecordsModel, RecordType, ValueModel } from '../types/model.js';
import { declarationOf, firstOf, passesList } from './parent-hints.js';
import { showPath, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceModel } from './connector-model.js';
import type { IncludedField, ParentModel } from './parts-model.js';
import { groupOf, notGrouped } from './group.js';
import type { ResourceDraft } from './resource.js';
import { skippedStatuses } from './skipped.js';

/**
 * What a model is for. Recordings are made before fields are known, since `infer` proposes them; the code of a package needs their types. What is
 * imported declares its cursors.
 */
export type Purpose = 'package' | 'recording' | 'import';

/** The resources with their parents, whose records are known now. Those with gaps are left out: they were refused. */
export function withParents(
  drafts: readonly ResourceDraft[],
  kept: readonly Pick<ResourceModel, 'deletedWhen' | 'lists'>[],
  records: RecordsModel,
  reading: Reading,
  purpose: Purpose,
): readonly ResourceModel[] {
  withoutGaps(() => checkCycles(drafts, reading));
  return drafts.flatMap((draft, index) => {
    const incremental = orElse(() => incrementalOf(draft, records, reading), gap<IncrementalModel>);
    const parent = orElse(() => parentOf(draft, records, reading, purpose), gap<ParentModel>);
    return orElse<readonly ResourceModel[]>(
      () => {
        if (incremental !== null) checkMaximum(draft, incremental, reading);
        const bounds = [incremental?.initial, incremental?.end, incremental?.timezone].flatMap((bound) =>
          bound?.kind === 'option' ? [bound.option.raw] : [],
        );
        const config = draft.scope.config.filter((option) => draft.model.config.includes(option) || bounds.includes(option.name.raw));
        return [{ ...draft.model, config, parent, incremental, ...(kept[index] ?? { deletedWhen: null, lists: [] }) }];
      },
      () => [],
    );
  });
}

/** A read that ends at a maximum has not seen all: what it has seen comes again, unless it is sorted. */
function checkMaximum({ spec, model }: ResourceDraft, { order, last }: IncrementalModel, reading: Reading): void {
  const stop = 'stop' in model.paginator ? model.paginator.stop : undefined;
  const isTold = stop !== undefined && (stop.total !== null || stop.hasMore !== null);
  const isSorted = order === (last === 'max' ? 'asc' : 'desc');
  if (stop?.maximum?.then !== 'stop' || !isTold || isSorted || model.writeDisposition !== 'append') return;
  reading.report(
    messages.pattern(
      reading.spanOf(spec, 'endpoint'),
      'spec/maximum-append',
      'rows that are read up to a maximum come again with the next run, and appended they are there twice',
      'Say row_order: asc where the API sorts so, write_disposition: merge, or on_maximum: fail.',
    ),
  );
}

function incrementalOf({ spec, scope }: ResourceDraft, records: RecordsModel, reading: Reading): IncrementalModel | null {
  const block = spec.endpoint?.incremental;
  const record = records.resources.find((each) => each.resource === spec.name)?.type;
  if (block === undefined || block === null || record === undefined) return null;
  if (spec.write_disposition === 'replace') {
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'write_disposition'),
        'spec/replace-incremental',
        'replace drops old rows while incremental reads only new ones: rows would be lost',
        'Use merge or append.',
      ),
    );
  }
  if (scope.bounds.has('start') && block.initial_value === undefined) {
    reading.report(
      messages.pattern(
        reading.spanOf(block),
        'spec/no-initial-value',
        '{incremental.start_value} has no value in the first run',
        'Set initial_value.',
      ),
    );
  }
  return (
    buildIncremental(
      block,
      withGaps(
        { resource: spec.name, record, config: scope.config, namesStart: scope.bounds.has('start'), namesEnd: scope.bounds.has('end') },
        scope.complete ? [] : ['namesStart', 'namesEnd'],
      ),
      reading,
    ) ?? null
  );
}

function parentOf({ spec, scope, model }: ResourceDraft, records: RecordsModel, reading: Reading, purpose: Purpose): ParentModel | null {
  const [first] = scope.parents;
  const [mentioned] = scope.mentioned;
  if (mentioned !== undefined && mentioned.reference.resource.raw !== first?.reference.resource.raw) {
    const what = `${shorten(mentioned.reference.resource.raw)} is not the parent of ${shorten(spec.name)}`;
    reading.report(
      messages.pattern(mentioned.span, 'spec/no-parent', what, 'Name a field of it in the endpoint: {resources.parent.field}.'),
    );
  }
  if (first === undefined) {
    if (spec.include_from_parent !== undefined && scope.complete)
      reading.report(
        messages.pattern(
          reading.keySpanOf(spec, 'include_from_parent'),
          'spec/no-parent',
          `${shorten(spec.name)} has no parent`,
          'Name a field of it in the endpoint: {resources.parent.field}.',
        ),
      );
    return null;
  }
  const { resource } = first.reference;
  const record = records.resources.find((each) => each.resource === resource.raw)?.type;
  const paths = new Map<string, { readonly path: Path; readonly nullable: boolean }>();
  for (const { reference, span } of [...scope.parents, ...scope.mentioned]) {
    const field = record?.declared === true ? declaredAt(record, reference.field, records) : undefined;
    if (record?.declared === true && field === undefined) {
      const match = closest(
        showPath(reference.field),
        record.fields.map((each) => each.name),
      );
      reading.report(
        messages.pattern(
          span,
          'spec/unknown-field',
          `${shorten(resource.raw)} has no field ${shorten(showPath(reference.field))}`,
          match === undefined ? undefined : `Did you mean "${match}"?`,
        ),
      );
    }
    if (record?.declared === false && purpose === 'package') {
      reading.report(
        messages.pattern(
          span,
          'spec/undeclared-field',
          `${shorten(resource.raw)} declares no fields, and so not what ${shorten(showPath(reference.field))} can be`,
          `Declare it there: ${declarationOf(reference.field)}.`,
        ),
      );
    } else if (field !== undefined && COMPOSITES.includes(field.type.kind) && isWritten(model, reference.field)) {
      reading.report(
        messages.pattern(
          span,
          'spec/not-a-value',
          `${shorten(showPath(reference.field))} of ${shorten(resource.raw)} is not a text, a number or a boolean`,
          passesList(record, reference.field)
            ? `Write ${firstOf(resource.raw, reference.field)} for the first of the list.`
            : `Where it is one: ${declarationOf(reference.field)}. Any value may stand alone in json.`,
        ),
      );
    }
    if (!scope.parents.some((each) => each.reference === reference)) continue;
    const nullable =
      field === undefined || field.nullable || reference.field.length > 1 || !('optional' in field) || field.optional !== false;
    paths.set(showPath(reference.field), { path: reference.field, nullable });
    const refused =
      groupOf(spec) === null || field === undefined ? undefined : notGrouped(field.type, nullable && spec.on_null_parent !== 'skip');
    if (refused !== undefined)
      reading.report(messages.pattern(span, 'spec/group', `${shorten(showPath(reference.field))} ${refused.message}`, refused.hint));
  }
  return {
    resource,
    fields: [...paths.values()],
    included: (spec.include_from_parent ?? []).map((said) =>
      includedAs(resource.raw, said, (name) => records.resources.some((each) => each.resource === name)),
    ),
    onNull: spec.on_null_parent ?? 'fail',
    skippedStatuses: skippedStatuses(spec, reading),
  };
}

/** A field that records include: `id` of the parent is `_posts_id`; `users.id` is of one further up, which the parent includes itself. */
export function includedAs(parent: string, said: string, isResource: (name: string) => boolean): IncludedField {
  const { of, field } = ownerOf(said, isResource);
  const as = `_${of ?? parent}_${field}`;
  return { field: of === undefined ? field : as, as };
}

/** Whose field is included, and which: `users.id` is one of users, where there is such a resource; whatever else is one of the parent. */
export function ownerOf(said: string, isResource: (name: string) => boolean): { readonly of?: string; readonly field: string } {
  const at = said.indexOf('.');
  const of = said.slice(0, Math.max(0, at));
  return isResource(of) ? { of, field: said.slice(at + 1) } : { field: said };
}

/** Values that cannot be written into a URL or a header. */
const COMPOSITES: readonly FieldModel['type']['kind'][] = ['json', 'array', 'map', 'object', 'record', 'variants'];

/** Whether a field of the parent stands in the path, the query or a header. */
function isWritten({ path, params, headers }: ResourceDraft['model'], field: Path): boolean {
  return [path, ...params.map(({ value }) => value), ...headers.map(({ value }) => value)].some((template) =>
    template.some((part) => typeof part !== 'string' && part.kind === 'parent' && showPath(part.field) === showPath(field)),
  );
}

/** What is declared of a place in a record; nothing where its fields do not lead there. */
function declaredAt(record: RecordType, path: Path, { types }: RecordsModel): FieldModel | ValueModel | undefined {
  const [first, ...rest] = path;
  let at: FieldModel | ValueModel | undefined = first?.kind === 'key' ? record.fields.find((each) => each.name === first.key) : undefined;
  for (const step of rest) {
    const type = at?.type;
    if (type === undefined) return undefined;
    if (type.kind === 'array' && step.kind === 'index') at = type.items;
    else if (type.kind === 'map') at = type.values;
    else {
      const fields =
        type.kind === 'object'
          ? type.fields
          : type.kind === 'record'
            ? types.find(({ typeName }) => typeName === type.record.typeName)?.fields
            : undefined;
      if (fields === undefined) return at;
      at = fields.find((each) => step.kind === 'key' && each.name === step.key);
    }
  }
  return at;
}

function checkCycles(drafts: readonly ResourceDraft[], reading: Reading): void {
  for (const draft of drafts) {
    const seen = new Set<string>();
    for (let at: ResourceDraft | undefined = draft; at !== undefined;) {
      const parent: string | undefined = at.scope.parents[0]?.reference.resource.raw;
      if (parent === draft.spec.name) {
        reading.report(
          messages.pattern(
            draft.scope.parents[0]?.span ?? reading.spanOf(draft.spec),
            'spec/cycle',
            `${shorten(draft.spec.name)} depends on itself`,
          ),
        );
        break;
      }
      if (parent === undefined || seen.has(parent)) break;
      seen.add(parent);
      at = drafts.find((each) => each.spec.name === parent);
    }
  }
}
