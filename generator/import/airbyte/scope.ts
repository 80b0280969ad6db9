import { literalText } from '../../draft/literal.js';
import type { JsonValue } from '../../shape.js';
import type { Expression } from '../jinja/ast.js';
import { constantOf, isNothing, placeOf, valueOf, type Place } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';
import { cannot } from '../refuse.js';
import { isList, isObject, type JsonObject } from '../values.js';
import type { Options } from './options.js';
import { formatCall } from './formatted.js';
import { choiceSent, conditionalSent, timeSent } from './sent.js';

/** What templates call the bounds of a read, and the cursor that a state has. */
export interface Interval {
  readonly start: string;
  readonly end: string;
  readonly cursor?: string;
}

/** What names mean in the templates of one stream. */
export class Scope {
  readonly options: Options;
  readonly #parameters: JsonObject;
  /** Placeholders of what a stream is read for, by the name that its partition has. */
  readonly #partitions: ReadonlyMap<string, string>;
  /** Fields of parents, by the name that `extra_fields` gives them. */
  readonly #extra: ReadonlyMap<string, string>;
  readonly #interval: Interval;
  readonly #formats: Set<string>;
  /** What a spec calls answers that requests of a job name. */
  readonly #answers: ReadonlyMap<string, string>;
  /** Whether expressions may stand here: in what requests send. */
  readonly #sends: boolean;
  /** The resource that a stream is read for. */
  readonly parent: string | undefined;

  constructor(
    options: Options,
    parameters: JsonObject,
    facts: {
      readonly partitions?: ReadonlyMap<string, string>;
      readonly extra?: ReadonlyMap<string, string>;
      readonly interval?: Interval;
      readonly formats?: Set<string>;
      readonly answers?: ReadonlyMap<string, string>;
      readonly sends?: boolean;
      readonly parent?: string | undefined;
    } = {},
  ) {
    this.options = options;
    this.#parameters = parameters;
    this.#partitions = facts.partitions ?? new Map();
    this.#extra = facts.extra ?? new Map();
    this.#interval = facts.interval ?? { start: 'start_time', end: 'end_time' };
    this.#formats = facts.formats ?? new Set();
    this.#answers = facts.answers ?? new Map();
    this.#sends = facts.sends ?? false;
    this.parent = facts.parent;
  }

  /** The same for what requests send, where expressions may stand. */
  sending(): Scope {
    return new Scope(this.options, this.#parameters, { ...this.#facts(), sends: true });
  }

  #facts(): ConstructorParameters<typeof Scope>[2] & object {
    return {
      partitions: this.#partitions,
      extra: this.#extra,
      interval: this.#interval,
      formats: this.#formats,
      answers: this.#answers,
      sends: this.#sends,
      parent: this.parent,
    };
  }

  /** The same for a component that has parameters of its own. */
  inside(parameters: JsonObject): Scope {
    return new Scope(this.options, { ...this.#parameters, ...parameters }, this.#facts());
  }

  /** How bounds are written where a template formats them; the formats of all templates. */
  get boundFormats(): ReadonlySet<string> {
    return this.#formats;
  }

  lookup = (place: Place): JsonValue | undefined => {
    if (place.root !== 'parameters') return undefined;
    const found = place.path.reduce<JsonValue | undefined>(
      (value, key) => (isObject(value) ? value[String(key)] : isList(value) && typeof key === 'number' ? value.at(key) : undefined),
      this.#parameters,
    );
    return typeof found === 'string' ? this.constant(found) : (found ?? null);
  };

  /** The value of a template that depends on nothing but parameters; undefined for any other. */
  constant(text: string): JsonValue | undefined {
    const template = parseTemplate(text);
    if ('reason' in template) return undefined;
    const values = template.map((part) => (typeof part === 'string' ? part : valueOf(part, this.lookup)));
    if (values.some((each) => each === undefined)) return undefined;
    const [only, ...more] = values;
    if (more.length === 0 && only !== undefined) return only;
    return values.map((each) => (typeof each === 'string' ? each : String(each))).join('');
  }

  /** A template of Jinja as one of ours. Throws where it is more. */
  say(text: string): string {
    const template = parseTemplate(text);
    if ('reason' in template) return cannot(`${template.reason}: ${short(text)}`);
    return template.map((part) => (typeof part === 'string' ? literalText(part) : this.#said(part, text))).join('');
  }

  /** The same for a value of any kind: texts in it are templates. */
  sayAll(value: JsonValue): JsonValue {
    if (typeof value === 'string') {
      const constant = this.constant(value);
      if (constant !== undefined && typeof constant !== 'string') return constant;
      const whole = parseTemplate(value);
      const [only, ...more] = 'reason' in whole ? [] : whole;
      if (typeof only === 'object' && more.length === 0 && only.kind === 'dict') return this.#dict(only, value);
      if (typeof only === 'object' && more.length === 0 && only.kind === 'list') return only.items.map((each) => this.#value(each, value));
      return this.say(value);
    }
    if (isList(value)) return value.map((each) => this.sayAll(each));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [this.say(key), this.sayAll(inner)]));
  }

  /** The value of one expression. */
  valueText(expression: Expression, text: string): JsonValue {
    return this.#value(expression, text);
  }

  #dict(dict: Expression & { readonly kind: 'dict' }, text: string): JsonValue {
    return Object.fromEntries(
      dict.entries.map(([key, value]) => [
        String(valueOf(key, this.lookup) ?? cannot(`a key is computed: ${short(text)}`)),
        this.#value(value, text),
      ]),
    );
  }

  #value(expression: Expression, text: string): JsonValue {
    if (expression.kind === 'dict') return this.#dict(expression, text);
    if (expression.kind === 'list') return expression.items.map((each) => this.#value(each, text));
    const constant = valueOf(expression, this.lookup);
    return constant ?? this.#said(expression, text);
  }

  #said(expression: Expression, text: string): string {
    const constant = valueOf(expression, this.lookup);
    if (constant !== undefined)
      return constant === null ? '' : literalText(typeof constant === 'string' ? constant : JSON.stringify(constant));
    const place = placeOf(expression);
    if (place !== undefined) return this.#placeholder(place, text);
    const otherwise = this.withDefault(expression);
    if (otherwise !== undefined) return this.options.use(otherwise.place.path, otherwise.value);
    const together = joinedPartition(expression);
    if (together !== undefined && this.#partitions.has(String(together.path[0]))) return this.#placeholder(together, text);
    const joined = joinedOption(expression);
    if (joined !== undefined) return this.options.use(joined.path, undefined, 'string');
    if (expression.kind === 'binary' && ['~', '+'].includes(expression.operator))
      return this.#said(expression.left, text) + this.#said(expression.right, text);
    const formatted = formatCall(expression);
    if (formatted !== undefined) {
      const bound = placeOf(formatted.of);
      const said = bound === undefined ? undefined : this.#bound(bound);
      if (said !== undefined) {
        this.#formats.add(formatted.format);
        return said;
      }
      if (bound?.root === 'config' && !this.#sends) return cannot(`an option is formatted as a time: ${short(text)}`);
    }
    const sent = this.#sends
      ? (timeSent(expression, this.options, this.lookup) ?? choiceSent(expression, this.options, this.lookup))
      : undefined;
    if (sent !== undefined) return sent;
    if (/now_utc|today_utc|now_local|day_delta|today_with/.test(text)) return cannot(`the time of the run is computed: ${short(text)}`);
    return cannot(`an expression: ${short(text)}`);
  }

  /** `config.x or 'y'`, `config.get('x', 'y')`, `config.x | default('y')`, `config.x if config.x else 'y'`. */
  withDefault(expression: Expression): { readonly place: Place; readonly value: JsonValue } | undefined {
    const made = (
      of: Expression | undefined,
      value: Expression | undefined,
    ): { readonly place: Place; readonly value: JsonValue } | undefined => {
      const place = of === undefined ? undefined : placeOf(of);
      const constant = value === undefined ? undefined : valueOf(value, this.lookup);
      return place?.root === 'config' && constant !== undefined && constant !== null ? { place, value: constant } : undefined;
    };
    if (expression.kind === 'binary' && expression.operator === 'or') return made(expression.left, expression.right);
    if (expression.kind === 'filter' && ['default', 'd'].includes(expression.name)) return made(expression.of, expression.args[0]);
    if (expression.kind === 'filter' && ['int', 'string', 'trim'].includes(expression.name)) return this.withDefault(expression.of);
    if (
      expression.kind === 'call' &&
      expression.of.kind === 'member' &&
      constantOf(expression.of.key) === 'get' &&
      expression.args.length === 2
    ) {
      const [key] = expression.args;
      return key === undefined ? undefined : made({ kind: 'member', of: expression.of.of, key }, expression.args[1]);
    }
    if (expression.kind === 'if' && expression.otherwise !== undefined) {
      const [test, then] = [placeOf(expression.test), placeOf(expression.then)];
      if (test !== undefined && then !== undefined && JSON.stringify(test) === JSON.stringify(then))
        return made(expression.then, expression.otherwise);
    }
    return undefined;
  }

  /** An option that is left out where it is not given: `config.x if config.x else none`. */
  optional(text: string): string | undefined {
    const template = parseTemplate(text);
    const [only, ...more] = 'reason' in template ? [] : template;
    if (typeof only !== 'object' || more.length > 0 || only.kind !== 'if') return undefined;
    const [test, then] = [placeOf(only.test.kind === 'test' ? only.test.of : only.test), placeOf(only.then)];
    const isSame = test !== undefined && then !== undefined && JSON.stringify(test) === JSON.stringify(then);
    return isSame && then.root === 'config' && (only.otherwise === undefined || isNothing(only.otherwise))
      ? this.options.use(then.path)
      : undefined;
  }

  /** What is sent under an option alone: `x if config.y else none`. */
  under(text: string): { readonly value: string; readonly when: string } | undefined {
    const template = parseTemplate(text.trim());
    const [only, ...more] = 'reason' in template ? [] : template;
    if (!this.#sends || typeof only !== 'object' || more.length > 0) return undefined;
    const found = conditionalSent(only, this.options);
    return found === undefined ? undefined : { value: this.#said(found.value, text), when: found.when };
  }

  #placeholder(place: Place, text: string): string {
    const { root, path } = place;
    if (root === 'config') return this.options.use(path);
    const answer = this.#answers.get(root);
    if (answer !== undefined && path.length > 0 && path.every((key) => /^[A-Za-z_][\w-]*$/.test(String(key))))
      return `{${answer}.${path.join('.')}}`;
    const bound = this.#bound(place);
    if (bound !== undefined) return bound;
    if (root === 'stream_partition' || root === 'stream_slice' || root === 'partition') {
      const [first, ...rest] = path;
      if (first === 'extra_fields' || root === 'partition') {
        const extra = this.#extra.get(String(first === 'extra_fields' ? rest[0] : first));
        if (extra !== undefined) return extra;
      }
      const known = this.#partitions.get(String(first)) ?? this.#extra.get(String(first));
      if (known !== undefined && rest.length === 0) return known;
      const further = this.#partitions.get(path.join('.'));
      if (first === 'parent_slice' && further !== undefined) return further;
      if (first === 'parent_slice') return cannot(`the parent's parent: ${short(text)}`);
      return cannot(`a partition that nothing makes: ${short(text)}`);
    }
    return cannot(`${root} in a request: ${short(text)}`);
  }

  /** Where a window begins and ends. */
  #bound({ root, path }: Place): string | undefined {
    // a state has where the last run ended, and a first run begins at the start that is configured
    if (root === 'stream_state' && path.length === 1 && path[0] === this.#interval.cursor) return '{incremental.start_value}';
    if (!['stream_interval', 'stream_slice', 'stream_partition'].includes(root) || path.length !== 1) return undefined;
    const [name] = path;
    if (this.#partitions.has(String(name))) return undefined;
    if (name === this.#interval.start || name === 'start_time') return '{incremental.start_value}';
    return name === this.#interval.end || name === 'end_time' ? '{incremental.end_value}' : undefined;
  }
}

/** `stream_partition.ids | join(',')`: values that are asked for together. */
function joinedPartition(expression: Expression): Place | undefined {
  if (expression.kind !== 'filter' || expression.name !== 'join' || expression.args[0] === undefined) return undefined;
  const place = placeOf(expression.of);
  const isPartition = place !== undefined && ['stream_partition', 'stream_slice'].includes(place.root) && place.path.length === 1;
  return isPartition && constantOf(expression.args[0]) === ',' ? place : undefined;
}

/** `','.join(config.x)`, `config.x | join(',')`: a list of the user, as one text. */
function joinedOption(expression: Expression): Place | undefined {
  const list = (of: Expression | undefined): Place | undefined => {
    const place = of === undefined ? undefined : placeOf(of);
    return place?.root === 'config' ? place : undefined;
  };
  if (expression.kind === 'filter' && expression.name === 'join') return list(expression.of);
  if (expression.kind !== 'call' || expression.of.kind !== 'member' || constantOf(expression.of.key) !== 'join') return undefined;
  return typeof constantOf(expression.of.of) === 'string' ? list(expression.args[0]) : undefined;
}

export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
