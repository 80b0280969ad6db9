import { emitRecords } from '../records/emit.js';
import type { PackageFixtures } from '../fixtures/gather.js';
import type { ConnectorModel } from '../model/connector-model.js';
import type { VirtualFile } from '../virtual-file.js';
import { emitActionsFile } from './actions.js';
import { emitAuth } from './auth.js';
import { emitClient } from './client.js';
import { type EmitContext, emitContext } from './context.js';
import { emitErrors } from './errors.js';
import { emitFilledUrls } from './filled-url.js';
import { emitFixtures } from './fixtures.js';
import { emitFormats, readsBodiesAsJson, readsFieldsAsJson } from './format.js';
import { emitHooks } from './hooks.js';
import { emitHttp } from './http.js';
import { emitCursor } from './incremental.js';
import { emitIndex } from './index-file.js';
import { emitPackageFiles } from './package-files.js';
import { emitPagination } from './pagination.js';
import { emitRateLimit } from './rate-limit.js';
import { emitReadAheadFile } from './read-ahead.js';
import { emitReadme } from './readme.js';
import { emitRedact } from './redact.js';
import { emitResources } from './resource.js';
import { emitRetry } from './retry-file.js';
import { emitSelect } from './selection.js';
import { emitTests } from './tests.js';
import { emitTransport } from './transport.js';
import { emitWindowsFile } from './windows.js';

/** Every file of a package but its lock, in the order of this list. */
export async function emitPackage(model: ConnectorModel, fixtures: PackageFixtures, size?: string): Promise<readonly VirtualFile[]> {
  const context = emitContext(model);
  const files = await Promise.all(EMITTERS.map((emit) => emit(context, fixtures, size)));
  return files.flat();
}

type Emitter = (
  context: EmitContext,
  fixtures: PackageFixtures,
  size: string | undefined,
) => readonly VirtualFile[] | Promise<readonly VirtualFile[]>;

const EMITTERS: readonly Emitter[] = [
  emitPackageFiles,
  emitReadme,
  emitIndex,
  emitClient,
  emitResources,
  records,
  emitPagination,
  emitFilledUrls,
  emitHooks,
  emitCursor,
  emitWindowsFile,
  emitHttp,
  emitRetry,
  emitErrors,
  emitTransport,
  emitFormats,
  emitSelect,
  emitActionsFile,
  emitRateLimit,
  emitReadAheadFile,
  emitAuth,
  emitRedact,
  emitTests,
  emitFixtures,
];

function records(context: EmitContext): Promise<readonly VirtualFile[]> {
  const { model, header } = context;
  const readsJson = readsBodiesAsJson(model) || readsFieldsAsJson(context);
  return emitRecords(model.records, {
    header,
    errorClass: `${model.name.pascal}RecordError`,
    vendor: model.packageName,
    readsJson,
    writesJson: model.outputs.length > 0,
  });
}
