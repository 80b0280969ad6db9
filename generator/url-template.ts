import { optionOf, type Template } from './placeholder.js';

/** A URL of the spec in which options of the caller may stand. */
export type UrlTemplate = readonly UrlPart[];
export type UrlPart = string | UrlOption;

export interface UrlOption {
  /** As the spec names it. */
  readonly option: string;
  /** What its value is: the beginning of the URL, the host or a part of it, one segment of the path, or the name of a URL among several. */
  readonly as: 'url' | 'host' | 'segment' | 'choice';
  /** The URLs by those names. */
  readonly urls?: Readonly<Record<string, string>>;
}

/** What stands where in a URL; undefined where a placeholder is none of the caller's options, or stands where it cannot. */
export function urlTemplate(template: Template): UrlTemplate | undefined {
  const parts: UrlPart[] = [];
  for (const [index, part] of template.entries()) {
    const option = optionOf(part);
    if (typeof part === 'string') parts.push(part);
    else if (option === undefined) return undefined;
    else {
      const before = parts.map((each) => (typeof each === 'string' ? each : 'x')).join('');
      const after = template[index + 1];
      if (index === 0 && after !== undefined && !(typeof after === 'string' && after.startsWith('/'))) return undefined;
      parts.push({ option, as: index === 0 ? 'url' : /^https?:\/\/[^/]*$/i.test(before) ? 'host' : 'segment' });
    }
  }
  return parts;
}

/** The URL with these values in it. */
export function fillUrl(template: UrlTemplate, valueOf: (part: UrlOption) => string): string {
  const text = template.map((part) => {
    if (typeof part === 'string') return part;
    const value = valueOf(part);
    if (part.as === 'choice') return urlNamed(part, value);
    return part.as === 'segment' ? encodeURIComponent(value) : part.as === 'url' ? value.replace(/(?<!\/)\/+$/, '') : value;
  });
  return text.join('').replace(/(?<!\/)\/+$/, '');
}

/** The URL that a value names; the first one, where it names none. */
function urlNamed({ urls = {} }: UrlOption, value: string): string {
  return (Object.hasOwn(urls, value) ? urls[value] : Object.values(urls)[0]) ?? '';
}

/** A URL that could be one of the template's, to look at: what stands in it is made up. */
export function exampleUrl(template: UrlTemplate): string {
  const [word, port] = ['some', '8443'].map((value) => fillUrl(template, ({ as }) => (as === 'url' ? 'https://api.example.com' : value)));
  return word !== undefined && URL.canParse(word) ? word : (port ?? '');
}

/** A URL for people: `https://{domain}.example.com`. */
export function showUrl(template: UrlTemplate): string {
  return template.map((part) => (typeof part === 'string' ? part : showOption(part, part.option))).join('');
}

/** An option in a URL, for people: `{domain}`, or the URLs that it chooses from. */
export function showOption({ urls }: UrlOption, name: string): string {
  return urls === undefined ? `{${name}}` : Object.values(urls).join(' | ');
}

/** The options that stand in a URL. */
export function optionsInUrl(template: UrlTemplate): readonly UrlOption[] {
  return template.filter((part) => typeof part !== 'string');
}
