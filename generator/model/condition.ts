import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ConfigOption, ResourceModel } from './connector-model.js';
import { conditionsOf, optionsUnder } from './offered.js';
import type { ConditionModel, ValueTemplate } from './value-template.js';

/** What conditions are read with. */
export interface ConditionScope {
  readonly reading: Reading;
  readonly config: readonly ConfigOption[];
  template(text: string, span: Span): ValueTemplate;
}

/** What is sent only under an option: `config.x`, `not config.x`, `config.x == value`, `config.x != value`. */
export function buildCondition(text: string, span: Span, scope: ConditionScope): ConditionModel | undefined {
  const [, not, named = '', sign, quoted, bare] = CONDITION.exec(text) ?? [];
  if (named === '' || (not !== undefined && sign !== undefined)) {
    scope.reading.report(
      messages.pattern(
        span,
        'spec/when',
        `${shorten(text)} is no condition`,
        'Write config.x, not config.x, config.x == value, or config.x != value.',
      ),
    );
    return undefined;
  }
  const [reference] = scope.template(`{config.${named}}`, span);
  const option = scope.config.find(({ name }) => name.raw === named);
  if (option === undefined || typeof reference !== 'object') return undefined;
  const isNegated = not !== undefined || sign === '!=';
  if (sign === undefined) {
    if (option.type === 'boolean') return { option: option.name, isNegated, equals: true };
    if (option.optional && option.default === null) return { option: option.name, isNegated, equals: null };
    const message = `${shorten(named)} is of type ${option.type}, and always there`;
    scope.reading.report(messages.pattern(span, 'spec/when', message, `Compare it: config.${named} == value.`));
    return undefined;
  }
  const word = quoted ?? bare ?? '';
  const equals =
    option.type === 'boolean'
      ? { true: true, false: false }[word]
      : option.type === 'integer' || option.type === 'number'
        ? word !== '' && Number.isFinite(Number(word))
          ? Number(word)
          : undefined
        : word;
  if (equals !== undefined) return { option: option.name, isNegated, equals };
  scope.reading.report(messages.pattern(span, 'spec/when', `${shorten(word)} is no value of type ${option.type}`));
  return undefined;
}

const CONDITION = /^(not )?config\.([A-Za-z][A-Za-z0-9_-]*)(?: (==|!=) (?:'([^']*)'|([^' ]+)))?$/;

/** A resource that no options offer: its condition excludes that of what it is read for. */
export function checkOffered(specs: readonly ResourceSpec[], resources: readonly ResourceModel[], reading: Reading): void {
  resources.forEach((resource, index) => {
    const spec = specs[index];
    if (spec === undefined || resource.when === null || optionsUnder(conditionsOf(resource, resources)) !== undefined) return;
    const hint = 'Let both name the same option and value.';
    const message = `${shorten(resource.name.raw)} is never there: what it is read for is only there where this does not hold`;
    reading.report(messages.pattern(reading.spanOf(spec, 'when'), 'spec/when', message, hint));
  });
}
