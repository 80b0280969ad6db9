import { code, identifier, literal, type Code } from '../code.js';

/** Statements that register the values of these variables as secrets, by the same names. */
export function registered(variables: readonly string[]): Code {
  return code`${variables.map((name) => code`secrets.add(${literal(name)}, ${identifier(name)});`)}`;
}
