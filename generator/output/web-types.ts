import { readFile } from 'node:fs/promises';
import { ROOT } from '../root.js';

/**
 * What emitted code may use of the web platform: the part that Node, browsers, workers, Deno and Bun have in common. A
 * name that is missing here does not compile when a package is verified.
 */
const NAMES = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'DOMException',
  'DecompressionStream',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'RequestInit',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'performance',
  'queueMicrotask',
  'setTimeout',
  'structuredClone',
];

/** Declarations of documents and media are reached from these, and from nothing that emitted code does. */
const BEYOND = new RegExp(
  '^(?:HTML|SVG|MathML|CSS|Media|Document|Element|Node|Window|Source|Canvas|GPU|ImageBitmap|ImageData|Offscreen|Path2D|RTC|Video|' +
    'Audio|WebGL|WEBGL|ANGLE|EXT|KHR|OES|OVR|DOM(?!Exception|HighRes)|PerformanceT|PerformanceN|Text(?!En|De))',
);

/**
 * The declarations of those names in the compiler's `lib.dom.d.ts`, with all that they refer to. They are a thirtieth of
 * its two megabytes, which take longer to read than a package takes to compile.
 */
export function webTypes(dom: string): string {
  const declarations = topLevelDeclarations(dom);
  const needed = new Set<string>();
  const open = [...NAMES];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const text = declarations.get(name);
    if (text === undefined || needed.has(name) || BEYOND.test(name)) continue;
    needed.add(name);
    open.push(...(text.match(/\b[A-Z]\w+/g) ?? []));
  }
  return [...needed].map((name) => declarations.get(name)).join('\n');
}

/** The text of every declaration by name, comments left out; those of one name together. */
function topLevelDeclarations(dom: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const text = dom.replace(/\/\*[^]*?(?:\*\/|$)/g, '').replace(/^\/\/.*$/gm, '');
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(/[{};]|"[^"]*"/g)) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    const isBlock = /^\s*(?:interface|declare namespace|declare class)/.test(text.slice(start, start + 40));
    if (depth > 0 || sign !== (isBlock ? '}' : ';')) continue;
    const declaration = text.slice(start, index + 1).trim();
    start = index + 1;
    const name = /^(?:declare (?:var|function|namespace|class|const) |interface |type )(\w+)/.exec(declaration)?.[1];
    if (name !== undefined) found.set(name, `${found.get(name) ?? ''}${declaration}\n`);
  }
  return found;
}

/** Where the build keeps the web types: reading two megabytes of declarations takes as long as compiling a package. */
export const WEB_TYPES = new URL('dist/web-types.txt', ROOT);

/** The web types as the build left them; taken from the declarations in the file `dom` in a repository that was not built. */
export async function readWebTypes(dom: string): Promise<string> {
  try {
    return await readFile(WEB_TYPES, 'utf8');
  } catch {
    return webTypes(await readFile(dom, 'utf8'));
  }
}
