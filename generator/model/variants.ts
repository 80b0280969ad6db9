import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { orElse, withoutGaps } from '../gap.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { RecordType } from '../types/model.js';
import type { Path } from '../selector.js';
import type { ResourceDraft } from './resource.js';
import { keysOf } from './keys.js';

/** What a read or a request uses of records that are one of several is what each of them has. */
export function checkVariants(
  specs: readonly ResourceSpec[],
  drafts: readonly ResourceDraft[],
  types: readonly { readonly type: RecordType }[],
  reading: Reading,
): void {
  specs.forEach((spec, index) => {
    withoutGaps(() => checkWords(spec, reading));
    const type = orElse(
      () => types[index]?.type,
      () => undefined,
    );
    if (
      orElse(
        () => type?.variants === undefined,
        () => true,
      )
    )
      return;
    const only = new Set(type?.fields.filter(({ ofSome }) => ofSome === true).map(({ name }) => name));
    const refuse = (name: string | undefined, span: { readonly start: number; readonly end: number }, what: string): void => {
      if (name === undefined || !only.has(name)) return;
      const message = `${shorten(name)} is not a field of each variant, and ${what}`;
      reading.report(messages.pattern(span, 'spec/variants', message, 'Declare it under fields, which each of them has.'));
    };
    for (const key of ['primary_key', 'merge_key'] as const)
      for (const name of keysOf(spec, key)) refuse(name, reading.spanOf(spec, key), 'a key is in every record');
    withoutGaps(() => {
      const { endpoint } = spec;
      const said = endpoint?.incremental;
      if (endpoint !== undefined && said !== undefined && said !== null) {
        const parsed = parseSelector(said.cursor_path);
        refuse(parsed.ok ? firstKey(parsed.path) : undefined, reading.spanOf(said, 'cursor_path'), 'a cursor is in every record');
      }
      const model = drafts[index]?.model;
      for (const { field } of model?.filter.flat() ?? [])
        refuse(field, reading.spanOf(endpoint ?? spec, endpoint === undefined ? 'name' : 'filter'), 'a filter asks every record');
    });
    const { name } = spec;
    drafts.forEach((draft) =>
      withoutGaps(() => {
        for (const { reference, span } of [...draft.scope.parents, ...draft.scope.mentioned])
          if (reference.resource.raw === name) refuse(firstKey(reference.field), span, 'what is read for it needs it of every record');
      }),
    );
  });
}

function firstKey([first]: Path): string | undefined {
  return first?.kind === 'key' ? first.key : undefined;
}

/** Keys that only go together. */
function checkWords(spec: ResourceSpec, reading: Reading): void {
  if (spec.discriminator !== undefined && spec.variants === undefined) {
    reading.report(
      messages.pattern(
        reading.keySpanOf(spec, 'discriminator'),
        'spec/variants',
        'a discriminator tells variants apart, and there are none',
        'Say variants, by its words.',
      ),
    );
  }
  if (spec.variants === undefined) return;
  const span = reading.keySpanOf(spec, 'variants');
  if (spec.fields === undefined)
    reading.report(
      messages.pattern(
        span,
        'spec/variants',
        'variants stand beside the fields that each of them has',
        'Declare those under fields: the key, at least.',
      ),
    );
  if (spec.key_case !== undefined)
    reading.report(
      messages.pattern(
        reading.keySpanOf(spec, 'key_case'),
        'spec/variants',
        'names of variants are as the API sends them',
        'Leave out key_case.',
      ),
    );
}
