import { templatesInChanges } from '../../model/changes-model.js';
import { templatesIn } from '../../model/resource.js';
import type { EmittedResource } from '../context.js';
import type { BoundNames } from './cursor.js';
import { boundParams } from './url.js';

/** Which bounds of an incremental read its requests name. */
export function boundNames({ model }: EmittedResource): BoundNames {
  const templates = [
    model.path,
    ...[...model.params, ...boundParams(model)].map((param) => param.value),
    ...model.headers.map((header) => header.value),
    ...templatesIn(model.body),
    ...templatesInChanges(model.changes),
  ];
  const names = (bound: 'start' | 'end'): boolean =>
    templates.some((template) => template.some((part) => typeof part !== 'string' && part.kind === 'bound' && part.bound === bound));
  return { start: names('start'), end: names('end') };
}
