import { type Code, code } from '../../code.js';
import type { ConfigOption } from '../../model/connector-model.js';

/** The type of an option as the caller gives it. */
export function tsType(option: ConfigOption): Code {
  if (option.type === 'list') return code`readonly string[]`;
  if (option.type === 'boolean') return code`boolean`;
  return option.type === 'integer' || option.type === 'number' ? code`number` : code`string`;
}

/** Whether an option is a text. */
export function isText({ type }: ConfigOption): boolean {
  return !['list', 'boolean', 'integer', 'number'].includes(type);
}

/** The type it has inside the package: the client has filled in the defaults. */
export function configType(option: ConfigOption): Code {
  return option.optional && option.default === null ? code`${tsType(option)} | undefined` : tsType(option);
}
