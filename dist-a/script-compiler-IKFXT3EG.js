import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  COMPILER_OPTIONS,
  isChecked,
  webTypes
} from "./chunk-IW7YDA6Y.js";
import "./chunk-SWWATBND.js";

// generator/output/script-compiler.ts
var PACKAGE = "/package/";
var LIBRARY = "/node_modules/typescript/lib/";
var WEB = "/web.d.ts";
async function compileInProcess(files) {
  const compiler = await (shared ??= loadCompiler());
  const { ts } = compiler;
  const texts = new Map(files.map(({ path, text }) => [PACKAGE + path, text]));
  const { options } = ts.convertCompilerOptionsFromJson(COMPILER_OPTIONS, "/");
  const program = ts.createProgram({ rootNames: [WEB, ...texts.keys()], options, host: compiler.hostOf(texts) });
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const { path } of files) {
    const source = program.getSourceFile(PACKAGE + path);
    found.push(...program.getSyntacticDiagnostics(source));
    if (isChecked(path)) found.push(...program.getSemanticDiagnostics(source), ...program.getDeclarationDiagnostics(source));
  }
  return found.map((each) => toFault(each, ts));
}
var shared;
async function loadCompiler() {
  const { Project, ts } = await import("ts-morph");
  const library = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const readLibrary = (path) => path === WEB ? webTypes(library.readFile(`${LIBRARY}lib.dom.d.ts`) ?? "") : path.startsWith(LIBRARY) ? library.readFile(path) : void 0;
  const trees = /* @__PURE__ */ new Map();
  const treeOf = (path, version) => {
    const known = trees.get(path);
    const text = known === void 0 ? readLibrary(path) : void 0;
    if (text === void 0) return known;
    const tree = ts.createSourceFile(path, text, version);
    trees.set(path, tree);
    return tree;
  };
  return {
    ts,
    hostOf: (texts) => ({
      getSourceFile: (path, version) => {
        const text = texts.get(path);
        return text === void 0 ? treeOf(path, version) : ts.createSourceFile(path, text, version);
      },
      fileExists: (path) => texts.has(path),
      readFile: (path) => texts.get(path),
      writeFile: () => void 0,
      getDefaultLibFileName: () => `${LIBRARY}lib.es2022.d.ts`,
      getDefaultLibLocation: () => LIBRARY,
      getCurrentDirectory: () => "/",
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n"
    })
  };
}
function toFault({ file, start, messageText }, compiler) {
  const message = compiler.flattenDiagnosticMessageText(messageText, " ").replace(/  +/g, " ");
  if (file === void 0 || start === void 0) return { message };
  return { path: file.fileName.replace(PACKAGE, ""), line: file.getLineAndCharacterOfPosition(start).line + 1, message };
}
export {
  compileInProcess
};
