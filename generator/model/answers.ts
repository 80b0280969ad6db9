import { parseSelector, type Path } from '../selector.js';
import type { EndpointSpec } from '../spec/document.js';

/** What an answer means that all conditions hold for. */
export interface ActionModel {
  /** None: every status. */
  readonly statuses: readonly number[];
  readonly content: string | null;
  readonly header: { readonly name: string; readonly value: string | null } | null;
  /** A place in the JSON body that holds something. */
  readonly bodyPath: Path | null;
  readonly action: 'fail' | 'ignore' | 'retry' | 'rate_limited' | 'restart';
  readonly message: string | null;
  /** Places in an answer of a cost-based limit: what the request needs, what is available, and what is restored each second. */
  readonly wait: { readonly needed: Path; readonly available: Path; readonly restore: Path } | null;
}

export function buildActions({ response_actions: said = [] }: EndpointSpec): readonly ActionModel[] {
  return said.map((each) => {
    const parsed = each.body_path === undefined ? undefined : parseSelector(each.body_path);
    const status = each.status_code;
    return {
      statuses: status === undefined ? [] : typeof status === 'number' ? [status] : [...new Set(status)],
      content: each.content ?? null,
      header: each.header === undefined ? null : { name: each.header.name.toLowerCase(), value: each.header.value ?? null },
      bodyPath: parsed?.ok === true ? parsed.path : null,
      action: each.action,
      message: each.message ?? null,
      wait:
        each.wait === undefined || each.action !== 'rate_limited'
          ? null
          : { needed: pathOf(each.wait.needed_path), available: pathOf(each.wait.available_path), restore: pathOf(each.wait.restore_path) },
    };
  });
}

function pathOf(selector: string): Path {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : [];
}
