import type { ConnectorModel, ResourceModel, ValueTemplate } from '../model/connector-model.js';

/** A resource and the resources whose records it is read for, its own parent first. */
export function familyOf(model: ConnectorModel, resource: ResourceModel): readonly ResourceModel[] {
  const parent = model.resources.find(({ name }) => name.raw === resource.parent?.resource.raw);
  return parent === undefined || parent === resource ? [resource] : [resource, ...familyOf(model, parent)];
}

/** Which member of a family a request is for, by its path. */
export function ownerOf(url: string, family: readonly ResourceModel[], { baseUrl }: ConnectorModel): ResourceModel | undefined {
  const { pathname } = new URL(url);
  const { pathname: start } = new URL(baseUrl);
  return family.find(({ path, fromOrigin }) => {
    const base = fromOrigin ? '' : start.replace(/(?<!\/)\/+$/, '');
    return new RegExp(`^${escaped(base)}${patternOf(path)}$`).test(pathname);
  });
}

function patternOf(path: ValueTemplate): string {
  return path.map((part) => (typeof part === 'string' ? escaped(encodeURI(part)) : '[^/]+')).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
