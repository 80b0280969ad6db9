import { type Code, code, count, identifier, join, literal, member, nothing, property, template } from '../../code.js';
import type { ConditionModel, ConfigOption, Reference, ValueTemplate } from '../../model/connector-model.js';
import type { HeaderModel, JsonTemplate } from '../../model/request-model.js';
import type { ForEachList } from '../../model/parts-model.js';
import { needsOption } from '../../model/templates.js';
import type { ExpressionModel, OperandModel } from '../../model/value-template.js';
import { emitWrittenTime } from '../../incremental/write-time.js';
import { isEpoch } from '../../types/time-format.js';
import { accessPath, showPath, type Path } from '../../selector.js';
import { valueFrom } from '../symbols.js';

/** Where values are found that a request needs: `options` holds those of the caller, `part` what a read is for: its parent, its values. */
export interface Surroundings {
  readonly options: Code;
  /** Those that may be left out: what holds one that was is not sent. */
  readonly config?: readonly ConfigOption[];
  /** The bounds of an incremental read that may be null: what holds one that is is not sent. */
  readonly nullBounds?: readonly ('start' | 'end')[];
  readonly part: Code;
  /** What is kept of a job, and the last answer about it, where there is one. */
  readonly job?: Code;
  readonly polled?: Code;
}

/** A method of a resource. */
export const inMethod: Surroundings = { options: code`this.#options`, part: code`part` };

/** A reference as an expression. The bounds of an incremental read are in scope as `start` and `end`. */
export function emitReference(reference: Reference, { options, part, job = nothing, polled = nothing }: Surroundings): Code {
  if (reference.kind === 'config') return member(options, reference.config.camel);
  if (reference.kind === 'expression') return emitExpression(reference.expression, options);
  if (reference.kind === 'bound') return identifier(reference.bound);
  if (reference.kind === 'group') return code`${part}.keys.join(${literal(reference.separator)})`;
  if (reference.kind === 'job' && reference.of === 'job') return member(job, showPath(reference.field));
  if (reference.kind === 'job')
    return code`${valueFrom('internal/job', 'fieldAt')}(${accessPath(polled, reference.field)}, ${literal(showPath(reference.field))}, place)`;
  if (reference.kind === 'each') return member(code`${part}.values`, reference.list.camel);
  return accessParent(code`${part}.parent`, reference.field);
}

/** A field of a parent, as far inside as the path leads. */
export function accessParent(parent: Code, path: Path): Code {
  const [only, ...more] = path;
  return only?.kind === 'key' && more.length === 0 ? member(parent, only.key) : accessPath(parent, path, SENT);
}

/** What a request can hold. */
const SENT = code`string | number | bigint | boolean | null | undefined`;

/** The type of the values of a list. */
export function valueType({ type, from }: ForEachList): Code {
  if (from.kind === 'option' || type !== 'string')
    return type === 'string' ? code`string` : type === 'boolean' ? code`boolean` : code`number`;
  return join(
    from.values.map((value) => literal(value)),
    ' | ',
  );
}

/** A value as an expression: a literal where it holds no reference. */
function emitTemplate(value: ValueTemplate, where: Surroundings): Code {
  return template(value.map((part) => (typeof part === 'string' ? part : emitReference(part, where))));
}

/** A value as text: a reference that stands alone is made one. */
export function emitText(value: ValueTemplate, where: Surroundings): Code {
  const [only, ...more] = value;
  if (only !== undefined && typeof only !== 'string' && more.length === 0)
    return isTextAlready(only) ? emitReference(only, where) : code`String(${emitReference(only, where)})`;
  return emitTemplate(value, where);
}

/** Whether an expression makes a text, whatever the options are. */
function isTextAlready(reference: Reference): boolean {
  if (reference.kind === 'group') return true;
  if (reference.kind !== 'expression' || reference.expression.of === 'default') return false;
  const { expression } = reference;
  if (expression.of === 'time') return !isEpoch(expression.format);
  return [expression.then, expression.otherwise].every((each) => each.kind === 'literal' && typeof each.value === 'string');
}

/** When a value is not sent, for an option in it was left out; undefined: it always is. */
export function absentWhen(value: ValueTemplate, { options, config = [], nullBounds = [] }: Surroundings): Code | undefined {
  const missing = optionsIn(value, config).filter((option) => option.optional && option.default === null);
  const bounds = nullBounds.filter((bound) =>
    value.some((part) => typeof part !== 'string' && part.kind === 'bound' && part.bound === bound),
  );
  if (missing.length + bounds.length === 0) return undefined;
  return join(
    [
      ...missing.map((option) => code`${member(options, option.name.camel)} === undefined`),
      ...bounds.map((bound) => code`${identifier(bound)} === null`),
    ],
    ' || ',
  );
}

/** An expression of the spec, as one; `now` is in scope. */
function emitExpression(expression: ExpressionModel, options: Code): Code {
  const operand = (value: OperandModel): Code => (value.kind === 'literal' ? literal(value.value) : member(options, value.config.camel));
  switch (expression.of) {
    case 'time': {
      const { from, months, ms, format } = expression;
      const begin =
        from === null
          ? code`now`
          : code`${valueFrom('internal/times', 'timeOf')}(${member(options, from.option.camel)}, ${literal(from.option.camel)}, ${literal(from.resource)})`;
      const month = months === 0 ? begin : code`${valueFrom('internal/times', 'monthsLater')}(${begin}, ${literal(months)})`;
      const at = ms === 0 ? month : code`(${month} ${ms < 0 ? code`-` : code`+`} ${count(Math.abs(ms))})`;
      return format.kind === 'strftime' && format.pattern === '%F'
        ? code`new Date(${at}).toISOString().slice(0, 10)`
        : emitWrittenTime(format, at);
    }
    case 'default':
      return code`(${member(options, expression.config.camel)} ?? ${operand(expression.otherwise)})`;
    case 'choice':
      return code`(${emitCondition(expression.condition, options)} ? ${operand(expression.then)} : ${operand(expression.otherwise)})`;
  }
}

/** What an option has to be, as an expression. */
export function emitCondition({ option, isNegated, equals }: ConditionModel, options: Code): Code {
  const value = member(options, option.camel);
  if (equals === null) return isNegated ? code`${value} === undefined` : code`${value} !== undefined`;
  if (equals === true) return isNegated ? code`${value} !== true` : code`${value} === true`;
  return isNegated ? code`${value} !== ${literal(equals)}` : code`${value} === ${literal(equals)}`;
}

/** A JSON value: a reference that stands alone keeps its type. */
export function emitJson(value: JsonTemplate, where: Surroundings): Code {
  switch (value.kind) {
    case 'scalar':
      return literal(value.value);
    case 'text': {
      const [only, ...more] = value.template;
      if (only !== undefined && typeof only !== 'string' && more.length === 0)
        return only.kind === 'group' ? code`${where.part}.values` : emitReference(only, where);
      const absent = absentWhen(value.template, where);
      const text = emitTemplate(value.template, where);
      return absent === undefined ? text : code`${absent} ? undefined : ${text}`;
    }
    case 'list':
      return code`[${value.items.map((item) => {
        const absent = item.kind === 'text' ? absentWhen(item.template, where) : undefined;
        if (absent === undefined) return code`${emitJson(item, where)},`;
        return code`...(${absent} ? [] : [${emitJson(item, { options: where.options, part: where.part })}]),`;
      })}]`;
    case 'object':
      return code`{ ${value.entries.map(([key, each]) => code`${property(key)}: ${emitJson(each, where)},`)} }`;
  }
}

/** Whether a value has references in it. */
export function isDynamic(value: ValueTemplate): boolean {
  return value.some((part) => typeof part !== 'string');
}

/** The options in a value, by the model's list. */
export function optionsIn(value: ValueTemplate, config: readonly ConfigOption[]): readonly ConfigOption[] {
  return config.filter((option) => needsOption(value, option));
}

/** A value as people read it: `/repos/{owner}/issues`. */
export function showTemplate(value: ValueTemplate): string {
  return value.map((part) => (typeof part === 'string' ? part : `{${showReference(part)}}`)).join('');
}

/** A reference as people read it: `users.id`. */
export function showReference(reference: Reference): string {
  if (reference.kind === 'config') return reference.config.camel;
  if (reference.kind === 'expression') return reference.expression.source.slice(1, -1);
  if (reference.kind === 'bound') return reference.bound;
  if (reference.kind === 'group') return `${showReference(reference.of)}, …`;
  if (reference.kind === 'each') return reference.list.camel;
  return `${reference.kind === 'job' ? reference.of : reference.resource.raw}.${showPath(reference.field)}`;
}

/** Members of an object of headers, names in lower case; without those whose options are left out. */
export function emitHeaders(headers: readonly HeaderModel[], where: Surroundings): readonly Code[] {
  return headers.map((header) => {
    const absent = absentWhen(header.value, where);
    const written = code`${property(header.name.toLowerCase())}: ${emitText(header.value, where)}`;
    return absent === undefined ? code`${written},` : code`...(${absent} ? {} : { ${written} }),`;
  });
}
