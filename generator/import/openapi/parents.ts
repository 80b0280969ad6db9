import { look, sure, type Finding } from '../../detect/exchange.js';
import type { ListOperation } from './lists.js';
import type { Schemas } from './schema.js';

/** A part of a path that is a value: of a record of another list, or an option. */
export interface Bound {
  readonly param: string;
  readonly parent: ListOperation | undefined;
  readonly field: Finding<string> | undefined;
}

/**
 * What stands in the path of a list: `/a/{x}/b` is read for each record of the list `/a`, where there is one. Only the last value
 * has a parent; those before it are its own parents' values, and options here.
 */
export function boundOf(list: ListOperation, lists: ReadonlyMap<string, ListOperation>, schemas: Schemas): readonly Bound[] {
  const parts = list.operation.path.split('/');
  const values = parts.flatMap((part, index) => {
    const param = /^\{([^{}]+)\}$/.exec(part.replace(/\.json$/, ''))?.[1];
    return param === undefined ? [] : [{ param, prefix: parts.slice(0, index).join('/') }];
  });
  return values.map(({ param, prefix }, index): Bound => {
    const isLast = index === values.length - 1;
    const parent = isLast ? (lists.get(prefix) ?? lists.get(`${prefix}/`) ?? lists.get(`${prefix}.json`)) : undefined;
    if (parent === undefined || parent === list || parent.isScalar) return { param, parent: undefined, field: undefined };
    const field = fieldOf(param, parent, schemas);
    return field === undefined ? { param, parent: undefined, field: undefined } : { param, parent, field };
  });
}

/** The field of a parent that a value is: one of the same name, an id, or of things that go by a name that. */
function fieldOf(param: string, parent: ListOperation, schemas: Schemas): Finding<string> | undefined {
  const properties = schemas.properties(schemas.of(parent.row));
  const isPlain = (name: string): boolean => {
    const value = properties.get(name);
    if (value === undefined) return false;
    const [type, ...more] = schemas.of(value).types;
    return more.length === 0 && ['string', 'integer', 'number'].includes(type ?? '');
  };
  if (isPlain(param)) return sure(param, 'it has that name');
  const same = [...properties.keys()].find((name) => fold(name) === fold(param) && isPlain(name));
  if (same !== undefined) return sure(same, 'it has that name');
  const isId = /(?:^|_)(?:id|sid|uuid|key|gid|uid|number)$|[a-z]I[dD]$|Sid$|Key$|Number$/.test(param);
  if (isId) {
    const suffix = /(number|key|sid|uuid|gid|uid)$/i.exec(param)?.[1]?.toLowerCase();
    const named = [...properties.keys()].find((name) => suffix !== undefined && fold(name) === suffix && isPlain(name));
    if (named !== undefined) return sure(named, 'it ends so');
    const id = ['id', 'sid', 'gid', 'uuid', 'uid', '_id', 'ID'].find(isPlain);
    return id === undefined ? undefined : sure(id, 'an id');
  }
  const name = ['login', 'slug', 'name', 'key', 'code', 'id', 'sid', 'gid', 'uuid'].find(isPlain);
  return name === undefined ? undefined : look(name, `{${param}} goes by a name, mostly`);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
