import { runDemo } from './demo.js';

const [name = 'analytics'] = process.argv.slice(2);
const { stdout, env } = process;
process.exitCode = await runDemo(name, process.cwd(), {
  isTTY: stdout.isTTY === true && env['TERM'] !== 'dumb',
  color: stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '',
  write: (text) => void stdout.write(text),
});
