import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The specs of a repository with the names of their packages' folders. */
export function committedPackages(repository: string): readonly { readonly spec: string; readonly folder: string }[] {
  return readdirSync(join(repository, 'specs'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ spec: file.replace(/\.yaml$/, ''), text: readFileSync(join(repository, 'specs', file), 'utf8') }))
    .map(({ spec, text }) => ({ spec, folder: join(repository, 'generated', /^name: (\S+)$/m.exec(text)?.[1] ?? spec) }));
}

/** Bytes of a package's client with everything it uses: bundled, minified and gzipped as for a browser. */
export async function weigh(folder: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'src/client.ts')],
    ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'neutral', target: 'es2022' },
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** `5.6 kB` */
export function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
