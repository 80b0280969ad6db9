import { CODE, CONFIG, SECRET } from '../python.js';
import { isObject, textAt } from '../values.js';
import type { JsonValue } from '../../shape.js';

/**
 * What stands in a configuration in place of what only a running program knows. Literals are read with the marks of
 * `python.ts`; the dumper writes the same, and marks inside of texts: `Bearer ⟦secret:token⟧`.
 */
export type Mark =
  | { readonly kind: 'secret' | 'config'; readonly name: string }
  /** A function, or whatever else is code; its source. */
  | { readonly kind: 'code'; readonly source: string; readonly name: string };

export function markOf(value: JsonValue | undefined): Mark | undefined {
  if (typeof value === 'string') {
    const [, kind, name] = /^⟦(secret|config):([^⟧]*)⟧$/.exec(value) ?? [];
    return name === undefined ? undefined : { kind: kind === 'secret' ? 'secret' : 'config', name: optionName(name) };
  }
  if (!isObject(value)) return undefined;
  const [secret, config] = [textAt(value, SECRET), textAt(value, CONFIG)];
  if (secret !== undefined) return { kind: 'secret', name: optionName(secret) };
  if (config !== undefined) return { kind: 'config', name: optionName(config) };
  const [source, callable, instance] = [textAt(value, CODE), textAt(value, '$callable'), textAt(value, '$instance')];
  if (source !== undefined) return { kind: 'code', source, name: source };
  if (callable !== undefined) return { kind: 'code', source: textAt(value, 'source') ?? callable, name: callable };
  return instance === undefined ? undefined : { kind: 'code', source: instance, name: instance };
}

/** Marks inside of a text, and the texts between them. */
export function textParts(text: string): readonly (string | Mark)[] {
  return text.split(/(⟦(?:secret|config):[^⟦⟧]*⟧)/).flatMap((part) => (part === '' ? [] : [markOf(part) ?? part]));
}

function optionName(name: string): string {
  const made =
    name
      .split('.')
      .at(-1)
      ?.replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^_+|(?<!_)_+$/g, '')
      .toLowerCase() ?? '';
  return /^[a-z]/.test(made) ? made : `option_${made}`;
}

/** `${ACME_TOKEN}` for a secret called token. */
export function secretVariable(connector: string, name: string): string {
  return `\${${`${connector}_${name}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}}`;
}
