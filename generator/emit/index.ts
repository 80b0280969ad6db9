import { emitRecords } from '../types/emit.js';
import type { PackageFixtures } from '../recordings/gather.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { type Pause, pauseFor } from '../pause.js';
import type { VirtualFile } from '../virtual-file.js';
import { emitActionsFile } from './transport/actions.js';
import { emitApiPage } from './package/api-page.js';
import { emitAuth } from './client/auth.js';
import { emitClient } from './client/client.js';
import { type EmitContext, emitContext } from './context.js';
import { emitErrors } from './transport/errors.js';
import { emitFilledUrls } from './client/filled-url.js';
import { emitFixtures } from './package/recordings.js';
import { emitFormats, readsBodiesAsJson, readsFieldsAsJson } from './transport/format.js';
import { emitHooks } from './hooks/run-hook.js';
import { emitHttp } from './transport/http.js';
import { helperFile } from './helper-file.js';
import { emitChanges, movesDigits } from './reading/changes.js';
import { emitCursorFile } from './reading/cursor-file.js';
import { emitIndex } from './package/index-file.js';
import { emitPackageFiles } from './package/package-files.js';
import { emitRepeatedKeys } from './reading/keys.js';
import { emitDigest, emitInclude, emitMore, emitPath, emitRepeats, emitStrict, emitTake } from './reading/small-files.js';
import { PAGINATION } from './reading/pagination.js';
import { emitStateFiles } from './reading/state.js';
import { SPLITS } from './reading/split-helpers.js';
import { GROUPS } from './reading/groups.js';
import { TIMES } from './reading/times.js';
import { emitRateLimit } from './transport/rate-limit.js';
import { emitReadAheadFile } from './reading/ahead.js';
import { emitReadme } from './package/readme.js';
import { emitRedact } from './transport/redact.js';
import { emitResources } from './reading/resource.js';
import { emitSelect, reshapesDigits } from './reading/selection.js';
import { emitTests } from './tests/index.js';
import { INTEGERS } from './reading/integers.js';
import { sendsBigints } from './reading/request.js';
import { emitJobFile } from './reading/job-file.js';
import { emitWindowsFile } from './reading/windows.js';
import { emitRetry } from './transport/retry-file.js';
import { emitTransport } from './transport/transport.js';

/** Every file of a package but its lock, in the order of this list. `pause` is called between them. */
export async function emitPackage(
  model: ConnectorModel,
  fixtures: PackageFixtures,
  size?: string,
  pause: Pause = pauseFor(undefined),
): Promise<readonly VirtualFile[]> {
  const context = emitContext(model);
  const resources = emitResources(context);
  const called = resources.map(({ body }) => body);
  const files: VirtualFile[] = [];
  for (const emit of EMITTERS) {
    await pause();
    files.push(...(await emit(context, fixtures, size)));
  }
  return [
    ...resources.map(({ path, text }) => ({ path, text })),
    ...helperFile(context, PAGINATION, called),
    ...helperFile(context, TIMES, called),
    ...helperFile(context, INTEGERS, called),
    ...helperFile(context, GROUPS, called),
    ...helperFile(context, SPLITS, called),
    ...files,
  ];
}

type Emitter = (
  context: EmitContext,
  fixtures: PackageFixtures,
  size: string | undefined,
) => readonly VirtualFile[] | Promise<readonly VirtualFile[]>;

const EMITTERS: readonly Emitter[] = [
  emitPackageFiles,
  emitReadme,
  emitApiPage,
  emitIndex,
  emitClient,
  records,
  emitStateFiles,
  emitPath,
  emitRepeats,
  emitRepeatedKeys,
  emitDigest,
  emitMore,
  emitInclude,
  emitStrict,
  emitTake,
  emitFilledUrls,
  emitHooks,
  emitCursorFile,
  emitWindowsFile,
  emitJobFile,
  emitHttp,
  emitRetry,
  emitErrors,
  emitTransport,
  emitFormats,
  emitSelect,
  emitChanges,
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
    movesDigits: movesDigits(context) || reshapesDigits(context),
    writesJson:
      model.outputs.length > 0 || context.resources.some((resource) => resource.loop.sent !== undefined || sendsBigints(resource)),
  });
}
