import { printable } from '../diagnostics/words.js';
import { yamlText } from '../infer/yaml-text.js';
import type { Paginator, ProposedResource, ProposedSpec } from './propose.js';

/** How requests are signed, as a user says it on the command line. */
export type AuthChoice = readonly (readonly [key: string, value: string])[];

/** The text of a first spec: explicit values only, each with its reason. */
export function specText(name: string, { baseUrl, resources }: ProposedSpec, auth: AuthChoice | undefined): string {
  const lines = [
    `name: ${yamlText(name)}`,
    'version: 0.1.0',
    '',
    'client:',
    `  base_url: ${text(baseUrl.value)} # ${printable(baseUrl.reason)}`,
    ...(auth === undefined ? [] : [`  auth: ${flow(auth)}`]),
    '',
    'resources:',
    ...resources.flatMap((resource, index) => [...(index === 0 ? [] : ['']), ...resourceLines(resource)]),
  ];
  return `${lines.join('\n')}\n`;
}

function resourceLines({ name, path, params, selector, paginator, primaryKey, cursor }: ProposedResource): readonly string[] {
  return [
    `  - name: ${yamlText(name)}`,
    '    endpoint:',
    `      path: ${text(path)}`,
    ...(params.length === 0 ? [] : [`      params: ${flow(params)}`]),
    `      data_selector: ${text(selector.value)} # ${printable(selector.reason)}`,
    `      paginator: ${flow(paginator.value)} # ${printable(paginator.reason)}`,
    ...(primaryKey === undefined
      ? ['    # no field is different in all records: no primary_key']
      : [`    primary_key: ${yamlText(primaryKey.value)} # ${printable(primaryKey.reason)}`]),
    ...(primaryKey === undefined ? [] : ['    write_disposition: merge']),
    ...(cursor === undefined
      ? []
      : [`    # cursor: ${yamlText(cursor.value)} looks like one (${cursor.reason}); incremental needs the name of its parameter too`]),
  ];
}

function flow(pairs: Paginator | AuthChoice): string {
  return `{ ${pairs.map(([key, value]) => `${yamlText(key)}: ${typeof value === 'string' ? text(value) : String(value)}`).join(', ')} }`;
}

/** A text as YAML: plain where no reader could take it for anything else. */
function text(value: string): string {
  return /^(?:https?:\/\/[\w.:[\]/-]*[\w/\]]|\/[\w./-]*|\$|[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)+)$/.test(value) ? value : yamlText(value);
}
