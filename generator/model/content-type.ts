import type { EndpointSpec, SpecDocument } from '../spec/document.js';

/** Whether a media type says that a body is JSON: `application/vnd.api+json`, too. */
export function isJsonType(type: string): boolean {
  return /^application\/(?:[\w.-]{1,99}\+)?json(?: ?;[^{}]{0,99})?$/i.test(type);
}

/** What a JSON body is sent as, where a header of the endpoint, or of the client, says it; undefined: application/json. */
export function jsonTypeOf({ headers }: EndpointSpec, { client }: SpecDocument): string | undefined {
  const said = [...(headers ?? []), ...(client.headers ?? [])].find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return said === undefined || !isJsonType(said) || said.toLowerCase() === 'application/json' ? undefined : said;
}
