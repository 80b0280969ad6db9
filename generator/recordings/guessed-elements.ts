import type { JsonValue } from '../shape.js';
import { isList, isObject } from './places.js';

/**
 * Records of documents, all text, with what the elements of one name are in all of them: a list where one has several, an object where one
 * has attributes, numbers, true and false where all texts are; null where there is nothing.
 */
export function guessedElements(values: readonly JsonValue[]): readonly JsonValue[] {
  if (values.some(isList)) {
    const lists = values.map((value) => (isList(value) ? value : value === null ? [] : [value]));
    const items = guessedElements(lists.flat());
    let at = 0;
    return lists.map(({ length }) => items.slice(at, (at += length)));
  }
  if (values.some(isObject)) return guessedObjects(values);
  const texts = values.filter((value) => typeof value === 'string' && value !== '');
  const are = (pattern: RegExp): boolean => texts.length > 0 && texts.every((text) => pattern.test(String(text)));
  const read = are(/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/) ? Number : are(/^(true|false)$/) ? (text: string) => text === 'true' : String;
  return values.map((value) => (value === '' || value === null ? null : read(String(value))));
}

function guessedObjects(values: readonly JsonValue[]): readonly JsonValue[] {
  const objects = values.map((value) => (isObject(value) ? value : value === '' || value === null ? {} : { '#text': value }));
  const made = objects.map((): Record<string, JsonValue> => ({}));
  for (const name of new Set(objects.flatMap(Object.keys))) {
    const having = objects.flatMap((object, index) => (Object.hasOwn(object, name) ? [{ index, value: object[name] ?? null }] : []));
    const guessed = guessedElements(having.map(({ value }) => value));
    having.forEach(({ index }, at) => {
      const record = made[index];
      if (record !== undefined) record[name] = guessed[at] ?? null;
    });
  }
  return made;
}
