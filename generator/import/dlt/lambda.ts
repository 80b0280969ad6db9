import { entry, fromJson, mapping, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
  ['in', 'in'],
]);

const LAMBDA =
  /\blambda\s+(\w+)\s*:\s*\1(?:\[["']([^"']+)["']\]|\.get\(["']([^"']+)["']\))\s*(==|!=|<=|>=|<|>|\bin\b)\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|True|False|None|\[[^\][]*\]|\([^()]*\))\s*(?=[,}\])]|$)/;

/** `lambda row: row["status"] == "open"` as a comparison; undefined for any other code. */
export function comparisonOf(source: string): DraftMap | undefined {
  if ((source.match(/\blambda\b/g) ?? []).length !== 1) return undefined;
  const [, , bracket, getter, operator = '', literal = ''] = LAMBDA.exec(source) ?? [];
  const field = bracket ?? getter;
  const value = literalOf(literal);
  const word = OPERATORS.get(operator);
  if (field === undefined || word === undefined || value === undefined || (word === 'in') !== Array.isArray(value)) return undefined;
  return mapping(entry('field', field), word !== 'eq' && entry('op', word), entry('value', fromJson(value)));
}

function literalOf(text: string): JsonValue | undefined {
  if (/^["']/.test(text)) return text.slice(1, -1);
  if (text === 'True' || text === 'False') return text === 'True';
  if (text === 'None') return null;
  if (/^-?\d/.test(text)) return Number(text);
  if (!/^[[(]/.test(text)) return undefined;
  const items = text
    .slice(1, -1)
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(literalOf);
  return items.some((each) => each === undefined) ? undefined : items.filter((each) => each !== undefined);
}
