import { type Code, code, identifier, join, literal, member, nothing } from '../../code.js';
import { requirement } from '../../model/offered.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { errorClass } from '../symbols.js';
import { emitCondition, inMethod } from './references.js';

/** Whether a resource is there under an option alone: its own condition, that of its parent, or of the one it reads in full. */
export function isConditional({ model, parent, full }: EmittedResource): boolean {
  return model.when !== null || [parent, full].some((other) => other !== undefined && isConditional(other));
}

/** The statement that refuses to read a resource that is not there. What is read for its parents leaves that to them. */
export function refuseUnoffered(context: EmitContext, { model: { name, when } }: EmittedResource): Code {
  if (when === null) return nothing;
  const missing = emitCondition({ ...when, isNegated: !when.isNegated }, inMethod.options);
  return code`if (${missing}) throw new ${errorClass(context, 'OptionError')}(${literal(name.raw)}, ${literal(when.option.camel)}, ${literal(requirement(when))});`;
}

/** The member that says whether it is there. */
export function emitOffered(resource: EmittedResource): Code {
  if (!isConditional(resource)) return nothing;
  const { model, parent, full } = resource;
  const others = [
    ...(parent !== undefined && isConditional(parent) ? ['parents'] : []),
    ...(full !== undefined && isConditional(full) ? ['full'] : []),
  ];
  const conditions = [
    ...(model.when === null ? [] : [emitCondition(model.when, inMethod.options)]),
    ...others.map((other) => code`this.#${identifier(other)}.isOffered`),
  ];
  return code`
    /** Whether it can be read with the options of this client. */
    get isOffered(): boolean {
      return ${join(conditions, ' && ')};
    }
  `;
}

/** `client.archived.isOffered`, for programs that read what there is. */
export function offeredBy(client: Code, { model }: EmittedResource): Code {
  return code`${member(client, model.name.camel)}.isOffered`;
}
