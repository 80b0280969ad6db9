import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedPackages, inKilobytes, weigh } from './weigh.js';

// `npm run size` prints what the committed packages weigh; `npm run size -- --write` also notes it beside their specs, from
// where it gets into their READMEs.
for (const { spec, folder } of committedPackages(process.cwd())) {
  const size = inKilobytes(await weigh(folder));
  console.log(`${size.padStart(8)}  ${spec}`);
  if (!process.argv.includes('--write')) continue;
  mkdirSync(join('specs', spec), { recursive: true });
  writeFileSync(join('specs', spec, 'size.txt'), `${size}\n`);
}
