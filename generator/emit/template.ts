import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { Code } from '../code.js';
import { ROOT } from '../root.js';

/** What a template is filled with: code, or whether to show a part. */
export type TemplateValues = { readonly [name: string]: Code | boolean };

/** Text of a file of `templates/`, filled in. Throws when a value is missing or is not code. */
export function renderTemplate(path: string, values: TemplateValues): string {
  let render = compiled.get(path);
  if (render === undefined) {
    const source = readFileSync(new URL(path, TEMPLATES), 'utf8');
    render = handlebars().compile<TemplateValues>(source, { strict: true, knownHelpersOnly: true, noEscape: false });
    compiled.set(path, render);
  }
  return render(values);
}

const TEMPLATES = new URL('templates/', ROOT);
const compiled = new Map<string, (values: TemplateValues) => string>();
let loaded: typeof Handlebars | undefined;

/** Loaded when the first template is rendered; CommonJS, hence `createRequire`: it halves the loading time. */
function handlebars(): typeof Handlebars {
  if (loaded === undefined) {
    loaded = createRequire(import.meta.url)('handlebars') as typeof Handlebars;
    // Its own escaping is for HTML. Here a hole takes code, which is safe as it is, and nothing else.
    loaded.Utils.escapeExpression = (value: unknown) => {
      if (value instanceof Code) return value.text;
      throw new Error(`a template hole takes code, got ${typeof value}`);
    };
  }
  return loaded;
}
