/** What a GraphQL query asks for, as far as it has to be known to page through a list. Whether the API knows it is not looked at. */

export interface AskedField {
  /** What the answer calls it: its alias, or its name. */
  readonly key: string;
  /** The variables that its arguments are, by their names. */
  readonly variables: ReadonlyMap<string, string>;
  readonly fields: readonly AskedField[];
}

/** A selection with fragments that are yet to be looked up. */
type Selection = { readonly field: AskedField & { readonly selected: readonly Selection[] } } | { readonly spread: string };

const TOKEN =
  /[\s,\ufeff]+|#[^\n\r]*|"""(?:[^"\\]|\\[^]|"(?!""))*"""|"(?:[^"\\\n\r]|\\[^\n\r])*"|\.\.\.|[A-Za-z_]\w*|-?\d[\w.+-]*|[!$&():=@[\]{|}]/gy;

/** The fields that the first operation of a query asks for; undefined where it is not well-formed. */
export function fieldsAsked(query: string): readonly AskedField[] | undefined {
  const tokens = tokensOf(query);
  if (tokens === undefined) return undefined;
  try {
    return new QueryReader(tokens).read();
  } catch (error) {
    if (error instanceof NotGraphql) return undefined;
    throw error;
  }
}

class NotGraphql extends Error {}

function tokensOf(query: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < query.length; at = TOKEN.lastIndex) {
    const [token] = TOKEN.exec(query) ?? [];
    if (token === undefined) return undefined;
    if (!/^[\s,#\ufeff]/.test(token)) tokens.push(token);
  }
  return tokens;
}

class QueryReader {
  readonly #tokens: readonly string[];
  #at = 0;
  readonly #fragments = new Map<string, readonly Selection[]>();

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  read(): readonly AskedField[] {
    let first: readonly Selection[] | undefined;
    while (this.#at < this.#tokens.length) {
      const kind = this.#token() === '{' ? 'query' : this.#name();
      if (kind === 'fragment') {
        const name = this.#name();
        this.#skipTo('{');
        this.#fragments.set(name, this.#set());
      } else {
        if (!/^(query|mutation|subscription)$/.test(kind)) throw new NotGraphql();
        this.#skipTo('{');
        const selected = this.#set();
        first ??= selected;
      }
    }
    if (first === undefined) throw new NotGraphql();
    return this.#resolved(first, new Set());
  }

  #resolved(selections: readonly Selection[], within: ReadonlySet<string>): readonly AskedField[] {
    return selections.flatMap((each) => {
      if ('field' in each) return [{ ...each.field, fields: this.#resolved(each.field.selected, within) }];
      const fragment = this.#fragments.get(each.spread);
      if (fragment === undefined || within.has(each.spread)) throw new NotGraphql();
      return this.#resolved(fragment, new Set([...within, each.spread]));
    });
  }

  /** `{ a b: c(d: $e) @f { … } ... on G { … } ...H }` */
  #set(): readonly Selection[] {
    this.#expect('{');
    const all: Selection[] = [];
    while (this.#token() !== '}') {
      if (this.#token() !== '...') {
        all.push(this.#field());
        continue;
      }
      this.#at++;
      if (/^[A-Za-z_]/.test(this.#token()) && this.#token() !== 'on') {
        all.push({ spread: this.#name() });
        this.#directives();
        continue;
      }
      this.#skipTo('{');
      all.push(...this.#set());
    }
    this.#at++;
    return all;
  }

  #field(): Selection {
    const first = this.#name();
    if (this.#token() === ':') {
      this.#at++;
      this.#name();
    }
    const variables = this.#token() === '(' ? this.#arguments() : new Map<string, string>();
    this.#directives();
    const selected = this.#token() === '{' ? this.#set() : [];
    return { field: { key: first, variables, fields: [], selected } };
  }

  #arguments(): ReadonlyMap<string, string> {
    const variables = new Map<string, string>();
    this.#expect('(');
    while (this.#token() !== ')') {
      const name = this.#name();
      this.#expect(':');
      if (this.#token() === '$') {
        this.#at++;
        variables.set(name, this.#name());
      } else this.#skipValue();
    }
    this.#at++;
    return variables;
  }

  #directives(): void {
    while (this.#token() === '@') {
      this.#at++;
      this.#name();
      if (this.#token() === '(') this.#arguments();
    }
  }

  #skipValue(): void {
    const token = this.#next();
    const end = token === '{' ? '}' : token === '[' ? ']' : undefined;
    if (end === undefined) return;
    while (this.#token() !== end) {
      if (this.#token() === ':' || this.#token() === '$') this.#at++;
      else this.#skipValue();
    }
    this.#at++;
  }

  /** Past variables and directives, in which braces are values of defaults. */
  #skipTo(sign: '{'): void {
    while (this.#token() !== sign) {
      if (this.#token() !== '(') {
        this.#at++;
        continue;
      }
      for (let depth = 0; ;) {
        const token = this.#next();
        depth += token === '(' ? 1 : token === ')' ? -1 : 0;
        if (depth === 0) break;
      }
    }
  }

  #name(): string {
    const token = this.#next();
    if (!/^[A-Za-z_]/.test(token)) throw new NotGraphql();
    return token;
  }

  #expect(sign: string): void {
    if (this.#next() !== sign) throw new NotGraphql();
  }

  #next(): string {
    const token = this.#token();
    this.#at++;
    return token;
  }

  #token(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new NotGraphql();
    return token;
  }
}
