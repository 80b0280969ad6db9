import { fc } from '../support/property.js';

/** Texts that have ended quotes, comments, templates or names in some generator, each trying to run code if it does. */
const PAYLOADS = [
  "');globalThis.PWNED=1;('",
  '");globalThis.PWNED=1;("',
  '`);globalThis.PWNED=1;(`',
  '${globalThis.PWNED=1}',
  '`+(globalThis.PWNED=1)+`',
  '*/globalThis.PWNED=1;/*',
  '**//globalThis.PWNED=1;/*',
  '*\u200b/ globalThis.PWNED=1',
  '\nglobalThis.PWNED=1;\n',
  '\r\nglobalThis.PWNED=1;//',
  '\rglobalThis.PWNED=1;\r',
  '\u2028globalThis.PWNED=1;\u2029',
  "\\');globalThis.PWNED=1;//",
  '\\u0027);globalThis.PWNED=1;//',
  ']: any; static { globalThis.PWNED=1 } [x',
  '</script><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '```\n# PWNED\n',
  '| a | b |',
  '{{PWNED}}',
  '{{{PWNED}}}',
  '{{#if PWNED}}{{/if}}',
  '{{lookup this "constructor"}}',
  '@deprecated PWNED',
  '{@link PWNED}',
  '@ts-nocheck',
  '# sourceMappingURL=data:,',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'class',
  'await',
  'undefined',
  'Promise',
  'record',
  'records',
  'place',
  'value',
  'page',
  'url',
  'state',
  'signal',
  'fetch',
  'if',
  'each',
  '😀',
  '\u0000',
  '\u001b[31m',
  '\u007f\u0085\u009f',
  '\u202egnp.exe',
  '\ufeff',
  'ﬁle',
  'a\u200db',
  'e\u0301',
  '"',
  "'",
  '`',
  '\\',
  '*/',
  '/*',
  '//',
  '<!--',
  '$',
  '$&',
  "$'",
  '%',
  '%0d%0a',
  '#',
  '?',
  '&a=b',
  '=',
  ';',
  ' ',
  '\t',
  '../../etc/passwd',
  '//evil.example/',
  '\\\\evil.example',
  'http://evil.example/',
  '@evil.example',
  ':',
  '-1',
  '1e999',
  'NaN',
];

/** A text out of one to three payloads. Never empty. */
const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...PAYLOADS), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => !/^\d+$/.test(text)) }, // JavaScript would reorder such keys
);

/** So many hostile texts, of which no two are the same to a reader. */
export function hostileTexts(count: number): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(hostileText, { minLength: count, maxLength: count, selector: (text) => readable(text).toLowerCase() });
}

/** Without what a key of a spec may not hold: characters that cannot be seen. */
export function readable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu, '') || 'nothing';
}

/** A resource's name: what can be one, words that mean something to JavaScript, to file systems or to us among them. */
export const legalName: fc.Arbitrary<string> = fc.constantFrom(
  ...'events users class await async index types client errors http retry auth state pagination record records Promise Error Array Map'.split(
    ' ',
  ),
  ...'Object URL fetch process globalThis global window undefined_ null_ arguments eval_ import export package static let yield name length'.split(
    ' ',
  ),
  ...'list pages read options response request headers body page next data resource get base_url analytics x-y A_B a1 _'
    .split(' ')
    .filter((name) => name !== '_'),
);

/** What a path can hold of a text. */
export function pathText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f?#]/g, '').replaceAll('..', '.') || 'nothing';
}

/** What a header can hold of a text. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim();
}

/** A connector's name: words that mean something among them. */
export const connectorName: fc.Arbitrary<string> = fc.constantFrom(
  ...'acme type error class import http promise url map record get a-1 x__y range aggregate client'.split(' '),
);

/** JSON that is YAML too, with everything escaped that a YAML file cannot hold. */
export function toYaml(spec: unknown): string {
  return `${JSON.stringify(spec).replace(/[\u007f-\u009f\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
