import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { Code } from '../code.js';
import { ROOT } from '../root.js';
import { COMPILED } from './compiled-templates.js';

/** What a template is filled with: code, or whether to show a part. */
export type TemplateValues = { readonly [name: string]: Code | boolean };

/**
 * Text of a file of `templates/`, or of one in `generator/` that lies beside what it belongs to, filled in. Throws when a
 * value is missing or is not code.
 */
export function renderTemplate(path: string, values: TemplateValues): string {
  let render = ready.get(path);
  if (render === undefined) {
    const compiled = COMPILED?.[path];
    render = compiled === undefined ? Handlebars.compile(read(path), OPTIONS) : Handlebars.template(compiled);
    ready.set(path, render);
  }
  return render(values);
}

/** Source text of what a template compiles to: an expression. For the build, since to compile them all takes longer than a run should. */
export function compileTemplate(path: string): string {
  return String(Handlebars.precompile(read(path), OPTIONS));
}

const TEMPLATES = new URL('templates/', ROOT);
const OPTIONS = { strict: true, knownHelpersOnly: true, noEscape: false };
const ready = new Map<string, (values: TemplateValues) => string>();

// Its own escaping is for HTML. Here a hole takes code, which is safe as it is, and nothing else.
Handlebars.Utils.escapeExpression = (value: unknown) => {
  if (value instanceof Code) return value.text;
  throw new Error(`a template hole takes code, got ${typeof value}`);
};

function read(path: string): string {
  return readFileSync(new URL(path, path.startsWith('generator/') ? ROOT : TEMPLATES), 'utf8');
}
