import { closest } from '../diagnostics/words.js';
import type { JsonSchema } from './contract.js';
import type { Level } from './level.js';
import type { SpecNode } from './node.js';

/** Keys that are right, but one level too high or too low: where in the tree of shapes they are known. */

/** What to do about a key that a mapping does not know; undefined: nothing is like it. `levels`: the mapping, and those around it, outermost first. */
export function whereItBelongs(key: string, levels: readonly Level[]): { readonly hint?: string; readonly meant?: string } {
  const own = levels.at(-1);
  if (own === undefined) return {};
  const around = levels.slice(0, -1).reverse();
  const below = placesBelow(key, own);
  const above = around.find((level) => Object.hasOwn(level.schemas(), key));
  const here = hintBelow(below.filter(({ isThere }) => isThere));
  if (here !== undefined) return { hint: here };
  if (above !== undefined) return { hint: `It belongs to ${above.where}, beside ${above.current}.` };
  const meant = closest(key, Object.keys(own.schemas()));
  if (meant !== undefined) return { meant };
  const [outer] = around;
  const beside = outer === undefined ? [] : placesBelow(key, outer).filter(({ path }) => path.length === 1);
  const hint = hintBelow(below) ?? hintBelow(beside, outer?.where);
  return hint === undefined ? {} : { hint };
}

/** A place of a key, below a mapping. */
interface Place {
  readonly path: readonly string[];
  /** Of mappings that are one of several, the words of those that know the key. */
  readonly types: readonly string[];
  /** Whether the spec has the mapping. */
  readonly isThere: boolean;
}

/** More places than that say nothing. */
const MOST_PLACES = 3;
const DEEPEST = 3;

function hintBelow(places: readonly Place[], where?: string): string | undefined {
  const depth = Math.min(...places.map(({ path }) => path.length));
  const nearest = places.filter(({ path }) => path.length === depth);
  if (nearest.length === 0 || nearest.length > MOST_PLACES) return undefined;
  const words = nearest.map(({ path, types }) => `${path.join('.')}${types.length === 0 ? '' : ` of type ${either(types)}`}`);
  return `It belongs to ${either(words)}${where === undefined ? '' : `, in ${where}`}.`;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function placesBelow(key: string, { node, schemas }: Level): readonly Place[] {
  const found: Place[] = [];
  const look = (properties: Readonly<Record<string, JsonSchema>>, at: SpecNode | undefined, path: readonly string[]): void => {
    for (const [name, schema] of Object.entries(properties)) {
      const inner = at?.kind === 'map' ? at.entries.find((entry) => entry.key === name)?.value : undefined;
      const nodes = inner?.kind === 'list' ? inner.items : [inner];
      const all = objectsIn(schema);
      const objects = all.filter((each) => nodes.some((own) => isOne(each, own)));
      const knows = (each: Readonly<Record<string, JsonSchema>>): boolean =>
        Object.hasOwn(each, key) && (key !== 'type' || typesOf(each).length === 0);
      const isThere = inner !== undefined && objects.some(knows);
      const types = isThere || all.every(knows) ? [] : all.filter(knows).flatMap(typesOf);
      const place = [...path, name];
      if (all.some(knows)) found.push({ path: place, types, isThere });
      else if (place.length < DEEPEST) for (const each of objects) look(each, nodes[0], place);
    }
  };
  look(schemas(), node, []);
  const there = new Map(found.map((place) => [JSON.stringify(place), place]));
  return [...there.values()];
}

/** The properties of the mappings that a schema takes; those of fields, which have names of their own, are left out. */
function objectsIn(schema: JsonSchema, depth = 0): readonly Readonly<Record<string, JsonSchema>>[] {
  if (depth > 8) return [];
  const own = schema['properties'];
  const inner = [schema['anyOf'], schema['oneOf']].flatMap((each) => (Array.isArray(each) ? (each as readonly JsonSchema[]) : []));
  const items = schema['items'] === undefined ? [] : [schema['items'] as JsonSchema];
  return [
    ...(typeof own === 'object' && own !== null ? [own as Readonly<Record<string, JsonSchema>>] : []),
    ...[...inner, ...items].flatMap((each) => objectsIn(each, depth + 1)),
  ];
}

/** The words that say which of several a mapping is. */
function typesOf(properties: Readonly<Record<string, JsonSchema>>): readonly string[] {
  const said = properties['type']?.['enum'];
  return Array.isArray(said) && said.length === 1 && typeof said[0] === 'string' ? [said[0]] : [];
}

/** Whether what the spec has there is one of these mappings, as far as its type tells. */
function isOne(properties: Readonly<Record<string, JsonSchema>>, node: SpecNode | undefined): boolean {
  const [word] = typesOf(properties);
  if (node === undefined || word === undefined) return true;
  const said = node.kind === 'map' ? node.entries.find(({ key }) => key === 'type')?.value : node;
  return said === undefined || said.kind !== 'scalar' || said.value === word;
}
