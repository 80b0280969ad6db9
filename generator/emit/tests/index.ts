import type { AuthModel } from '../../auth/index.js';
import type { PackageFixtures } from '../../recordings/gather.js';
import { sampleConfig } from '../../recordings/sample-config.js';
import { isReadAsAsked } from '../../model/read-as-asked.js';
import { filledAuth } from '../../model/auth.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { emitAuthTests } from './auth.js';
import { emitDeadlineTest } from './deadline.js';
import { emitFormatTests } from './format.js';
import { emitHttpTest } from './http.js';
import { failureCount, isPartitioned } from '../reading/kinds.js';
import { emitFilledUrlTest } from './filled-url.js';
import { emitHookTests } from './hooks.js';
import { optionsOf, testedScheme, type TestedResource, type TestedScheme, type TestPlan } from './plan.js';
import { emitRateLimitTest } from './rate-limit.js';
import { emitJobTest, isTestedJob } from './job.js';
import { readsAhead } from '../reading/ahead.js';
import { emitReplay } from './replay.js';
import { emitDelegatingTest } from './delegating.js';
import { emitChildTest } from './child.js';
import { emitResourceTest } from './resource.js';

/** The tests of a package: one file for each resource, one for what all requests go through, and what replays recordings. */
export function emitTests(context: EmitContext, fixtures: PackageFixtures): readonly VirtualFile[] {
  const sample = { ...sampleConfig(context.model.config), ...fixtures.find(({ fixture }) => fixture.config !== undefined)?.fixture.config };
  const filled = (auth: AuthModel): TestedScheme => testedScheme(filledAuth(auth, (option) => String(sample[option])));
  const ownSchemes = context.model.ownAuth.map(({ scheme }) => filled(scheme));
  const schemes = context.model.auth.map(filled);
  const schemeFor = ({ model }: EmittedResource): TestedScheme | undefined => {
    if (model.auth === 'own') return ownSchemes[context.model.ownAuth.findIndex(({ resource }) => resource.raw === model.name.raw)];
    return model.auth === 'none' ? undefined : schemes[0];
  };
  const tested = context.resources.flatMap((resource, index): readonly TestedResource[] => {
    const recording = fixtures[index];
    return recording === undefined
      ? []
      : [
          {
            ...resource,
            recording,
            types: context.model.records.types,
            options: optionsOf(context, recording, resource.model),
            scheme: schemeFor(resource),
          },
        ];
  });
  const plan: TestPlan = { context, schemes, ownSchemes, resources: tested };
  const paged: TestPlan = { ...plan, resources: tested.filter((resource) => isReadAsAsked(resource.model, context.model.resources)) }; // whose requests are those of pages
  const roots = paged.resources.filter(
    (resource) => resource.parent === undefined && failureCount(resource) === undefined && resource.model.auth === 'client',
  );
  const plain = roots.filter(({ model }) => model.actions.length === 0);
  const isJson = ({ model: { format } }: TestedResource): boolean => format.kind === 'json' && !format.gzip;
  const calm = plain.filter((resource) => !readsAhead(resource));
  const simple = calm.filter((resource) => resource.hooks.length === 0);
  const first = simple.find(isJson) ?? calm.find(isJson) ?? simple[0] ?? calm[0] ?? plain[0] ?? roots[0];
  return [
    emitReplay(plan),
    ...emitHookTests(plan),
    ...tested.map((resource) => emitTestOf(plan, resource)),
    ...emitDeadlineTest(paged),
    ...emitFormatTests(plan),
    ...(first === undefined
      ? []
      : [emitHttpTest(plan, first), ...emitRateLimitTest(plan, first), ...emitAuthTests(plan, first), ...emitFilledUrlTest(plan, first)]),
  ];
}

/** The test of one resource. */
function emitTestOf(plan: TestPlan, resource: TestedResource): VirtualFile {
  if (resource.full !== undefined) return emitDelegatingTest(plan, resource);
  if (isTestedJob(resource)) return emitJobTest(plan, resource);
  return isPartitioned(resource) ? emitChildTest(plan, resource) : emitResourceTest(plan, resource);
}
