import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { recordExports } from '../../types/public-names.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { isSplit } from '../reading/split-kinds.js';
import { errorFacts } from '../transport/error-facts.js';

/** `src/index.ts`: the whole public surface, name by name. */
export function emitIndex(context: EmitContext): readonly VirtualFile[] {
  const { prefix, header, resources, model } = context;
  const errors = errorFacts(context).map(({ kind }) => code`${prefix}${identifier(kind)}`);
  const text = code`
    ${header}

    export { ${prefix}Client, type ${prefix}ClientOptions } from './client.ts';
    export { ${prefix}Error, ${join(errors, ', ')}, type ${prefix}ErrorCode } from './errors.ts';
    ${recordExports(model.records)}
    ${resources.map((each) => exportsOf(each))}
  `;
  return [{ path: 'src/index.ts', text: `${text.text}\n` }];
}

function exportsOf(each: EmittedResource): Code {
  const { names, mapsTo, model } = each;
  return code`export type { ${names.resource}, ${mapsTo ? code`${names.mapped}, ` : nothing}${names.page}, ${names.options}, ${isSplit(each) ? code`${names.split}, ${names.splitOptions}, ` : nothing}${names.state} } from ${literal(`./resources/${model.name.kebab}.ts`)};`;
}
