import { records } from '../diagnostics/messages/records.js';
import type { Reading } from '../shape.js';
import type { FieldsSpec } from './field.js';
import type { FieldSpec } from './field-facts.js';
import { jsonTypesOf } from './json-types.js';
import type { TypeModel } from './model.js';
import { tellsOf, toldByModel, toldBySpec } from './tells.js';
import { typeWords } from './words.js';

/** The fields that tell the objects of a union apart; where nothing does, that is reported. */
export function tellsIn(
  members: readonly TypeModel[],
  variants: readonly FieldSpec[],
  sharedFields: ReadonlyMap<string, FieldsSpec> | undefined,
  reading: Reading,
): readonly (string | undefined)[] {
  const known = members.map((type) => {
    if (type.kind === 'object') return toldByModel(type.fields);
    return type.kind === 'record' ? toldBySpec(sharedFields?.get(type.record.typeName) ?? new Map()) : undefined;
  });
  const tells = tellsOf(known.flatMap((each) => (each === undefined ? [] : [each])));
  let at = 0;
  return known.map((each, index) => {
    if (each === undefined) return undefined;
    const tell = tells[at++];
    if (tell === undefined && at < tells.length) reading.report(records.untold(reading.spanOf(variants, index)));
    return tell;
  });
}

/** Whether a member of a union is an object whose fields are known. */
export function isObjectSpec(spec: FieldSpec): boolean {
  return typeof spec !== 'string' && (spec.fields !== undefined || spec.record !== undefined);
}

/** Reports two members of a union that the same JSON value could be; objects with fields may be told apart by these. */
export function reportTwins(members: readonly TypeModel[], place: object, reading: Reading): void {
  const seen = new Map<string, TypeModel>();
  const hasFields = ({ kind }: TypeModel): boolean => kind === 'object' || kind === 'record';
  members.forEach((member, index) => {
    for (const type of jsonTypesOf(member)) {
      const twin = seen.get(type);
      if (twin !== undefined && !(hasFields(twin) && hasFields(member))) {
        reading.report(records.unionMembers(reading.spanOf(place, index), typeWords(twin), typeWords(member)));
        return;
      }
    }
    for (const type of jsonTypesOf(member)) seen.set(type, member);
  });
}
