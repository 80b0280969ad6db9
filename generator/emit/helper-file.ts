import { type Code, join } from '../code.js';
import { exportsIn } from '../code/names.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { sourceFile } from './source-file.js';

/** A file of a package that has as many of its declarations as others call. */
export interface HelperFile {
  readonly path: string;
  /** In the order in which they stand there. */
  readonly helpers: readonly (readonly [name: string, declare: (context: EmitContext) => Code])[];
}

/** The file with what `callers` call, and what that calls in turn; nothing where they call nothing. */
export function helperFile(context: EmitContext, { path, helpers }: HelperFile, callers: readonly Code[]): readonly VirtualFile[] {
  const declared = new Map<string, Code>();
  const reach = (code: Code): void => {
    for (const { file, name } of exportsIn(code)) {
      if (file !== path || declared.has(name)) continue;
      const declare = helpers.find(([each]) => each === name)?.[1];
      if (declare === undefined) throw new Error(`${path} declares no ${name}`);
      const declaration = declare(context);
      declared.set(name, declaration);
      reach(declaration);
    }
  };
  callers.forEach(reach);
  if (declared.size === 0) return [];
  const body = join(
    helpers.flatMap(([name]) => declared.get(name) ?? []),
    '\n\n',
  );
  return [sourceFile(context.header, path, body)];
}
