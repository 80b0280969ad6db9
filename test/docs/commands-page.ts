import { sandbox } from '../support/sandbox.js';
import { tapwright } from '../support/command-line.js';

/** `docs/reference/commands.md`: every command with its options, as `--help` prints them. */
export async function commandsPage(): Promise<string> {
  const helped = async (...argv: readonly string[]): Promise<string> => (await tapwright(sandbox(), [...argv, '--help'])).stdout;
  const general = await helped();
  const names = Array.from(general.matchAll(/^ {2}([a-z]+) /gm), ([, name = '']) => name).filter((name) => name !== 'help');
  const parts = [];
  for (const name of names) parts.push('', `## ${name}`, '', '```text', (await helped(name)).trimEnd(), '```');
  return [
    '# Every command',
    '',
    'What `npx tapwright <command> --help` prints. [How to use them](../tutorial.md) is in the tutorial.',
    '',
    '```text',
    general.trimEnd(),
    '```',
    ...parts,
    '',
    '## Exit codes',
    '',
    '| | |',
    '| --: | --- |',
    ...EXIT_CODES.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    'Whatever goes wrong, the files on disk are as they were.',
    '',
  ].join('\n');
}

const EXIT_CODES = [
  [0, 'done'],
  [1, 'the spec is refused, or a package is stale'],
  [2, 'wrong usage'],
  [3, 'cannot write'],
  [4, 'the API or the network failed'],
  [5, 'recordings or a state are refused'],
  [70, 'a bug of ours'],
  [130, 'interrupted'],
] as const;
