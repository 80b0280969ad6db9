import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { FieldsSpec } from '../types/field.js';
import { showPath } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { pathOf, renamedPath, singlePlaces } from './changes.js';
import { keyInCase, type ChangesModel } from './changes-model.js';
import { Places } from './record-places.js';

/** Changes of records that cannot be: what they name is not there, or there already. */

/** Where undeclared fields are refused, what a field is made of must be declared, or gone. */
export function checkFrozen(fields: FieldsSpec, spec: ResourceSpec, changes: ChangesModel, document: SpecDocument, reading: Reading): void {
  const contract = spec.schema_contract ?? document.schema_contract;
  const columns = typeof contract === 'object' ? contract.columns : contract;
  if (columns !== 'freeze' && columns !== 'discard_row') return;
  const gone = [...changes.taken, ...changes.flattened.map(({ path }) => path)].flatMap(([step, ...rest]) =>
    step?.kind === 'key' && rest.length === 0 ? [step.key] : [],
  );
  for (const { path, key, report } of singlePlaces(spec, reading)) {
    const [first] = path;
    if (key !== 'add' || first?.kind !== 'key' || gone.includes(first.key)) continue;
    const name = changes.keyCase === null ? first.key : keyInCase(first.key, changes.keyCase);
    if (fields.has(name)) continue;
    const what = `${shorten(name)} is not declared, and with schema_contract: ${columns} no record passes that has it`;
    report('spec/add-place', what, `Say drop: [${first.key}], or declare it.`);
  }
}

/** Refuses declared fields that no record has after its changes: those that are dropped, or get another name. */
export function checkGone(fields: FieldsSpec, spec: ResourceSpec, changes: ChangesModel, places: Places, reading: Reading): void {
  const made = new Set(changes.added.map(({ name }) => name));
  (spec.drop ?? []).forEach((said, index) => {
    const path = pathOf(said);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key))) return;
    const found = places.at(path);
    const isDeclared = found.kind === 'declared' || (path.length === 1 && fields.has(first.key));
    if (isDeclared)
      refuseGone(reading.spanOf(spec.drop ?? spec, index), said, 'is dropped', 'Leave it out under fields, or do not drop it.', reading);
  });
  for (const [from, name] of spec.rename ?? []) {
    const path = renamedPath(from);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key)) || places.at(path).kind !== 'declared') continue;
    refuseGone(
      reading.spanOf(spec.rename ?? spec, from),
      from,
      `is renamed to ${shorten(name)}`,
      `Declare ${shorten(name)} in its place.`,
      reading,
    );
  }
  (spec.flatten ?? []).forEach((said, index) => {
    const path = pathOf(typeof said === 'string' ? said : said.path);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key)) || places.at(path).kind !== 'declared') return;
    const hint = 'Declare its members among the fields of the record.';
    refuseGone(reading.spanOf(spec.flatten ?? spec, index), showPath(path), 'is flattened', hint, reading);
  });
}

function refuseGone(
  span: { readonly start: number; readonly end: number },
  name: string,
  why: string,
  hint: string,
  reading: Reading,
): void {
  reading.report(messages.pattern(span, 'spec/gone-field', `${shorten(name)} ${why}, and a field that is declared`, hint));
}

/** A field whose name could not come of the case. */
export function checkCase(fields: FieldsSpec, spec: ResourceSpec, { keyCase, added, asSent }: ChangesModel, reading: Reading): void {
  if (keyCase === null) return;
  const own = new Set([...added.map(({ name }) => name), ...(spec.fields === undefined ? [] : includedNames(fields, spec))]);
  const visit = (within: FieldsSpec, skipped: ReadonlySet<string>, kept: ChangesModel['asSent'] | true): void => {
    for (const [name, field] of within) {
      const inCase = keyInCase(name, keyCase);
      if (!skipped.has(name) && inCase !== name) {
        reading.report(
          messages.pattern(
            reading.keySpanOf(within, name),
            'spec/key-case',
            `with key_case: ${keyCase} no field is called ${shorten(name)}`,
            `Call it ${inCase}.`,
          ),
        );
      }
      const inside = kept === true ? true : kept[name];
      if (keyCase === 'lower' || inside === true || typeof field === 'string') continue;
      const inner = field.items !== undefined && typeof field.items !== 'string' ? field.items.fields : field.fields;
      if (inner !== undefined) visit(inner, new Set(), inside ?? {});
    }
  };
  visit(fields, own, asSent);
}

/** Fields of parents and lists, which are not the API's. */
function includedNames(fields: FieldsSpec, spec: ResourceSpec): readonly string[] {
  return [...fields.keys()].filter((name) => spec.fields?.has(name) !== true);
}
