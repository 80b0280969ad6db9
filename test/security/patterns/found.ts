import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from 'ts-morph';
import { filesBelow, nodesOf, repository } from '../../support/generator-sources.js';

/** A regular expression of ours, and the first place that has it. */
export interface FoundPattern {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

/** Where our own patterns stand: what runs here, and what runs at users. */
const FOLDERS = ['generator', 'generated', 'test/golden'];

/**
 * Every regular expression literal of the generator, of its templates and of emitted packages, each once; and the places that make
 * one at run time, which `MADE` has to account for.
 */
export function foundPatterns(): { readonly patterns: readonly FoundPattern[]; readonly made: readonly string[] } {
  const patterns = new Map<string, FoundPattern>();
  const made = new Set<string>();
  const look = (path: string, text: string): void => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const node of nodesOf(file)) {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        if (patterns.has(node.text)) continue;
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        patterns.set(node.text, { source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: `${path}:${line}` });
      } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
        made.add(`${path}: ${node.getText().replace(/\s+/g, ' ')}`);
    }
  };
  for (const folder of FOLDERS) {
    for (const path of filesBelow(join(repository, folder), '.ts').filter((each) => !each.includes('node_modules/'))) {
      look(`${folder}/${path}`, readFileSync(join(repository, folder, path), 'utf8'));
    }
  }
  for (const path of filesBelow(join(repository, 'templates'), '.ts.hbs')) {
    const text = readFileSync(join(repository, 'templates', path), 'utf8').replace(/\{\{[^{}]*\}\}/g, '');
    look(`templates/${path}`, text);
  }
  return { patterns: [...patterns.values()], made: [...made].filter((place) => place.startsWith('generator/')).sort() };
}
