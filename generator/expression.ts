/**
 * The one small grammar of expressions in the braces of a text:
 *
 * ```
 * expression = time | default | choice
 * time       = "now" [ shift ] [ "|" format ]                    {now - P1D | %Y-%m-%d}
 *            | option shift [ "|" format ] | option "|" format    {config.start - P1D | %Y-%m-%d}
 * default    = option "??" value                                 {config.region ?? 'eu'}
 * choice     = condition "?" value ":" value                     {config.archived ? 'all' : 'open'}
 * shift      = ("+" | "-") duration
 * condition  = [ "not " ] option | option ("==" | "!=") value
 * option     = "config." name
 * value      = "'" text "'" | number | option
 * ```
 *
 * A duration is of ISO 8601 in whole numbers, a format one of times. Texts hold no quote and no brace.
 */
export type Expression =
  | {
      readonly kind: 'time';
      /** The option that is a time; null: when the read began. */
      readonly option: string | null;
      readonly sign: '+' | '-';
      readonly duration: string | null;
      readonly format: string | null;
    }
  | { readonly kind: 'default'; readonly option: string; readonly otherwise: ExpressionValue }
  | {
      readonly kind: 'choice';
      readonly condition: ExpressionCondition;
      readonly then: ExpressionValue;
      readonly otherwise: ExpressionValue;
    };

export type ExpressionValue =
  { readonly kind: 'literal'; readonly value: string | number } | { readonly kind: 'option'; readonly option: string };

export interface ExpressionCondition {
  readonly option: string;
  readonly isNegated: boolean;
  /** What it is compared with; null: whether it is true, or there. */
  readonly equals: string | number | null;
}

const TIME = /^(?:now|config\.([A-Za-z][A-Za-z0-9_-]*))(?: ?([+-]) ?(P[0-9A-Z]{2,40}))?(?: ?\| ?([^{}|']{1,60}))?$/;
const DEFAULT = /^config\.([A-Za-z][A-Za-z0-9_-]*) ?\?\? ?('[^'{}]*'|-?\d{1,15}(?:\.\d{1,15})?|config\.[A-Za-z][A-Za-z0-9_-]*)$/;
const CHOICE =
  /^(not )?config\.([A-Za-z][A-Za-z0-9_-]*)(?: ?(==|!=) ?('[^'{}]*'|[^'{} ?]+))? ?\? ?('[^'{}]*'|-?\d{1,15}(?:\.\d{1,15})?|config\.[A-Za-z][A-Za-z0-9_-]*) ?: ?('[^'{}]*'|-?\d{1,15}(?:\.\d{1,15})?|config\.[A-Za-z][A-Za-z0-9_-]*)$/;

/** What stands in braces, read by the grammar; undefined: it is no expression. */
export function parseExpression(text: string): Expression | undefined {
  const [time, dated = null, sign = '+', duration = null, format = null] = TIME.exec(text) ?? [];
  if (time !== undefined && (dated === null || duration !== null || format !== null))
    return { kind: 'time', option: dated, sign: sign === '-' ? '-' : '+', duration, format: format?.trim() ?? null };
  const [, option, otherwise = ''] = DEFAULT.exec(text) ?? [];
  if (option !== undefined) return { kind: 'default', option, otherwise: valueOf(otherwise) };
  const [, not, named, compared, word, then = '', other = ''] = CHOICE.exec(text) ?? [];
  if (named === undefined || (not !== undefined && compared !== undefined)) return undefined;
  const isNegated = not !== undefined || compared === '!=';
  const condition = { option: named, isNegated, equals: word === undefined ? null : comparedWith(word) };
  return { kind: 'choice', condition, then: valueOf(then), otherwise: valueOf(other) };
}

/** The expression as it is written, without its braces. */
export function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'time': {
      const { option: dated, sign, duration, format } = expression;
      return `${dated === null ? 'now' : `config.${dated}`}${duration === null ? '' : ` ${sign} ${duration}`}${format === null ? '' : ` | ${format}`}`;
    }
    case 'default':
      return `config.${expression.option} ?? ${showValue(expression.otherwise)}`;
    case 'choice':
      return `${showExpressionCondition(expression.condition)} ? ${showValue(expression.then)} : ${showValue(expression.otherwise)}`;
  }
}

/** A condition as \`when\` has it. */
export function showExpressionCondition({ option, isNegated, equals }: ExpressionCondition): string {
  if (equals === null) return `${isNegated ? 'not ' : ''}config.${option}`;
  return `config.${option} ${isNegated ? '!=' : '=='} ${typeof equals === 'number' ? equals : `'${equals}'`}`;
}

function showValue(value: ExpressionValue): string {
  if (value.kind === 'option') return `config.${value.option}`;
  return typeof value.value === 'number' ? String(value.value) : `'${value.value}'`;
}

function valueOf(text: string): ExpressionValue {
  if (text.startsWith('config.')) return { kind: 'option', option: text.slice('config.'.length) };
  return { kind: 'literal', value: text.startsWith("'") ? text.slice(1, -1) : Number(text) };
}

function comparedWith(text: string): string | number {
  if (text.startsWith("'")) return text.slice(1, -1);
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/** Whether braces begin as an expression does: what does not go on as one is a mistake, no text. */
export function beginsAsExpression(text: string): boolean {
  return /^(?:now ?[+|-]|(?:not )?config\.[A-Za-z0-9_-]+ ?(?:\?|==|!=)|config\.[A-Za-z0-9_-]+(?: ?\+| -))/.test(text);
}
