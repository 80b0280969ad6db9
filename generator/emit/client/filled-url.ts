import { type Code, code, docWords, literal, member, nothing, template } from '../../code.js';
import { everyAuth, optionsOfAuth } from '../../model/auth.js';
import type { ConfigOption } from '../../model/connector-model.js';
import { optionsInUrl, showOption, type UrlOption, type UrlPart, type UrlTemplate } from '../../url-template.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { valueFrom } from '../symbols.js';

/** URLs with options of the caller in them: where the API is, and where tokens are asked for. */

/** Such a URL as an expression of type string; `valueOf` is an option as an expression, `key` what the spec calls the URL. */
export function emitFilledUrl(
  url: UrlTemplate,
  key: string,
  config: readonly ConfigOption[],
  valueOf: (option: ConfigOption) => Code,
): Code {
  const parts = url.map((part): string | Code => {
    if (typeof part === 'string') return part;
    const option = optionNamed(part.option, config);
    const value = valueOf(option);
    if (part.as === 'choice')
      return code`${valueFrom(FILE, 'urlNamed')}(${value}, ${literal(part.urls ?? {})}, ${literal(option.name.camel)})`;
    return code`${HELPERS[part.as]}(${value}, ${literal(option.name.camel)})`;
  });
  const [chosen] = url.length === 1 && optionsInUrl(url)[0]?.as === 'choice' ? parts : [];
  const text = chosen === undefined || typeof chosen === 'string' ? template(parts) : chosen;
  return code`${valueFrom(FILE, 'filledUrl')}(${text}, ${literal(key)})`;
}

const FILE = 'internal/filled-url';
const HELPERS = {
  host: valueFrom(FILE, 'hostPart'),
  segment: valueFrom('internal/path', 'pathSegment'),
  url: valueFrom(FILE, 'urlStart'),
} as const;

/** A URL for a doc comment: `https://{domain}.example.com`. */
export function showFilledUrl(url: UrlTemplate, config: readonly ConfigOption[]): string {
  return url.map((part) => (typeof part === 'string' ? part : showOption(part, optionNamed(part.option, config).name.camel))).join('');
}

/** Whether options stand in a URL as segments of its path. */
export function fillsSegments({ model }: EmitContext): boolean {
  return holds(model.baseUrlTemplate ?? [], 'segment') || [...optionsOfAuth(everyAuth(model)).values()].includes('segment');
}

/** `src/internal/filled-url.ts`, where options of the caller stand in a URL. */
export function emitFilledUrls({ model, header }: EmitContext): readonly VirtualFile[] {
  const inAuth = [...optionsOfAuth(everyAuth(model)).values()].filter((as) => as !== 'text');
  if (model.baseUrlTemplate === null && inAuth.length === 0) return [];
  const has = (as: 'host' | 'url' | 'choice'): boolean => holds(model.baseUrlTemplate ?? [], as) || inAuth.includes(as);
  const signed = model.auth.length > 0;
  const rules = `http or https${signed ? ', https but for loopback hosts' : ''}`;
  const text = code`
    ${header}

    /** A URL that options of the client are a part of: ${docWords(rules)}, without credentials, query and fragment. */
    export function filledUrl(text: string, key: string): string {
      const { protocol, ${signed ? code`hostname, ` : nothing}username, password } = URL.canParse(text) ? new URL(text) : new URL('none:');
      ${
        signed
          ? code`const safe = protocol === 'https:' || (protocol === 'http:' && /^(localhost|\\[::1\\]|127(\\.\\d+){3})$/.test(hostname));`
          : nothing
      }
      if (!${signed ? code`safe` : code`/^https?:$/.test(protocol)`} || username + password !== '' || /[?#\\s]/.test(text)) {
        throw new TypeError(\`\${key}: its options make no URL of it that ${docWords(signed ? 'credentials may be sent to' : 'requests may be sent to')}\`);
      }
      return text.replace(/(?<!\\/)\\/+$/, '');
    }
    ${
      has('choice')
        ? code`

      /** The URL that the value of an option names. */
      export function urlNamed(value: string | number | boolean | undefined, urls: Readonly<Record<string, string>>, option: string): string {
        const url = Object.hasOwn(urls, String(value)) ? urls[String(value)] : undefined;
        if (url === undefined) throw new TypeError(\`\${option}: expected \${Object.keys(urls).join(' or ')}\`);
        return url;
      }
    `
        : nothing
    }
    ${
      has('host')
        ? code`

      /** A value as a host, or a part of one: it can neither end it nor add a user, a path or a query. */
      export function hostPart(value: string | number | boolean | undefined, option: string): string {
        const text = String(value ?? '');
        if (!/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(:\\d+)?$/.test(text)) {
          throw new TypeError(\`\${option}: expected a host, or a part of one\`);
        }
        return text;
      }
    `
        : nothing
    }
    ${
      has('url')
        ? code`

      /** A value as the beginning of a URL. */
      export function urlStart(value: string | number | boolean | undefined, option: string): string {
        const text = String(value ?? '');
        if (!/^https?:\\/\\/[^/]/i.test(text)) throw new TypeError(\`\${option}: expected a URL that begins with https:// or http://\`);
        return text.replace(/(?<!\\/)\\/+$/, '');
      }
    `
        : nothing
    }
  `;
  return [{ path: 'src/internal/filled-url.ts', text: `${text.text}\n` }];
}

function holds(parts: readonly UrlPart[], as: UrlOption['as']): boolean {
  return parts.some((part) => typeof part !== 'string' && part.as === as);
}

function optionNamed(raw: string, config: readonly ConfigOption[]): ConfigOption {
  const option = config.find(({ name }) => name.raw === raw);
  if (option === undefined) throw new Error(`no option ${raw}`);
  return option;
}

/** An option as a member of an object. */
export function optionIn(owner: Code): (option: ConfigOption) => Code {
  return ({ name }) => member(owner, name.camel);
}
