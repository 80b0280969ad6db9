// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { castBoolean, castInteger, castNumber, castString, isObject } from '../internal/checks.ts';
import { CensusRecordError, type ReadPosition } from '../errors.ts';
import { exactDecimal } from '../internal/exact-json.ts';
import { cityJsonSchema } from '../json-schemas/city.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface City {
  readonly id: number;
  readonly name: string | null;
  readonly area: number | null;
  readonly capital: boolean;
  /** A decimal number, with the digits it was sent with. */
  readonly debt?: string | null;
}

/**
 * Returns `city` as a {@link City}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link CensusRecordError} that names the field.
 */
export function decodeCity(city: unknown, place: ReadPosition): City {
  if (!isObject<keyof City>(city)) throw new CensusRecordError(place, '', 'an object', city);
  if (city.id !== undefined) city.id = castInteger(city.id);
  if (!Number.isSafeInteger(city.id)) throw new CensusRecordError(place, 'id', 'a safe integer', city.id);
  if (city.name !== undefined) city.name = castString(city.name);
  city.name ??= null;
  if (city.name !== null && typeof city.name !== 'string') {
    throw new CensusRecordError(place, 'name', 'a string or null', city.name);
  }
  if (city.area === 'NaN' || city.area === 'N/A') city.area = null;
  if (city.area !== undefined) city.area = castNumber(city.area);
  city.area ??= null;
  if (city.area !== null && !Number.isFinite(city.area)) {
    throw new CensusRecordError(place, 'area', 'a number or null', city.area);
  }
  if (city.capital !== undefined) city.capital = castBoolean(city.capital);
  if (typeof city.capital !== 'boolean') {
    throw new CensusRecordError(place, 'capital', 'true or false', city.capital);
  }
  if (city.debt !== undefined && city.debt !== null) {
    const exactDebt = exactDecimal(city, 'debt');
    if (exactDebt === undefined) throw new CensusRecordError(place, 'debt', 'a decimal number or null', city.debt);
    city.debt = exactDebt;
  }
  return city as City; // every field was checked above
}

/** What a {@link City} has beyond its declared fields: it passes as it came. */
export function extraCityFields({ id, name, area, capital, debt, ...extra }: City): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link City} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const citySchema: StandardSchema<City> = /* @__PURE__ */ standardSchema(decodeCity, 'city', cityJsonSchema);
