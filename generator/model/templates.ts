import { optionsOfExpression } from './value-template.js';
import type { ConfigOption, ValueTemplate } from './connector-model.js';
import type { BodyModel, JsonTemplate } from './request-model.js';
import type { ForEachModel } from './parts-model.js';
import type { JobModel } from './job-model.js';
import { isReference, type FilterModel } from './selection-model.js';

/** The templates of a resource, and which options they are filled with. */

export function optionsOfFilter(filter: FilterModel): readonly ValueTemplate[] {
  return filter.flat().flatMap(({ value }) => (isReference(value) ? [[value]] : []));
}

/** Every text with references in later requests of a job. */
export function templatesOfJob(job: JobModel | null): readonly ValueTemplate[] {
  return [job?.poll.request, job?.download.request, job?.cleanup].flatMap((request) =>
    request === undefined || request === null
      ? []
      : [request.path, ...[...request.params, ...request.headers].map(({ value }) => value), ...templatesIn(request.body)],
  );
}

/** Every text with references in a body. */
export function templatesIn(body: BodyModel | null): readonly ValueTemplate[] {
  if (body === null) return [];
  if (body.kind === 'text') return [body.template];
  return body.kind === 'form' ? body.fields.map((field) => field.value) : templatesOfJson(body.value);
}

function templatesOfJson(value: JsonTemplate): readonly ValueTemplate[] {
  if (value.kind === 'text') return [value.template];
  if (value.kind === 'list') return value.items.flatMap(templatesOfJson);
  return value.kind === 'object' ? value.entries.flatMap(([, each]) => templatesOfJson(each)) : [];
}

/** Whether an option stands in a text. */
export function usesOption(template: ValueTemplate, option: ConfigOption): boolean {
  return template.some((part) => {
    if (typeof part === 'string') return false;
    if (part.kind === 'expression') return optionsOfExpression(part.expression).some(({ raw }) => raw === option.name.raw);
    return part.kind === 'config' && part.config.raw === option.name.raw;
  });
}

/** Whether an option stands in a text as it is, or as a time: without it there is none. */
export function needsOption(template: ValueTemplate, option: ConfigOption): boolean {
  return template.some((part) => {
    if (typeof part === 'string') return false;
    if (part.kind === 'expression') return part.expression.of === 'time' && part.expression.from?.option.raw === option.name.raw;
    return part.kind === 'config' && part.config.raw === option.name.raw;
  });
}

export function isOfNow(part: ValueTemplate[number]): boolean {
  return typeof part !== 'string' && part.kind === 'expression' && part.expression.of === 'time' && part.expression.from === null;
}

/** Whether an option is what a resource is read for each of. */
export function listsOf(forEach: ForEachModel | null, option: ConfigOption): boolean {
  return forEach !== null && forEach.lists.some(({ from }) => from.kind === 'option' && from.option.raw === option.name.raw);
}
