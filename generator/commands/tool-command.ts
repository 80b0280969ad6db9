/** How this program is called where it was called: by npx, or as the package manager that started it calls programs. */
export function toolCommand({ npm_config_user_agent: agent = '' }: Readonly<Record<string, string | undefined>>): string {
  if (agent.startsWith('pnpm/')) return 'pnpm exec tapwright';
  if (agent.startsWith('yarn/')) return 'yarn tapwright';
  return agent.startsWith('bun/') ? 'bunx tapwright' : 'npx tapwright';
}
