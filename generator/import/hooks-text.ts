import { nameOf } from '../names.js';
import type { HookStub } from './contract.js';

/**
 * A hooks file with a typed function for each hook that somebody has to write. One that decides what is read fails until then,
 * so that nothing is read wrong in silence; `filter` and `map` let everything pass.
 */
export function hooksText(connector: string, stubs: readonly (HookStub & { readonly resource: string })[], source: string): string {
  const byResource = new Map<string, HookStub[]>();
  for (const { resource, ...stub } of stubs) byResource.set(resource, [...(byResource.get(resource) ?? []), stub]);
  const types = [...byResource.keys()].map((resource) => `${nameOf(resource).pascal}Hooks`);
  const isLong = types.join(', ').length > 60;
  const imported = isLong ? `{\n${types.map((type) => `  ${type},\n`).join('')}}` : `{ ${types.join(', ')} }`;
  const objects = [...byResource].map(([resource, hooks]) => {
    const members = [...new Map(hooks.map((each) => [each.hook, each])).values()].map((each) => memberText(each, resource, hooks));
    return `export const ${nameOf(resource).camel} = {\n${members.join('')}} satisfies ${nameOf(resource).pascal}Hooks;\n`;
  });
  return `// What ${commentText(source)} says in code, or in expressions that a spec has no words for. LOOK: each function is to be written.\nimport type ${imported} from '../generated/${connector}/src/hook-types.ts';\n\n${objects.join('\n')}`;
}

function memberText({ hook }: HookStub, resource: string, all: readonly HookStub[]): string {
  const quoted = all.filter((each) => each.hook === hook).flatMap((each) => each.quoted.split('\n'));
  const comment = quoted.slice(0, 40).map((line) => `  // ${commentText(line)}`.trimEnd() + '\n');
  return `${comment.join('')}  ${hook}: ${BODIES[hook](JSON.stringify(`${resource}: the hook ${hook} is to be written`))},\n`;
}

const BODIES: { readonly [hook in HookStub['hook']]: (message: string) => string } = {
  request: (message) => `(): void => {\n    throw new Error(${message});\n  }`,
  select: (message) => `(): readonly unknown[] => {\n    throw new Error(${message});\n  }`,
  next: (message) => `(): null => {\n    throw new Error(${message});\n  }`,
  authenticate: () => '() => undefined',
  filter: () => '() => true',
  map: () => '(record) => record',
};

/** A line of foreign text as it may stand in a comment. */
function commentText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, ' ').slice(0, 160);
}
