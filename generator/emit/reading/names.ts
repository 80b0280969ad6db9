import { templatesInChanges } from '../../model/changes-model.js';
import { templatesIn, templatesOfJob } from '../../model/templates.js';
import type { EmittedResource } from '../context.js';
import { boundParams } from './url.js';

/** Which bounds of a read its requests name. */
export interface BoundNames {
  readonly start: boolean;
  readonly end: boolean;
}

/** Which bounds of an incremental read its requests name. */
export function boundNames({ model }: Pick<EmittedResource, 'model'>): BoundNames {
  const templates = [
    model.path,
    ...[...model.params, ...boundParams(model)].map((param) => param.value),
    ...model.headers.map((header) => header.value),
    ...templatesIn(model.body),
    ...templatesInChanges(model.changes),
    ...templatesOfJob(model.job),
  ];
  const names = (bound: 'start' | 'end'): boolean =>
    templates.some((template) => template.some((part) => typeof part !== 'string' && part.kind === 'bound' && part.bound === bound));
  return { start: names('start'), end: names('end') };
}
