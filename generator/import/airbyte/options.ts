import { entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { cannot } from '../refuse.js';
import { listAt, member, objectAt, textAt, textsAt } from '../values.js';

/** What a manifest's users configure, as options of a client. */
export class Options {
  readonly config = new Map<string, DraftMap>();
  readonly #schema: JsonValue | undefined;
  readonly #names = new Map<string, string>();
  readonly #defaults = new Map<string, JsonValue>();
  readonly #types = new Map<string, string>();
  readonly #required = new Set<string>();

  constructor(schema: JsonValue | undefined) {
    this.#schema = schema;
  }

  /** The placeholder of an option. `otherwise`: its value where it is left out; `type`: what it has to be, such as a datetime. */
  use(path: readonly (string | number)[], otherwise?: JsonValue, type?: string): string {
    const name = this.name(path, otherwise, type);
    return `{config.${name}}`;
  }

  name(path: readonly (string | number)[], otherwise?: JsonValue, type?: string): string {
    const key = path.join('.');
    const facts = this.factsOf(path);
    if (facts.type === 'object') cannot(`the option ${key} is an object`);
    if (facts.type === 'array' && type === undefined) cannot(`the option ${key} is a list`);
    const name = this.#names.get(key) ?? this.#freeName(path);
    this.#names.set(key, name);
    const before = this.#defaults.get(key);
    if (otherwise !== undefined && before !== undefined && JSON.stringify(before) !== JSON.stringify(otherwise))
      cannot(`the option ${key} has two defaults`);
    if (otherwise !== undefined) this.#defaults.set(key, otherwise);
    const known = this.#types.get(key);
    if (type !== undefined && known !== undefined && known !== type) return this.#another(path, facts, type);
    if (type !== undefined) this.#types.set(key, type);
    this.#write(name, key, facts);
    return name;
  }

  /** That an option has to be given. */
  require(path: readonly (string | number)[]): void {
    const key = path.join('.');
    this.#required.add(key);
    const name = this.#names.get(key);
    if (name !== undefined) this.#write(name, key, this.factsOf(path));
  }

  #write(name: string, key: string, facts: OptionFacts): void {
    const isRequired = facts.isRequired || this.#required.has(key.replace(/ as \w+$/, ''));
    this.config.set(name, optionDraft({ ...facts, isRequired }, this.#types.get(key), this.#defaults.get(key)));
  }

  /** What is a time in one stream and a number in another is two options. */
  #another(path: readonly (string | number)[], facts: OptionFacts, type: string): string {
    const key = `${path.join('.')} as ${type}`;
    const name = this.#names.get(key) ?? this.#freeName([`${String(path.at(-1))}_${type === 'integer' ? 'number' : type}`]);
    this.#names.set(key, name);
    this.#types.set(key, type);
    this.#write(name, key, facts);
    return name;
  }

  /** What the schema says of an option; of one that it does not know, that it is a text. */
  factsOf(path: readonly (string | number)[]): OptionFacts {
    let found: readonly { readonly schema: JsonValue; readonly isRequired: boolean }[] =
      this.#schema === undefined ? [] : [{ schema: this.#schema, isRequired: true }];
    for (const key of path) found = found.flatMap(({ schema, isRequired }) => within(schema, String(key), isRequired));
    const [first] = found;
    const type = textsAt(first?.schema, 'type').find((each) => each !== 'null') ?? 'string';
    const isTime =
      textAt(first?.schema, 'format') === 'date-time' ||
      /T\[0-9\]|T\\d|\\d\{4\}-\\d\{2\}-\\d\{2\}T|\[0-9\]\{2\}T\[0-9\]/.test(textAt(first?.schema, 'pattern') ?? '');
    return {
      type,
      isTime,
      isDate: textAt(first?.schema, 'format') === 'date' && !isTime,
      isSecret: found.some(({ schema }) => member(schema, 'airbyte_secret') === true),
      isRequired: found.length > 0 && found.every(({ isRequired }) => isRequired),
      isKnown: first !== undefined,
      description: textAt(first?.schema, 'description'),
      default: member(first?.schema, 'default'),
      values: listAt(first?.schema, 'enum'),
    };
  }

  #freeName(path: readonly (string | number)[]): string {
    const safe = (parts: readonly (string | number)[]): string => {
      const made = parts
        .join('_')
        .replace(/[^A-Za-z0-9_]+/g, '_')
        .replace(/^_+|(?<!_)_+$/g, '');
      return /^[A-Za-z]/.test(made) ? made.slice(0, 64) : `option_${made}`.slice(0, 64);
    };
    const taken = new Set(this.#names.values());
    const last = safe(path.slice(-1));
    const short = RESERVED.test(last) ? `config_${last}` : last;
    if (!taken.has(short)) return short;
    let name = safe(path);
    for (let number = 2; taken.has(name); number++) name = `${safe(path).slice(0, 60)}_${number}`;
    return name;
  }
}

/** Options that every client has, or that come with a scheme of auth. */
const RESERVED =
  /^(?:base_?url|fetch|sleep|random|wall_?clock|signal|hooks|token|api_?key|username|password|client_?id|client_?secret|refresh_?token|on_refresh_?token)$/i;

export interface OptionFacts {
  readonly type: string;
  readonly isTime: boolean;
  readonly isDate: boolean;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  readonly isKnown: boolean;
  readonly description: string | undefined;
  readonly default: JsonValue | undefined;
  readonly values: readonly JsonValue[];
}

/** The member of a schema, or those of its alternatives, that are there only sometimes. */
function within(
  schema: JsonValue,
  key: string,
  isRequired: boolean,
): readonly { readonly schema: JsonValue; readonly isRequired: boolean }[] {
  const own = member(objectAt(schema, 'properties'), key);
  const found = own === undefined ? [] : [{ schema: own, isRequired: isRequired && textsAt(schema, 'required').includes(key) }];
  const others = ['oneOf', 'anyOf', 'allOf'].flatMap((each) =>
    listAt(schema, each).flatMap((inner) => within(inner, key, each === 'allOf' && isRequired)),
  );
  return [...found, ...others];
}

function optionDraft(facts: OptionFacts, type: string | undefined, otherwise: JsonValue | undefined): DraftMap {
  const word = type ?? wordOf(facts);
  const usual = otherwise ?? facts.default;
  const fits =
    usual !== undefined &&
    (word === 'boolean'
      ? typeof usual === 'boolean'
      : word === 'integer' || word === 'number'
        ? typeof usual === 'number'
        : typeof usual === 'string' && usual !== '');
  const isOptional = word !== 'list' && ((!facts.isRequired && facts.isKnown) || usual !== undefined);
  const described = facts.description
    ?.replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
  const entries: (DraftEntry | false)[] = [
    entry('type', word),
    described !== undefined && described !== '' && entry('description', described),
    fits ? entry('default', fromJson(usual)) : isOptional && entry('optional', true),
  ];
  return mapping(...entries);
}

function wordOf({ type, isTime, isDate }: OptionFacts): string {
  if (type === 'array') return 'list';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return isTime ? 'datetime' : isDate ? 'date' : 'string';
}

/** Values for which a choice of configuration is tried: those of an enum, true and false. */
export function choicesOf(facts: OptionFacts): readonly JsonValue[] {
  if (facts.values.length > 0) return facts.values;
  return facts.type === 'boolean' ? [true, false] : [];
}
