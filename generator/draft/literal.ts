import { parseTemplate } from '../placeholder.js';
import type { JsonValue } from '../shape.js';

/** A text as a spec writes it so that none of its braces is taken for a placeholder. */
export function literalText(text: string): string {
  const ways = [
    text,
    text.replace(/\{([A-Za-z_][A-Za-z0-9_-]*(?:\.[^{}.\s"'=:]+)*)\}/g, '{{$1}}'),
    text.replace(/\{/g, '{{').replace(/\}/g, '}}'),
  ];
  return (
    ways.find((each) => {
      const parsed = parseTemplate(each);
      if (!parsed.ok) return false;
      return parsed.template.length === 0 ? text === '' : parsed.template.length === 1 && parsed.template[0] === text;
    }) ?? text
  );
}

/** The same for the texts of a JSON value. */
export function literalJson(value: JsonValue): JsonValue {
  if (typeof value === 'string') return literalText(value);
  if (Array.isArray(value)) return value.map((each: JsonValue) => literalJson(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, JsonValue]) => [key, literalJson(inner)]));
}
