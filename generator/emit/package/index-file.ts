import { code, identifier, join, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { recordExports } from '../../types/public-names.js';
import type { EmitContext } from '../context.js';
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
    ${resources.map(({ names, mapsTo, model: resource }) => code`export { type ${names.resource}, ${mapsTo ? code`type ${names.mapped}, ` : nothing}type ${names.page}, type ${names.options}, type ${names.state} } from ${literal(`./resources/${resource.name.kebab}.ts`)};`)}
  `;
  return [{ path: 'src/index.ts', text: `${text.text}\n` }];
}
