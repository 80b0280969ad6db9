/** Words that a reader of YAML, of this version or an older one, takes for something else than text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** A text as a YAML scalar: in quotes unless it is a plain word. */
export function yamlText(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text) && !WORDS.test(text)
    ? text
    : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

export function yamlKey(name: string): string {
  return yamlText(name);
}

/** The same, plain for URLs, paths and selectors too, where no reader could take them for anything else. */
export function yamlValue(value: string): string {
  return /^(?:\d+\.\d+\.\d+|https?:\/\/[\w.:[\]/-]*[\w/\]]|\/[\w./-]*|\$|[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)+)$/.test(value)
    ? value
    : yamlText(value);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
