import type { Expression } from '../jinja/ast.js';
import { constantOf, isNothing, placeOf, valueOf } from '../jinja/fold.js';
import { conditionOf } from './conditions.js';
import type { Options } from './options.js';
import { formatCall } from './formatted.js';
import { formatOf } from './times.js';

/** What the language has expressions for, where a request sends it: times of the run or of an option, and one of two values. */

/** How Python writes times that are given no format. */
const AS_TEXT = '%Y-%m-%d %H:%M:%S.%f+00:00';
const AS_DELTA = '%Y-%m-%dT%H:%M:%S.%f%z';

type Lookup = Parameters<typeof valueOf>[1];

interface Time {
  /** `now`, or `config.start_date`. */
  readonly from: string;
  readonly shift: string;
  /** As the engine writes it, where nothing else is said. */
  readonly format: string;
}

/** A time as an expression in braces; undefined for anything else. */
export function timeSent(expression: Expression, options: Options, lookup: Lookup): string | undefined {
  const formatted = formatCall(expression);
  const found = timeOf(formatted?.of ?? expression, options, lookup);
  if (found === undefined || (formatted === undefined && found.from !== 'now')) return undefined;
  const format = formatOf(formatted?.format ?? found.format);
  if (!/^epoch_m?s$/.test(format) && /%[^YmdHMSfzZFT%]/.test(format)) return undefined;
  return /['{}|]/.test(format) ? undefined : `{${found.from}${found.shift} | ${format}}`;
}

function timeOf(expression: Expression, options: Options, lookup: Lookup): Time | undefined {
  if (expression.kind === 'filter' && ['int', 'string'].includes(expression.name)) return timeOf(expression.of, options, lookup);
  if (expression.kind === 'binary' && ['+', '-'].includes(expression.operator)) {
    const [of, shift] = [timeOf(expression.left, options, lookup), durationIn(expression.right, lookup)];
    return of === undefined || shift === undefined || of.shift !== ''
      ? undefined
      : { ...of, shift: ` ${expression.operator} ${shift}`, format: AS_TEXT };
  }
  if (expression.kind === 'call' && expression.of.kind === 'member' && constantOf(expression.of.key) === 'timestamp') {
    const of = timeOf(expression.of.of, options, lookup);
    return of === undefined ? undefined : { ...of, format: '%s' };
  }
  if (expression.kind === 'call' && expression.of.kind === 'name') {
    const { args, named } = expression;
    switch (expression.of.name) {
      case 'now_utc':
        return { from: 'now', shift: '', format: AS_TEXT };
      case 'today_utc':
        return { from: 'now', shift: '', format: '%Y-%m-%d' };
      case 'day_delta': {
        const days = args[0] === undefined ? undefined : valueOf(args[0], lookup);
        const format = args[1] ?? named.find(([name]) => name === 'format')?.[1];
        const said = format === undefined ? AS_DELTA : constantOf(format);
        if (typeof days !== 'number' || !Number.isInteger(days) || typeof said !== 'string') return undefined;
        return { from: 'now', shift: days === 0 ? '' : ` ${days < 0 ? '-' : '+'} P${Math.abs(days)}D`, format: said };
      }
      default:
        return undefined;
    }
  }
  const place = placeOf(expression);
  if (place?.root !== 'config') return undefined;
  return { from: options.use(place.path, undefined, 'datetime').slice(1, -1), shift: '', format: AS_TEXT };
}

/** `duration('P1D')` */
function durationIn(expression: Expression, lookup: Lookup): string | undefined {
  if (expression.kind !== 'call' || expression.of.kind !== 'name' || expression.of.name !== 'duration') return undefined;
  const said = expression.args[0] === undefined ? undefined : valueOf(expression.args[0], lookup);
  return typeof said === 'string' && /^P[0-9A-Z]{2,40}$/.test(said) ? said : undefined;
}

/** `'a' if config.x else 'b'` as an expression in braces; undefined for anything else. */
export function choiceSent(expression: Expression, options: Options, lookup: Lookup): string | undefined {
  if (expression.kind !== 'if' || expression.otherwise === undefined) return undefined;
  const [then, otherwise] = [operand(expression.then, lookup), operand(expression.otherwise, lookup)];
  const condition = conditionSent(expression.test, options);
  return condition === undefined || then === undefined || otherwise === undefined ? undefined : `{${condition} ? ${then} : ${otherwise}}`;
}

/** `x if config.y else none`: what is sent, and under which option. */
export function conditionalSent(
  expression: Expression,
  options: Options,
): { readonly value: Expression; readonly when: string } | undefined {
  if (expression.kind !== 'if' || (expression.otherwise !== undefined && constantOf(expression.otherwise) !== null)) return undefined;
  if (expression.otherwise !== undefined && !isNothing(expression.otherwise)) return undefined;
  const when = conditionSent(expression.test, options);
  return when === undefined ? undefined : { value: expression.then, when };
}

function operand(expression: Expression, lookup: Lookup): string | undefined {
  const value = valueOf(expression, lookup);
  if (typeof value === 'string') return /['{}]/.test(value) ? undefined : `'${value}'`;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

/** A condition of an option: whether it is true, or given, or what it is. */
function conditionSent(test: Expression, options: Options): string | undefined {
  const condition = conditionOf(test);
  if (condition === undefined || !('place' in condition) || condition.place.root !== 'config') return undefined;
  const { type, isRequired, default: usual } = options.factsOf(condition.place.path);
  if (type === 'array' || type === 'object') return undefined;
  const name = (): string => options.use(condition.place.path).slice(1, -1);
  if (condition.kind === 'compare') {
    const { operator, value } = condition;
    if (type === 'boolean' && typeof value === 'boolean' && ['==', '!='].includes(operator))
      return `${value === (operator === '==') ? '' : 'not '}${name()}`;
    if (!['==', '!='].includes(operator) || typeof value !== 'string' || !/^[\w -]+$/.test(value) || type !== 'string') return undefined;
    return `${name()} ${operator} '${value}'`;
  }
  // an option that is always there is something: only a text that is empty would be nothing
  if (type !== 'boolean' && (isRequired || usual !== undefined)) return undefined;
  return `${condition.kind === 'nothing' ? 'not ' : ''}${name()}`;
}
