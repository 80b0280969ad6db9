import { parseSelector, type Path } from '../selector.js';
import type { ResourceSpec } from '../spec/document.js';

/** A field of a key, and its place where it does not stand at the top of the record. */
export interface KeyField {
  readonly name: string;
  readonly path: Path | null;
}

type Keyed = Pick<ResourceSpec, 'primary_key' | 'merge_key' | 'fields' | 'columns' | 'schema'>;

/** The fields of a key. `info.run_id` is the field `info_run_id`, unless a field of the very name is declared. */
export function keyFieldsOf(spec: Keyed, key: 'primary_key' | 'merge_key'): readonly KeyField[] {
  const said = spec[key];
  const names = said === undefined || said === null ? [] : typeof said === 'string' ? [said] : said;
  return names.map((name) => {
    if (!/[.[]/.test(name) || isDeclared(spec, name)) return { name, path: null };
    const parsed = parseSelector(name);
    if (!parsed.ok || parsed.path.length < 2 || parsed.path.some((step) => step.kind === 'every')) return { name, path: null };
    const words = parsed.path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? String(step.index) : ''));
    return { name: words.join('_').replace(/[^\p{L}\p{N}_]/gu, '_'), path: parsed.path };
  });
}

/** Their names. */
export function keysOf(spec: Keyed, key: 'primary_key' | 'merge_key'): readonly string[] {
  return keyFieldsOf(spec, key).map(({ name }) => name);
}

function isDeclared({ fields, columns, schema }: Keyed, name: string): boolean {
  return [fields, columns, schema?.fields].some((all) => all?.has(name) === true);
}
