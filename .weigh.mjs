import { build, transform } from 'esbuild';
import { gzipSync } from 'node:zlib';
const folder=process.argv[2];
const { outputFiles, metafile } = await build({ entryPoints:[folder+'/src/client.ts'], bundle:true, minify:true, write:false, format:'esm', platform:'neutral', target:'es2022', metafile:true, outfile:'x.js'});
const all=outputFiles[0].text; console.log(folder, all.length, gzipSync(all,{level:9}).length);
const inputs=Object.entries(Object.values(metafile.outputs)[0].inputs).sort((a,b)=>b[1].bytesInOutput-a[1].bytesInOutput);
for(const [p,{bytesInOutput}] of inputs){ console.log(String(bytesInOutput).padStart(7), p.replace(/.*\/src\//,'')); }
