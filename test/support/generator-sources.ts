import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the generator: its path below `generator/`, its syntax and what it imports. */
export interface GeneratorSource {
  readonly path: string;
  readonly syntax: ts.SourceFile;
  /** Files of the generator, by path. */
  readonly files: readonly string[];
  /** Modules that are not ours: `yaml`, `node:fs`. */
  readonly modules: readonly string[];
}

export function generatorSources(): readonly GeneratorSource[] {
  return filesBelow(join(repository, 'generator'), '.ts').map((path) => {
    const text = readFileSync(join(repository, 'generator', path), 'utf8');
    const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    const required = [...text.matchAll(/createRequire\(import\.meta\.url\)\('([^']+)'\)/g)].map((match) => match[1] ?? '');
    return {
      path,
      syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
      files: imports.filter((name) => name.startsWith('.')).map((name) => posix.join(dirname(path), name).replace(/\.js$/, '.ts')),
      modules: [...imports.filter((name) => !name.startsWith('.')), ...required],
    };
  });
}

/** Paths below a folder that end so, with `/` between their parts, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** Every node of a syntax tree. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `emit/http.ts:12`, for a message. */
export function placeOf(source: GeneratorSource, node: ts.Node): string {
  return `${source.path}:${source.syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
