// A process of its own that writes a package over and over, first one and then the other, until it is killed.
import { isAlive } from '../../generator/output/claim.js';
import { writePackage } from '../../generator/output/write.js';
import { bigPackage, folderIn } from './packages.js';

const base = process.argv[2] ?? '';
const owner = { pid: process.pid, isAlive: (pid: number) => isAlive(process.kill, pid) };
process.stdout.write('ready\n');
for (let round = 0; ; round++) await writePackage(folderIn(base), bigPackage(round % 2 === 0 ? 'new' : 'old'), { base, owner });
