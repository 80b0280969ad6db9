import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { showExpressionCondition, type Expression, type ExpressionValue } from '../expression.js';
import { parseDuration } from '../incremental/step.js';
import { unwritableDirective } from '../incremental/write-time.js';
import { NAMED_TIME_FORMATS } from '../types/time-format.js';
import type { OneTimeFormat } from '../types/model.js';
import { buildCondition, type ConditionScope } from './condition.js';
import type { ConfigOption } from './connector-model.js';
import type { ExpressionModel, OperandModel } from './value-template.js';

/** What expressions are read with. */
export interface ExpressionScope extends ConditionScope {
  /** What they are sent for. */
  readonly resource: string;
}

/** An expression with its names resolved; what it cannot be is reported, and undefined. `source`: as it is written. */
export function buildExpression(expression: Expression, source: string, span: Span, scope: ExpressionScope): ExpressionModel | undefined {
  const refuse = (message: string, hint: string): undefined => {
    scope.reading.report(messages.pattern(span, 'spec/expression', message, hint));
    return undefined;
  };
  if (expression.kind === 'time') {
    const step = expression.duration === null ? { months: 0, ms: 0 } : parseDuration(expression.duration);
    if (step === undefined)
      return refuse(`${shorten(expression.duration ?? '')} is no duration`, 'P1D is a day, P1W a week, P1M a month, PT6H six hours.');
    if (step.months > 1200 || step.ms > 36_525 * 86_400_000)
      return refuse(
        `${shorten(expression.duration ?? '')} is more than a hundred years`,
        'Write a shorter one, or an option of type date.',
      );
    const format = formatOf(expression.format ?? 'iso8601');
    if (format === undefined)
      return refuse(
        `${shorten(expression.format ?? '')} is not a format that times are written in`,
        'iso8601, epoch_s, epoch_ms, rfc2822, microsoft_date, or a pattern of %Y %m %d %H %M %S %f %z %F %T %s.',
      );
    const sign = expression.sign === '-' ? -1 : 1;
    const option = expression.option === null ? null : optionOf(expression.option, source, span, scope);
    if (option === undefined) return undefined;
    if (option !== null && option.type !== 'date' && option.type !== 'datetime')
      return refuse(`${shorten(option.name.raw)} is of type ${option.type}, and no time`, 'Declare it with type: date, or datetime.');
    return {
      of: 'time',
      from: option === null ? null : { option: option.name, resource: scope.resource },
      months: sign * step.months,
      ms: sign * step.ms,
      format,
      source,
    };
  }
  const otherwise = operand(expression.otherwise, source, span, scope);
  if (expression.kind === 'choice') {
    const condition = buildCondition(showExpressionCondition(expression.condition), span, scope);
    const then = operand(expression.then, source, span, scope);
    return condition === undefined || then === undefined || otherwise === undefined
      ? undefined
      : { of: 'choice', condition, then, otherwise, source };
  }
  const option = optionOf(expression.option, source, span, scope);
  if (option === undefined || otherwise === undefined) return undefined;
  if (!option.optional || option.default !== null)
    return refuse(
      `${shorten(option.name.raw)} is always there, and nothing ever stands for it`,
      'Say optional: true of the option, or leave out the default here.',
    );
  return { of: 'default', config: option.name, otherwise, source };
}

function operand(value: ExpressionValue, source: string, span: Span, scope: ConditionScope): OperandModel | undefined {
  if (value.kind === 'literal') return value;
  const option = optionOf(value.option, source, span, scope);
  if (option === undefined) return undefined;
  if (!option.optional || option.default !== null) return { kind: 'option', config: option.name };
  const message = `${shorten(option.name.raw)} may be left out, and then there is no value`;
  scope.reading.report(messages.pattern(span, 'spec/expression', message, 'Give the option a default, or write a text.'));
  return undefined;
}

function optionOf(name: string, source: string, span: Span, { config, reading }: ConditionScope): ConfigOption | undefined {
  const option = config.find((each) => each.name.raw === name);
  if (option !== undefined && option.type !== 'list') return option;
  const match = closest(
    name,
    config.map((each) => each.name.raw),
  );
  const hint = match === undefined ? 'Declare it under config.' : `Did you mean "config.${match}"?`;
  if (option === undefined)
    reading.report(messages.pattern(span, 'spec/unknown-option', `${shorten(source)} names no option of config`, hint));
  else
    reading.report(
      messages.pattern(span, 'spec/list-option', `${shorten(source)} is a list, and here is one value`, 'Name another option.'),
    );
  return undefined;
}

function formatOf(text: string): OneTimeFormat | undefined {
  const named = NAMED_TIME_FORMATS.find((each) => each === text);
  if (named !== undefined) return { kind: named };
  if (!text.includes('%') || unwritableDirective(text) !== undefined) return undefined;
  return { kind: 'strftime', pattern: text.replaceAll('%Y-%m-%d', '%F').replaceAll('%H:%M:%S', '%T') };
}
