import { entry, mapping, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { optionMark } from '../answered.js';
import { isObject, listAt, member, textAt } from '../values.js';

/** Stands for a host that the collection does not say. */
const HOST = 'https://server-of-the-collection.example';

const SECRET = /(?:key|token|secret|passw|auth|credential)/i;

/** The variables of a collection: those with a value stand for it; others, and those in paths, are options. */
export class Variables {
  readonly config = new Map<string, DraftMap>();
  readonly #values: ReadonlyMap<string, string>;
  readonly #secrets = new Set<string>();

  readonly #base: string | undefined;
  #host: string | undefined;
  #takesHost = false;

  /** `base`: where the API is, for collections that leave it to an environment. */
  constructor(collection: JsonValue, base?: string) {
    this.#base = base;
    this.#values = new Map(
      listAt(collection, 'variable').flatMap((each): (readonly [string, string])[] => {
        const key = textAt(each, 'key') ?? textAt(each, 'id');
        const value = member(each, 'value');
        return key === undefined || value === undefined || value === null || value === '' ? [] : [[key, String(value)]];
      }),
    );
  }

  /** A URL with its variables filled in; undefined where nothing says which host it is of. */
  url(value: JsonValue | undefined): URL | undefined {
    const raw = typeof value === 'string' ? value : (textAt(value, 'raw') ?? '');
    const [address = '', ...queries] = raw.split('?');
    const paths = new Map(
      listAt(value, 'variable').flatMap((each) =>
        textAt(each, 'key') === undefined ? [] : [[textAt(each, 'key') ?? '', String(member(each, 'value') ?? '')] as const],
      ),
    );
    const filled = this.filled(this.#hosted(address), true)
      .split('/')
      .map((part) => (part.startsWith(':') && part.length > 1 ? this.#path(part.slice(1), paths.get(part.slice(1)) ?? '') : part))
      .join('/');
    const absolute = /^https?:\/\//i.test(filled) ? filled : `https://${filled}`;
    if (filled === '' || /^https?:\/\/zzoption/i.test(absolute) || !URL.canParse(absolute)) return undefined;
    const url = new URL(absolute);
    const query =
      isObject(value) && Array.isArray(value['query'])
        ? listAt(value, 'query').flatMap((each) =>
            isObject(each) && each['disabled'] !== true ? [[textAt(each, 'key') ?? '', textAt(each, 'value') ?? ''] as const] : [],
          )
        : [...new URLSearchParams(queries.join('?'))];
    for (const [name, text] of query) {
      const isSecret = SECRET.test(name) && !/page|next/i.test(name);
      if (name === '' || (isSecret && /\{\{/.test(text))) continue;
      url.searchParams.append(decoded(name), decoded(this.filled(text, true)));
    }
    return url;
  }

  /** From here on, a variable that has no value may say where the API is: nothing else does. */
  takeHost(): void {
    this.#takesHost = true;
  }

  /** Whether a variable that has no value says where the API is. */
  get isHostOption(): boolean {
    return this.#host !== undefined && this.#base === undefined;
  }

  /** An address whose host is said by a variable without a value: at a host that stands for it. */
  #hosted(address: string): string {
    const [whole, inner = ''] = /^(?:https?:\/\/)?\{\{([^{}]+)\}\}(?=[/:]|$)/i.exec(address) ?? [];
    const name = inner.trim();
    if (!this.#takesHost || whole === undefined || this.#values.has(name) || (this.#host !== undefined && this.#host !== name))
      return address;
    this.#host = name;
    return `${this.#base?.replace(/(?<!\/)\/+$/, '') ?? HOST}${address.slice(whole.length).replace(/^:\d+/, '')}`;
  }

  /** A text with its variables filled in; `marked`: those without a value are marked as options. */
  filled(text: string, marked = false): string {
    let made = text;
    for (let rounds = 0; rounds < 5 && /\{\{[^{}]+\}\}/.test(made); rounds++)
      made = made.replace(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
        const name = inner.trim();
        const value = this.#values.get(name);
        if (value !== undefined && !SECRET.test(name)) return value;
        if (SECRET.test(name)) {
          this.#secrets.add(name);
          return '';
        }
        return marked ? this.#option(name) : whole;
      });
    return made;
  }

  /** A value of a path: the one that was asked for, or an option. */
  #path(name: string, value: string): string {
    const filled = this.filled(value, true);
    return filled === '' || /^zzoption/.test(filled) || /^[:<{]|^(?:string|uuid|integer|number)$/i.test(value)
      ? this.#option(name)
      : encodeURIComponent(decoded(filled));
  }

  #option(name: string): string {
    const made = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|(?<!_)_+$/g, '');
    const safe = /^[A-Za-z]/.test(made) && !/^(?:base_?url|token|api_?key|username|password)$/i.test(made) ? made : `option_${made}`;
    this.config.set(safe, mapping(entry('type', 'string')));
    return optionMark(safe);
  }

  said(text: string): string {
    if (this.isHostOption && text.startsWith(HOST)) {
      this.config.set('server', mapping(entry('type', 'string')));
      return `{config.server}${text.slice(HOST.length)}`;
    }
    return text.replace(/zzoption\.(\w+)\.zz/g, '{config.$1}');
  }

  notes(): readonly string[] {
    return this.#secrets.size === 0 ? [] : [`secrets are left out: ${[...this.#secrets].join(', ')}`];
  }
}

/** A part of a URL as Postman sends it: what is percent-encoded already stays as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
