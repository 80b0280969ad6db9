import { nameOf } from '../names.js';
import type { Stub } from './assemble.js';
import type { HookStub } from './contract.js';

/**
 * A hooks file with a typed function for each hook: whole ones, and those that somebody has to write. One of these that decides what
 * is read fails until then, so that nothing is read wrong in silence; `filter` and `map` let everything pass.
 */
export function hooksText(connector: string, stubs: readonly Stub[], source: string): string {
  const byResource = new Map<string, Stub[]>();
  for (const stub of stubs) {
    const owner = stub.hook === 'authenticate' ? CLIENT : stub.resource;
    byResource.set(owner, [...(byResource.get(owner) ?? []), stub]);
  }
  const types = [...byResource.keys()].map((resource) => `${resource === CLIENT ? 'Client' : nameOf(resource).pascal}Hooks`);
  const isLong = types.join(', ').length > 60;
  const imported = isLong ? `{\n${types.map((type) => `  ${type},\n`).join('')}}` : `{ ${types.join(', ')} }`;
  const objects = [...byResource].map(([resource, hooks]) => {
    const members = [...new Map(hooks.map((each) => [each.hook, each])).values()].map((each) => memberText(each, resource, hooks));
    return resource === CLIENT
      ? `export const client = {\n${members.join('')}} satisfies ClientHooks;\n`
      : `export const ${nameOf(resource).camel} = {\n${members.join('')}} satisfies ${nameOf(resource).pascal}Hooks;\n`;
  });
  const open = stubs.filter(({ written }) => written === undefined);
  const look =
    open.length === 0 ? '' : ` LOOK: ${open.length === stubs.length ? 'each function is' : 'those marked so are'} to be written.`;
  const text = objects.join('\n');
  return `// What ${commentText(source)} says in code, or in expressions that a spec has no words for.${look}\nimport type ${imported} from '../generated/${connector}/src/hook-types.ts';\n\n${text.includes('valueAt(') ? `${VALUE_AT}\n` : ''}${text}`;
}

/** No resource has this name. */
const CLIENT = '';

/** `valueAt(record, "a", "b")` of functions that are written. */
const VALUE_AT = `/** What stands at a path inside of a value. */
function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}
`;

function memberText({ hook }: Stub, resource: string, all: readonly Stub[]): string {
  const same = all.filter((each) => each.hook === hook);
  const open = same.filter(({ written }) => written === undefined);
  const written = same.find((each) => each.written !== undefined)?.written;
  const quoted = [...new Set(open.flatMap((each) => each.quoted.split('\n')))];
  const look = written !== undefined && open.length > 0 ? ['LOOK: to be written, too:'] : [];
  const comment = [...look, ...quoted.slice(0, 40)].map((line) => `  // ${commentText(line)}`.trimEnd() + '\n');
  return `${comment.join('')}  ${hook}: ${written ?? BODIES[hook](JSON.stringify(`${resource}: the hook ${hook} is to be written`))},\n`;
}

const BODIES: { readonly [hook in HookStub['hook']]: (message: string) => string } = {
  request: (message) => `(_request): void => {\n    throw new Error(${message});\n  }`,
  select: (message) => `(_body): readonly unknown[] => {\n    throw new Error(${message});\n  }`,
  next: (message) => `(_page): null => {\n    throw new Error(${message});\n  }`,
  authenticate: () => '(_request) => undefined',
  filter: () => '(_record) => true',
  map: () => '(record) => record',
};

/** A line of foreign text as it may stand in a comment. */
function commentText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, ' ').slice(0, 160);
}
