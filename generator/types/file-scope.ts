import { code, identifier, isIdentifier, literal, regex, type Code } from '../code.js';
import { nameOf } from '../names.js';

/** What emitted record files share, and one of them imports: the helpers of `src/internal/checks.ts` and `src/internal/exact-json.ts`. */
export type Helper =
  | 'castBoolean'
  | 'castInteger'
  | 'castNumber'
  | 'castString'
  | 'isObject'
  | 'undeclaredKey'
  | 'dropUndeclared'
  | 'ownKey'
  | 'exactBigint'
  | 'exactDecimal'
  | 'sizedDecimal';

/** The top of one record file while its decoders are written: what they need is noted here. */
export class FileScope {
  /** Patterns of `src/internal/checks.ts`, by constant. */
  readonly patterns = new Set<string>();
  readonly helpers = new Set<Helper>();
  readonly constants: Code[] = [];
  /** Functions that check a part of something with many fields. */
  readonly functions: Code[] = [];
  readonly #functionNames = new Set<string>();
  readonly #names = new Set<string>();
  readonly #patternConstants = new Map<string, Code>();

  /** A new constant, named after `words`. */
  constant(words: string, type: Code, value: Code): Code {
    const name = identifier(free(nameOf(words).kebab.replaceAll('-', '_').toUpperCase(), 'KNOWN', this.#names));
    this.constants.push(code`const ${name}${type} = ${value};`);
    return name;
  }

  /** A pattern that only this file has; the same one is not written twice. */
  localPattern(words: string, pattern: string, flags: '' | 'u' = ''): Code {
    const known = this.#patternConstants.get(pattern + flags);
    if (known !== undefined) return known;
    const name = this.constant(words, code``, regex(pattern, flags));
    this.#patternConstants.set(pattern + flags, name);
    return name;
  }

  /** A set of values, for the long enums and for the names of declared fields. */
  set(words: string, of: Code, values: readonly (string | number | boolean)[]): Code {
    return this.constant(words, code`: ReadonlySet<${of}>`, code`new Set(${literal(values)})`);
  }

  /** A new function, named after `words`, and not like any of `taken`. */
  functionName(words: string, taken: Iterable<string>): Code {
    for (const name of taken) this.#functionNames.add(name);
    return identifier(free(nameOf(words).camel, 'check', this.#functionNames));
  }

  shared(constant: string): Code {
    this.patterns.add(constant);
    return identifier(constant);
  }

  helper(name: Helper): Code {
    this.helpers.add(name);
    return identifier(name);
  }
}

/** The local variables of one block. */
export class Locals {
  readonly #names: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#names = new Set(taken);
  }

  /** The variables of a block inside this one: it may use again what a block beside it uses. */
  inner(): Locals {
    return new Locals(this.#names);
  }

  /** A variable named after `words`, told apart by a number where the name is taken. */
  variable(words: string): Code {
    return identifier(free(nameOf(words).camel, 'value', this.#names));
  }
}

function free(preferred: string, otherwise: string, names: Set<string>): string {
  const base = isIdentifier(preferred) ? preferred : isIdentifier(`${preferred}Value`) ? `${preferred}Value` : otherwise;
  let name = base;
  for (let count = 2; names.has(name); count++) name = `${base}${count}`;
  names.add(name);
  return name;
}
