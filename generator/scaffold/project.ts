import { workflow } from './github.js';
import type { PackageManager } from './managers.js';

/** What a project is made for. */
export interface Project {
  /** The name of its folder. */
  readonly folder: string;
  /** The version of this program. */
  readonly version: string;
  readonly manager: PackageManager;
  /** Where it is checked on every push. Default: nowhere. */
  readonly ci?: 'github';
}

/** A file that a project needs, as it should be. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** What is new about it, in words: `workspaces`. Undefined where the whole file is. */
  readonly added?: string;
}

/** The files that `projectFiles` wants to know about. */
export const PROJECT_PATHS = [
  'package.json',
  'pnpm-workspace.yaml',
  '.gitignore',
  '.gitattributes',
  '.prettierignore',
  '.github/workflows/connectors.yml',
] as const;

export type ProjectPath = (typeof PROJECT_PATHS)[number];

/** Where packages are written, as package managers say it. */
const WORKSPACE = 'generated/*';

/**
 * What a folder needs beside its specs, so that the packages in `generated/` are installed, checked and kept out of reviews:
 * only what is not there yet, and of a file that is there only a line. `existing` has the texts of the files that are there.
 */
export function projectFiles(project: Project, existing: ReadonlyMap<ProjectPath, string>): readonly ProjectFile[] {
  const files = [
    manifestFile(project, existing.get('package.json')),
    project.manager.name === 'pnpm' && !existing.has('pnpm-workspace.yaml')
      ? { path: 'pnpm-workspace.yaml', text: `packages:\n  - ${WORKSPACE}\n` }
      : undefined,
    existing.has('.gitignore') ? undefined : { path: '.gitignore', text: 'node_modules/\ndist/\n.env\n*.duckdb\n*.duckdb.wal\n' },
    withLine('.gitattributes', existing.get('.gitattributes'), 'generated/** linguist-generated'),
    withLine('.prettierignore', existing.get('.prettierignore'), 'generated/'),
    project.ci === undefined || existing.has('.github/workflows/connectors.yml')
      ? undefined
      : { path: '.github/workflows/connectors.yml', text: workflow(project.manager) },
  ];
  return files.filter((file) => file !== undefined);
}

/** A `package.json` whose workspaces are the packages. One that is there, and has workspaces of its own, stays as it is. */
function manifestFile({ folder, version, manager }: Project, existing: string | undefined): ProjectFile | undefined {
  const path = 'package.json';
  const workspaces = manager.name === 'pnpm' ? {} : { workspaces: [WORKSPACE] };
  if (existing === undefined) {
    const manifest = {
      name: packageName(folder),
      private: true,
      type: 'module',
      ...workspaces,
      scripts: {
        generate: 'tapwright generate',
        'generate:check': 'tapwright generate --check',
        build: manager.everywhere('build'),
        test: manager.everywhere('test'),
      },
      devDependencies: { tapwright: `^${version}` },
    };
    return { path, text: `${JSON.stringify(manifest, null, 2)}\n` };
  }
  const manifest = objectIn(existing);
  if (manifest === undefined || manager.name === 'pnpm' || 'workspaces' in manifest) return undefined;
  const indent = /\n([ \t]+)"/.exec(existing)?.[1] ?? '  ';
  return { path, text: `${JSON.stringify({ ...manifest, ...workspaces }, null, indent)}\n`, added: `workspaces ${WORKSPACE}` };
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The name of a folder as one of a package. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '');
  return name === '' || name === 'tapwright' ? 'connectors' : name.slice(0, 100); // a project cannot depend on its own name
}

function withLine(path: string, existing: string | undefined, line: string): ProjectFile | undefined {
  if (existing === undefined) return { path, text: `${line}\n` };
  if (existing.split(/\r?\n/).some((each) => each.trim() === line)) return undefined;
  return { path, text: `${existing}${existing === '' || existing.endsWith('\n') ? '' : '\n'}${line}\n`, added: line };
}
