import { existsSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { installed } from '../bench/scratch.js';

/** A package manager of npm's registry, and what one types with it in place of what the tutorial says. */
export interface Manager {
  readonly name: string;
  /** Folders for PATH. */
  readonly path: readonly string[];
  /** Lines by the line of the tutorial; a function for those that begin so. Empty: there is nothing to type. */
  readonly lines: Readonly<Record<string, string>>;
  /** What stands for `npx`. */
  readonly exec: string;
  readonly node?: string;
  /** Prepares the empty folder. */
  prepare?(folder: string): void;
}

const INSTALL = 'npm install --save-dev tapwright';
const BUILD = 'npm run build --workspaces';
const TEST = 'npm test --workspaces';
const PUBLISH = 'npm publish --workspace generated/blog --dry-run';

/** Those whose programs npm has for this machine. `tarball` is the tool as it is packed. */
export function managers(tarball: string): readonly Manager[] {
  const bin = (name: string, ...packages: readonly string[]): string => join(installed(`manager-${name}`, packages), 'node_modules/.bin');
  const yarnIn = (linker: 'pnp' | 'node-modules'): Manager => ({
    name: `Yarn 4, ${linker}`,
    path: [bin('yarn', '@yarnpkg/cli-dist@4')],
    lines: {
      [INSTALL]: `yarn add --dev tapwright@file:${tarball}`,
      'npm install': 'yarn add blog-connector@workspace:*',
      [BUILD]: 'yarn workspaces foreach --all --exclude . run build',
      [TEST]: 'yarn workspaces foreach --all --exclude . run test',
      [PUBLISH]: 'yarn workspace blog-connector pack --dry-run',
    },
    exec: 'yarn run',
    node: 'yarn node',
    prepare: (folder) => {
      // Yarn asks for optional dependencies of other systems, too; registries that mirror npm lack one that vite has since 8.4, for Windows.
      // TypeScript 7, a program of its own, does not find types in Yarn's archives; 6 does, by a patch that Yarn has for it.
      const resolutions = { vite: '~8.3.0', ...(linker === 'pnp' ? { 'blog-connector/typescript': '~6.0.0' } : {}) };
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'project', resolutions }));
      writeFileSync(join(folder, 'yarn.lock'), '');
      writeFileSync(join(folder, '.yarnrc.yml'), `nodeLinker: ${linker}\nenableTelemetry: false\nenableImmutableInstalls: false\n`);
    },
  });
  return [
    ...['11', '12'].map((major) => ({
      name: `npm ${major}`,
      path: [bin(`npm-${major}`, `npm@${major}`)],
      lines: { [INSTALL]: `npm install --save-dev ${tarball}` },
      exec: 'npx',
    })),
    {
      name: 'pnpm',
      path: [bin('pnpm', 'pnpm@latest')],
      lines: {
        [INSTALL]: `pnpm add --save-dev ${tarball}`,
        'npm install': 'pnpm add --workspace-root --workspace blog-connector && pnpm install',
        [BUILD]: 'pnpm -r run build',
        [TEST]: 'pnpm -r run test',
        [PUBLISH]: 'pnpm --filter blog-connector publish --dry-run --no-git-checks',
      },
      exec: 'pnpm exec',
    },
    yarnIn('pnp'),
    yarnIn('node-modules'),
    {
      name: 'Bun',
      path: [bunFolder()],
      lines: {
        [INSTALL]: `bun add --dev ${tarball}`,
        'npm install': 'bun add blog-connector@workspace:*',
        [BUILD]: "bun run --filter './generated/*' build",
        [TEST]: "bun run --filter './generated/*' test",
        [PUBLISH]: 'cd generated/blog && bun pm pack --dry-run',
      },
      exec: 'bun x',
    },
  ].filter(({ path }) => path.every((folder) => existsSync(folder)));
}

function bunFolder(): string {
  const module = `@oven/bun-${platform()}-${arch() === 'arm64' ? 'aarch64' : arch()}`;
  try {
    return join(installed('runtime-bun', [`${module}@latest`]), 'node_modules', module, 'bin');
  } catch {
    return '/nowhere';
  }
}
