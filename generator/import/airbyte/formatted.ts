import type { Expression } from '../jinja/ast.js';
import { constantOf } from '../jinja/fold.js';

/** `format_datetime(x, '%Y')`, `x.strftime('%Y')`, `str_to_datetime(x).strftime(…)`. */
export function formatCall(expression: Expression): { readonly of: Expression; readonly format: string } | undefined {
  if (expression.kind !== 'call') return undefined;
  const { of, args } = expression;
  if (of.kind === 'name' && of.name === 'format_datetime' && args.length >= 2) {
    const [value, format] = args;
    const text = format === undefined ? undefined : constantOf(format);
    return value === undefined || typeof text !== 'string' ? undefined : { of: unwrapped(value), format: text };
  }
  if (of.kind === 'member' && constantOf(of.key) === 'strftime' && args[0] !== undefined) {
    const text = constantOf(args[0]);
    return typeof text === 'string' ? { of: unwrapped(of.of), format: text } : undefined;
  }
  return undefined;
}

/** A value that is only read as a time. */
function unwrapped(expression: Expression): Expression {
  if (
    expression.kind === 'call' &&
    expression.of.kind === 'name' &&
    ['str_to_datetime', 'timestamp'].includes(expression.of.name) &&
    expression.args[0] !== undefined
  )
    return unwrapped(expression.args[0]);
  return expression;
}
