import { showOption } from '../url-template.js';
import type { ConnectorModel, Reference, ResourceModel } from '../model/connector-model.js';
import { type Path, showPath } from '../selector.js';

/** What a connector reads, as nodes and arrows: the API, its resources, and which of them are read once for each record of another. */
export interface Graph {
  /** `api.example.com` */
  readonly api: string;
  /** In the order of the spec; parents may come after their children. */
  readonly resources: readonly GraphNode[];
}

export interface GraphNode {
  readonly name: string;
  /** `GET /v1/events` */
  readonly request: string;
  /** How it pages, its cursor, its lists: a few words each. */
  readonly facts: readonly string[];
  /** The resource that it is read for each record of, and the fields that requests take from it. */
  readonly parent: { readonly name: string; readonly fields: readonly string[] } | undefined;
}

export function graphOf({ baseUrl, baseUrlTemplate, resources }: Pick<ConnectorModel, 'baseUrl' | 'baseUrlTemplate' | 'resources'>): Graph {
  const url =
    baseUrlTemplate === null
      ? baseUrl
      : baseUrlTemplate.map((part) => (typeof part === 'string' ? part : showOption(part, part.option))).join('');
  return { api: hostIn(url), resources: resources.map(nodeOf) };
}

function nodeOf(resource: ResourceModel): GraphNode {
  const { name, method, path, parent } = resource;
  const request = `${method} ${path.map((part) => (typeof part === 'string' ? part : `{${wordOf(part)}}`)).join('')}`;
  return {
    name: name.raw,
    request,
    facts: [resource.paginator.type.replaceAll('_', ' '), ...cursorWords(resource), ...listWords(resource)],
    parent: parent === null ? undefined : { name: parent.resource.raw, fields: parent.fields.map(({ path }) => showPath(path)) },
  };
}

function cursorWords({ incremental, changeFeed }: ResourceModel): readonly string[] {
  if (incremental === null) return changeFeed === null ? [] : ['change feed'];
  const { cursor, startParam, step } = incremental;
  const sent = startParam === null ? '' : ` → ${startParam}`;
  return [`cursor ${showPath(cursor)}${sent}`, ...(step === null ? [] : ['in windows of time'])];
}

function listWords({ forEach, group }: ResourceModel): readonly string[] {
  const lists = forEach === null ? [] : [`for each ${forEach.lists.map(({ name }) => name.raw).join(', ')}`];
  return [...lists, ...(group === null ? [] : [`${group.size} at once`])];
}

function wordOf(reference: Reference): string {
  switch (reference.kind) {
    case 'config':
      return reference.config.raw;
    case 'each':
      return reference.list.raw;
    case 'group':
      return `${wordOf(reference.of)}, …`;
    case 'bound':
      return reference.bound;
    case 'expression':
      return reference.expression.source.slice(1, -1);
    case 'job':
      return `${reference.of}.${showPath(reference.field)}`;
    case 'parent':
      return `${reference.resource.raw}.${showPath(reference.field satisfies Path)}`;
  }
}

function hostIn(baseUrl: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(baseUrl)?.[1] ?? baseUrl;
}
