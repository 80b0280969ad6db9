import type { ts } from 'ts-morph';
import { lineComment } from '../code.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { hooks as messages } from '../diagnostics/messages/hooks.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import { keepsRecordType } from '../model/kept-records.js';
import { CLIENT_HOOKS, HOOK_NAMES, type HookModel, type HookName, type HooksModel } from '../model/hooks-model.js';
import { exportsOf, type Exported, membersOf } from './exports.js';
import { rewriteImports, uncheckedIn } from './imports.js';
import { Copy, type Edit, type HooksSource } from './source.js';

/** What a hooks file comes to. */
export interface Hooks {
  readonly model: HooksModel;
  /** `src/hooks.ts` of the package: its objects have the types that `src/hook-types.ts` has for them. */
  readonly copy: Copy;
  /** The same without these types, to check what its author wrote. */
  readonly asWritten: Copy;
  /** Where each hook stands in the file. */
  readonly places: readonly HookPlace[];
}

export interface HookPlace {
  /** The name of its object: `events`, or `client`. */
  readonly owner: string;
  readonly ownerSpan: Span;
  /** The resource of that name; undefined: the client. */
  readonly resource: ResourceModel | undefined;
  readonly hook: HookName;
  readonly span: Span;
  /** How many arguments it takes. */
  readonly arity: number;
  /** The type that it says it returns. */
  readonly returns: string | undefined;
  /** Where the type of its object would stand. */
  readonly typeAt: number;
}

export type ReadHooks = { readonly ok: true; readonly hooks: Hooks } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads which hooks there are from the syntax of the file; what they take and return is the compiler's to check. */
export async function readHooks(source: HooksSource, model: ConnectorModel): Promise<ReadHooks> {
  const { ts: compiler } = await import('ts-morph');
  const broken = syntaxErrors(source, compiler);
  if (broken.length > 0) return { ok: false, diagnostics: broken };
  const file = compiler.createSourceFile(source.path, source.text, compiler.ScriptTarget.ESNext, true);
  const imports = rewriteImports(file, model.name.raw, compiler);
  const found = exportsOf(file, compiler).map((each) => readOwner(each, file, model, compiler));
  const diagnostics = [
    ...clashesOf(model).map(messages.nameTaken),
    ...uncheckedIn(source.text).map(messages.unchecked),
    ...imports.diagnostics,
    ...found.flatMap((each) => each.diagnostics),
  ];
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const places = found.flatMap((each) => each.places);
  const edits = [...imports.edits, ...declaredTypes(places, model)].sort((a, b) => a.start - b.start);
  return {
    ok: true,
    hooks: {
      model: modelOf(source.path, places, model),
      copy: copyOf(source, model, edits),
      asWritten: copyOf(source, model, imports.edits),
      places,
    },
  };
}

/** Whether the type of what is read is inferred from `map`: it declares no return type, and nothing else declares one. */
function isInferred({ hook, resource, returns }: HookPlace, model: ConnectorModel): boolean {
  return hook === 'map' && resource !== undefined && returns === undefined && !keepsRecordType(model, resource);
}

/** The types of the objects that can have one: with them the package is declared file by file, as JSR wants it. */
function declaredTypes(places: readonly HookPlace[], model: ConnectorModel): readonly Edit[] {
  const objects = [...new Map(places.map((place) => [place.owner, place])).values()];
  return objects.flatMap(({ owner, resource, typeAt }) => {
    const own = places.filter((place) => place.owner === owner);
    if (own.some((place) => isInferred(place, model))) return [];
    const map = own.find(({ hook }) => hook === 'map');
    const mapped = map === undefined || resource === undefined || keepsRecordType(model, resource) ? '' : `<${map.returns ?? ''}>`;
    const name = resource === undefined ? 'ClientHookSet' : `${resource.name.pascal}HookSet`;
    return [{ start: typeAt, end: typeAt, text: `: import('./hook-types.ts').${name}${mapped}` }];
  });
}

function syntaxErrors({ path, text }: HooksSource, compiler: typeof ts): readonly Diagnostic[] {
  const options = { target: compiler.ScriptTarget.ESNext, module: compiler.ModuleKind.ESNext };
  const { diagnostics = [] } = compiler.transpileModule(text, { fileName: path, reportDiagnostics: true, compilerOptions: options });
  return diagnostics.map(({ start = 0, length = 1, messageText }) =>
    messages.syntax({ start, end: start + length }, compiler.flattenDiagnosticMessageText(messageText, ' ')),
  );
}

interface Owner {
  readonly places: readonly HookPlace[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The hooks of one exported object. */
function readOwner(
  { name, span, value, type, declared: typeAt = span.end }: Exported,
  file: ts.SourceFile,
  model: ConnectorModel,
  compiler: typeof ts,
): Owner {
  const refuse = (...diagnostics: readonly Diagnostic[]): Owner => ({ places: [], diagnostics });
  const resource = model.resources.find((each) => each.name.camel === name);
  const isClient = name === 'client';
  if (resource === undefined && !isClient)
    return refuse(messages.unknownResource(span, name, [...model.resources.map((each) => each.name.camel), 'client']));
  if (type !== undefined) return refuse(messages.annotated(type.span, type.text));
  const members = value === undefined ? span : membersOf(value, file, compiler);
  if ('start' in members) return refuse(messages.notPlain(members, name));
  const known = resource === undefined ? CLIENT_HOOKS : HOOK_NAMES;
  const diagnostics: Diagnostic[] = [];
  const places: HookPlace[] = [];
  for (const member of members) {
    const hook = known.find((each) => each === member.name);
    if (hook === undefined) diagnostics.push(messages.unknownHook(member.span, member.name, name, known));
    else if (member.isAsync && hook !== 'request' && hook !== 'authenticate') diagnostics.push(messages.asynchronous(member.span, hook));
    else if (hook === 'next' && (resource?.paginator.type === 'single_page' || resource?.paginator.type === 'job'))
      diagnostics.push(messages.onePage(member.span, resource.name.raw));
    else if (hook === 'next' && resource !== undefined && asksSeveral(resource))
      diagnostics.push(messages.oneByOne(member.span, resource.name.raw));
    else if (hook === 'next' && member.first !== undefined && /^(body|answer|response|data|json|result)$/.test(member.first.name))
      diagnostics.push(messages.wholePage(member.first.span, member.first.name));
    else
      places.push({
        owner: name,
        ownerSpan: span,
        resource,
        hook,
        span: member.span,
        arity: member.arity,
        returns: member.returns,
        typeAt,
      });
  }
  const inferred = model.publish.includes('jsr') ? places.filter((place) => isInferred(place, model)) : [];
  return { places, diagnostics: [...diagnostics, ...inferred.map((place) => messages.inferred(place.span))] };
}

function modelOf(path: string, places: readonly HookPlace[], model: ConnectorModel): HooksModel {
  const hooksOf = (resource: ResourceModel | undefined): readonly HookModel[] =>
    HOOK_NAMES.flatMap((name) => {
      const place = places.find((each) => each.resource === resource && each.hook === name);
      return place === undefined ? [] : [{ name, arity: place.arity }];
    });
  return {
    path,
    client: hooksOf(undefined),
    resources: model.resources
      .map((resource) => ({
        resource: resource.name.raw,
        hooks: hooksOf(resource),
        inferred: places.some((place) => place.resource === resource && isInferred(place, model)),
      }))
      .filter(({ hooks }) => hooks.length > 0),
  };
}

function copyOf({ path, text }: HooksSource, { specPath }: ConnectorModel, edits: readonly Edit[]): Copy {
  const header = [`Code generated from ${path}. DO NOT EDIT.`, `Regenerate with: npx tapwright generate ${specPath}`];
  return new Copy(text, `${header.map((line) => lineComment(line).text).join('\n')}\n\n`, edits);
}

/** Records that are called as types of hooks are. */
function clashesOf({ records, resources }: ConnectorModel): readonly string[] {
  const taken = new Set([
    ...['HookOptions', 'HookRequest', 'HookContext', 'HookAnswer', 'HookPage', 'ClientHooks', 'ClientHookSet'],
    ...resources.flatMap(({ name }) => ['Hooks', 'HookSet', 'HookContext', 'Position', 'Mapped'].map((kind) => `${name.pascal}${kind}`)),
  ]);
  return records.types.map(({ typeName }) => typeName).filter((name) => taken.has(name));
}

/** Whether several pages of one read are asked for at once; of parts of a read, each has its own pages. */
function asksSeveral({ readAhead, parent, forEach }: ResourceModel): boolean {
  return readAhead.concurrency > 1 && parent === null && forEach === null;
}
