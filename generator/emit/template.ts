import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { Code } from '../code.js';
import { ROOT } from '../root.js';
import { COMPILED } from './compiled-templates.js';

/** What a template is filled with: code, or whether to show a part. */
export type TemplateValues = { readonly [name: string]: Code | boolean };

/** Text of a file of `templates/`, filled in. Throws when a value is missing or is not code. */
export function renderTemplate(path: string, values: TemplateValues): string {
  let render = ready.get(path);
  if (render === undefined) {
    const compiled = COMPILED?.[path];
    render =
      compiled === undefined ? handlebars('handlebars').compile(read(path), OPTIONS) : handlebars('handlebars/runtime').template(compiled);
    ready.set(path, render);
  }
  return render(values);
}

/** Source text of what a template compiles to: an expression. For the build, since to compile them all takes longer than a run should. */
export function compileTemplate(path: string): string {
  return String(handlebars('handlebars').precompile(read(path), OPTIONS));
}

const TEMPLATES = new URL('templates/', ROOT);
const OPTIONS = { strict: true, knownHelpersOnly: true, noEscape: false };
const ready = new Map<string, (values: TemplateValues) => string>();
const safe = new Map<string, typeof Handlebars>();

function read(path: string): string {
  return readFileSync(new URL(path, TEMPLATES), 'utf8');
}

/** Loaded when the first template is rendered; CommonJS, hence `createRequire`: it halves the loading time. */
function handlebars(module: 'handlebars' | 'handlebars/runtime'): typeof Handlebars {
  const known = safe.get(module);
  if (known !== undefined) return known;
  const loaded = createRequire(import.meta.url)(module) as typeof Handlebars;
  // Its own escaping is for HTML. Here a hole takes code, which is safe as it is, and nothing else.
  loaded.Utils.escapeExpression = (value: unknown) => {
    if (value instanceof Code) return value.text;
    throw new Error(`a template hole takes code, got ${typeof value}`);
  };
  safe.set(module, loaded);
  return loaded;
}
