import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { filesBelow, generatorSources, nodesOf, placeOf, repository, type GeneratorSource } from './support/generator-sources.js';

/** Who may import whom: a room is a folder of `generator/`, a file at its top, or a registry in a folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  bin: ['cli'],
  build: ['build-prepared', 'output', 'root'],
  'build-prepared': ['emit', 'root', 'types'],
  cli: ['build-id', 'commands', 'output'],
  commands: [
    'detect',
    'diagnostics',
    'draft',
    'drift',
    'emitted',
    'generate',
    'graph',
    'hooks',
    'import',
    'infer',
    'init',
    'json',
    'model',
    'names',
    'output',
    'recorder',
    'recordings',
    'root',
    'scaffold',
    'shape',
    'spec',
    'surface',
    'version',
    'virtual-file',
  ],
  recorder: ['auth', 'detect', 'diagnostics', 'emit', 'model', 'names', 'recordings', 'selector', 'shape', 'url-template', 'virtual-file'],
  scaffold: [],
  graph: ['model', 'selector', 'url-template'],
  init: ['detect', 'draft', 'names', 'paginators', 'selector', 'shape'],
  infer: ['detect', 'diagnostics', 'draft', 'names', 'recordings', 'shape', 'types'],
  import: [
    'detect',
    'diagnostics',
    'draft',
    'incremental',
    'infer',
    'init',
    'json',
    'model',
    'names',
    'recordings',
    'selector',
    'shape',
    'spec',
    'types',
  ],
  detect: ['names', 'selector', 'shape', 'types'],
  draft: ['diagnostics', 'placeholder', 'shape'],
  surface: ['output', 'virtual-file'],
  drift: ['recordings', 'shape', 'types'],
  generate: ['diagnostics', 'emitted', 'model', 'output', 'pause', 'recordings', 'spec', 'version', 'virtual-file'],
  emitted: ['diagnostics', 'emit', 'hooks', 'model', 'pause', 'recordings', 'spec', 'sync', 'virtual-file'],
  hooks: ['code', 'diagnostics', 'model', 'virtual-file'],
  sync: [
    'code',
    'emit',
    'model',
    'names',
    'outputs',
    'recordings',
    'sync/destinations',
    'sync/protocols',
    'sync/schedulers',
    'types',
    'virtual-file',
  ],
  'sync/destinations': ['code'],
  'sync/protocols': ['code'],
  'sync/schedulers': ['sync/destinations'],
  emit: [
    'auth',
    'code',
    'graph',
    'incremental',
    'model',
    'names',
    'outputs',
    'paginators',
    'pause',
    'placeholder',
    'recordings',
    'root',
    'selector',
    'shape',
    'types',
    'url-template',
    'virtual-file',
  ],
  recordings: ['diagnostics', 'incremental', 'json', 'model', 'paginators', 'selector', 'shape', 'types', 'url-template'],
  incremental: ['checks', 'code', 'diagnostics', 'names', 'placeholder', 'selector', 'shape', 'types'],
  model: [
    'auth',
    'diagnostics',
    'expression',
    'gap',
    'incremental',
    'names',
    'outputs',
    'paginators',
    'placeholder',
    'selector',
    'shape',
    'spec',
    'types',
    'url-template',
  ],
  spec: ['auth', 'checks', 'diagnostics', 'incremental', 'outputs', 'paginators', 'placeholder', 'root', 'shape', 'types'],
  paginators: ['checks', 'code', 'diagnostics', 'mutant', 'placeholder', 'selector', 'shape'],
  auth: ['checks', 'code', 'diagnostics', 'mutant', 'names', 'placeholder', 'selector', 'shape', 'url-template'],
  types: ['code', 'diagnostics', 'gap', 'names', 'shape', 'virtual-file'],
  output: ['diagnostics', 'pause', 'root', 'virtual-file'],
  // leaves, which most rooms may know
  checks: ['diagnostics', 'placeholder', 'shape', 'url-template'],
  selector: ['code'],
  shape: ['diagnostics', 'gap', 'placeholder'],
  gap: [],
  json: ['shape'],
  code: [],
  diagnostics: [],
  mutant: [],
  names: [],
  outputs: ['shape', 'sync/destinations', 'sync/protocols', 'sync/schedulers'],
  expression: [],
  placeholder: ['expression'],
  'url-template': ['placeholder'],
  pause: [],
  root: [],
  version: ['root'],
  'build-id': [],
  'virtual-file': [],
};

/** The one module that imports a library, or the one folder; or several, each for a reason of its own. */
const IMPORTED_BY: Readonly<Record<string, string | readonly string[]>> = {
  '@clack/prompts': 'init/ask.ts',
  commander: 'commands/',
  diff: 'output/check.ts',
  esbuild: 'build',
  handlebars: 'emit/template.ts',
  'json-schema-to-typescript': 'types/compile-types.ts',
  'jsonpath-rfc9535/parser': 'selector.ts',
  oxfmt: 'output/format.ts',
  picocolors: 'diagnostics/frame.ts',
  semver: 'surface/level.ts',
  prettier: 'output/format.ts',
  'ts-morph': '',
  // strict YAML with places for specs; what other tools write, anchors and all
  yaml: ['spec/yaml-document.ts', 'spec/yaml-tokens.ts', 'import/yaml-source.ts'],
};

const sources = generatorSources();

describe('rooms', () => {
  test('import what the table says, and nothing else', () => {
    const found = new Map<string, Set<string>>();
    for (const { path, files } of sources) {
      const room = roomOf(path);
      const others = found.get(room) ?? new Set();
      for (const other of files.map(roomOf)) if (other !== room) others.add(other);
      found.set(room, others);
    }
    const table = Object.fromEntries([...found].sort().map(([room, others]) => [room, [...others].sort()]));
    expect(table).toEqual(Object.fromEntries(Object.entries(MAY_IMPORT).sort()));
  });

  test('form no circle', () => {
    expect(circleIn(MAY_IMPORT)).toBeUndefined();
  });

  test('hold files that form no circle', () => {
    expect(circleIn(Object.fromEntries(sources.map(({ path, files }) => [path, files])))).toBeUndefined();
  });
});

test('each library has one place that imports it', () => {
  const strangers = sources.flatMap(({ path, modules }) =>
    modules
      .filter((name) => !name.startsWith('node:') && ![IMPORTED_BY[name] ?? 'nowhere'].flat().some((place) => path.startsWith(place)))
      .map((name) => `${path}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

test('only the command line knows the process and the console', () => {
  expect(
    find(
      (node, { path }) =>
        ts.isIdentifier(node) &&
        ['process', 'console'].includes(node.text) &&
        ts.isPropertyAccessExpression(node.parent) &&
        node.parent.expression === node &&
        !['bin.ts', 'cli.ts'].includes(path),
    ),
  ).toEqual([]);
});

test('nothing is any and nothing is suppressed', () => {
  expect(find((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  expect(sources.filter(({ syntax }) => /@ts-|eslint-|prettier-ignore/.test(syntax.text)).map(({ path }) => path)).toEqual([]);
});

describe('text of emitted files', () => {
  const templates = ['templates', 'generator'].flatMap((folder) =>
    filesBelow(join(repository, folder), '.hbs').map((path) => `${folder}/${path}`),
  );

  test('is made by code.ts alone', () => {
    expect(
      find(
        (node, { path }) =>
          ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Code' && node.name.text === 'trusted' && path !== 'code.ts',
      ),
    ).toEqual([]);
  });

  test('is never searched again: what code is made of, `uses` and `wordsIn` tell', () => {
    const rooms = /^(?:emit|sync|auth|paginators|types|incremental)\//;
    const isSearch = ({ name }: ts.PropertyAccessExpression): boolean =>
      /^(?:includes|indexOf|match|matchAll|search|split|startsWith)$/.test(name.text);
    const isText = (node: ts.Node | undefined): boolean =>
      node !== undefined && ts.isPropertyAccessExpression(node) && node.name.text === 'text';
    const takesText = (node: ts.Node): boolean =>
      ts.isArrowFunction(node) && node.parameters.map((each) => each.getText()).join() === '{ text }';
    expect(find((node, { path }) => rooms.test(path) && takesText(node) && /=> text$|\btext\.\w+\(/.test(node.getText()))).toEqual([]);
    expect(
      find(
        (node, { path }) =>
          rooms.test(path) &&
          ts.isCallExpression(node) &&
          ts.isPropertyAccessExpression(node.expression) &&
          ((isSearch(node.expression) && isText(node.expression.expression)) ||
            (node.expression.name.text === 'test' && isText(node.arguments[0]))),
      ),
    ).toEqual([]);
  });

  test('comes from templates whose holes are checked: `code` is a tag, never called', () => {
    expect(find((node) => ts.isCallExpression(node) && node.expression.getText() === 'code')).toEqual([]);
  });

  test('hands messages to errors, not what stands between place and message', () => {
    const handed = /Error(?:'\)\})?\((?:[^()]|\([^()]*\))*, (?:\$\{(?:literal|template)\(\[?)?\\?['`]: /;
    const texts = [
      ...sources.map(({ path, syntax }) => [path, syntax.text] as const),
      ...templates.map((path) => [path, read(path)] as const),
    ];
    expect(texts.filter(([, text]) => text.split('\n').some((line) => handed.test(line))).map(([path]) => path)).toEqual([]);
  });

  test('is not put together from strings: at most, code gets its last newline', () => {
    const isText = (node: ts.Node): node is ts.PropertyAssignment =>
      ts.isPropertyAssignment(node) && node.name.getText() === 'text' && ts.isObjectLiteralExpression(node.parent);
    expect(find((node, { path }) => path.startsWith('emit/') && isText(node) && isPutTogether(node.initializer))).toEqual([]);
  });

  describe.each(templates)('of %s', (path) => {
    test('has holes, if and unless, and nothing that escapes the check of holes', () => {
      expect(oddStatements(Handlebars.parse(read(path)))).toEqual([]);
    });
  });
});

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

function roomOf(path: string): string {
  const [registry] = /^sync\/(?:destinations|protocols|schedulers)(?=\/)/.exec(path) ?? [];
  if (registry !== undefined) return registry;
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '');
}

function find(isOdd: (node: ts.Node, source: GeneratorSource) => boolean): readonly string[] {
  return sources.flatMap((source) =>
    [...nodesOf(source.syntax)].filter((node) => isOdd(node, source)).map((node) => placeOf(source, node)),
  );
}

/** Whether an expression makes a text out of others, other than `${file.text}\n`. */
function isPutTogether(text: ts.Expression): boolean {
  if (ts.isBinaryExpression(text)) return true;
  if (!ts.isTemplateExpression(text)) return false;
  const isCodeText = ({ expression, literal }: ts.TemplateSpan): boolean =>
    ts.isPropertyAccessExpression(expression) && expression.name.text === 'text' && literal.text.trim() === '';
  return text.head.text !== '' || !text.templateSpans.every(isCodeText);
}

/** The names along a circle, or nothing. */
function circleIn(graph: Readonly<Record<string, readonly string[]>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const next of graph[name] ?? []) {
      const circle = visit(next, [...way, name]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  for (const name of Object.keys(graph)) {
    const circle = visit(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** Statements of a template, by kind and line, other than text, comments, plain holes, `{{#if name}}` and `{{#unless name}}`. */
function oddStatements({ body }: hbs.AST.Program): readonly string[] {
  return body.flatMap((statement) => {
    const place = `${statement.type} in line ${statement.loc.start.line}`;
    if (isOf<hbs.AST.BlockStatement>(statement, 'BlockStatement')) {
      const plain =
        isName(statement.path, /^(if|unless)$/) && statement.params.length === 1 && statement.params.every((param) => isName(param, /./));
      const programs = [statement.program, statement.inverse].filter((program) => program !== undefined && program !== null);
      return [...(plain ? [] : [place]), ...programs.flatMap(oddStatements)];
    }
    if (isOf<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) {
      return statement.escaped && isName(statement.path, /./) && statement.params.length === 0 ? [] : [place];
    }
    return ['ContentStatement', 'CommentStatement'].includes(statement.type) ? [] : [place];
  });
}

function isOf<Node extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is Node {
  return node.type === type;
}

/** Whether an expression is one name, not a path of several, that matches. */
function isName(node: hbs.AST.Node, pattern: RegExp): boolean {
  return isOf<hbs.AST.PathExpression>(node, 'PathExpression') && node.parts.length === 1 && pattern.test(node.original);
}
