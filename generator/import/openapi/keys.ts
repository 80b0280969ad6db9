import { look, sure, type Finding } from '../../detect/exchange.js';
import { nameOf, singular } from '../../names.js';
import { knows } from '../language.js';
import { isObjectShape, type Schemas, type Shape } from './schema.js';

const IDS = ['id', 'uuid', 'guid', '_id', 'sid', 'gid', 'uid', 'ID', 'Id', 'key', 'token'];
const NAMES = ['slug', 'code', 'name', 'login', 'number'];

/**
 * The field that tells records apart, by its name: a document that calls it nullable or leaves it out of `required` is wrong.
 * `same`: names in the path, which are the same in all records of an answer.
 */
export function keyOf(schemas: Schemas, row: Shape, word: string, same: readonly string[] = []): Finding<string> | undefined {
  const properties = schemas.properties(row);
  const isPlain = (name: string): boolean => {
    const value = properties.get(name);
    if (value === undefined || (same.includes(name) && name !== 'id')) return false;
    const shape = schemas.of(value);
    return shape.types.length === 1 && ['string', 'integer', 'number'].includes(shape.types[0] ?? '') && shape.format !== 'date-time';
  };
  const id = IDS.slice(0, 9).find(isPlain);
  if (id !== undefined) return sure(id, 'an id');
  const metadata = properties.get('metadata');
  if (metadata !== undefined && knows('a nested key')) {
    const inner = schemas.of(metadata);
    if (isObjectShape(inner) && schemas.property(inner, 'uid') !== undefined) return sure('metadata.uid', 'the uid of its metadata');
  }
  const one = nameOf(singular(word)).kebab.replaceAll('-', '');
  const named = [...properties.keys()].find(
    (name) => isPlain(name) && [`${one}id`, `${one}sid`, `${one}uuid`, `${one}key`].includes(name.toLowerCase().replace(/[^a-z0-9]/g, '')),
  );
  if (named !== undefined)
    return same.length === 0
      ? sure(named, 'the id of the thing')
      : look(named, 'the id of the thing, maybe only inside of what its path names');
  const other =
    IDS.slice(9).find(isPlain) ?? [...properties.keys()].find((name) => /(?:^|_)(?:id|uuid|sid)$|[a-z]I[dD]$/.test(name) && isPlain(name));
  if (other !== undefined) return look(other, 'looks like an id');
  const name = NAMES.find(isPlain);
  return name === undefined ? undefined : look(name, 'no id; a name that may tell them apart');
}
