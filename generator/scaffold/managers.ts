/** A package manager, as a project is written for it. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Installs what package.json asks for. */
  readonly install: string;
  /** Installs exactly what the lockfile has, for CI. */
  readonly installFrozen: string;
  /** Runs this program where it is installed. */
  readonly tool: string;
  /** Runs a script of the project. */
  readonly run: string;
  /** Runs a script of every package of the workspace, as a script of the project. */
  readonly everywhere: (script: string) => string;
}

const NPM: PackageManager = {
  name: 'npm',
  install: 'npm install',
  installFrozen: 'npm ci',
  tool: 'npx tapwright',
  run: 'npm run',
  everywhere: (script) => `npm run ${script} --workspaces --if-present`,
};

const OTHERS: readonly PackageManager[] = [
  {
    name: 'pnpm',
    install: 'pnpm install',
    installFrozen: 'pnpm install --frozen-lockfile',
    tool: 'pnpm exec tapwright',
    run: 'pnpm run',
    everywhere: (script) => `pnpm -r --if-present run ${script}`,
  },
  {
    name: 'yarn',
    install: 'yarn install',
    installFrozen: 'yarn install --immutable',
    tool: 'yarn tapwright',
    run: 'yarn run',
    everywhere: (script) => `yarn workspaces foreach --all --exclude . run ${script}`,
  },
  {
    name: 'bun',
    install: 'bun install',
    installFrozen: 'bun install --frozen-lockfile',
    tool: 'bunx tapwright',
    run: 'bun run',
    everywhere: (script) => `bun run --filter './generated/*' ${script}`,
  },
];

/** The package manager that started this program; npm, where none says so. */
export function packageManager({ npm_config_user_agent: agent = '' }: Readonly<Record<string, string | undefined>>): PackageManager {
  return OTHERS.find(({ name }) => agent.startsWith(`${name}/`)) ?? NPM;
}
