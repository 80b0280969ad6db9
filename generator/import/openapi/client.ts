import { block, entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { ImportOptions } from '../contract.js';
import { knows } from '../language.js';
import { isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import type { OpenApi, Operation } from './document.js';

/** Where the API is, and how requests are signed. */
export interface ClientDraft {
  readonly client: DraftMap;
  readonly config: ReadonlyMap<string, DraftMap>;
  readonly notes: readonly string[];
}

export function clientDraft(document: OpenApi, operations: readonly Operation[], { baseUrl }: ImportOptions): ClientDraft {
  const config = new Map<string, DraftMap>();
  const notes: string[] = [];
  const base = baseUrl === undefined ? serverOf(document, config) : entry('base_url', baseUrl, 'why: --base-url');
  const auth = authOf(document, operations, notes);
  return { client: block(base, auth), config, notes };
}

function serverOf(document: OpenApi, config: Map<string, DraftMap>): DraftEntry {
  const servers = document.isSwagger
    ? swaggerServers(document.root)
    : listAt(document.root, 'servers').flatMap((each) => (isObject(each) ? [each] : []));
  const [server, ...others] = servers;
  const url = textAt(server, 'url')?.trim() ?? '';
  const variables = objectAt(server, 'variables') ?? {};
  const names = [...url.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
  const usual = url.replace(/\{([^{}]+)\}/g, (_, name: string) => textAt(variables[name], 'default') ?? name).replace(/(?<!\/)\/+$/, '');
  if (!/^https?:\/\/[^/]/.test(usual))
    return entry(
      'base_url',
      `https://api.example.com${usual.startsWith('/') ? usual : ''}`,
      'LOOK: the document does not say where the API is: --base-url',
    );
  if (/^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|example\.com|[^/]*\.example)/.test(usual))
    return entry('base_url', usual, 'LOOK: an address of examples: --base-url');
  const [name, ...more] = names;
  if (name === undefined)
    return entry(
      'base_url',
      usual,
      others.length === 0
        ? undefined
        : `LOOK: the first of ${servers.length} servers${/test|sandbox|staging|mock/i.test(usual) ? ', a test' : ''}; the others: ${others
            .slice(0, 3)
            .map((each) => textAt(each, 'url') ?? '')
            .join(', ')}`,
    );
  const values = textsAt(variables[name], 'enum');
  if (more.length === 0 && values.length > 1 && knows('a base URL by choice')) {
    config.set(option(name), mapping(entry('type', 'string'), entry('default', textAt(variables[name], 'default') ?? values[0] ?? '')));
    return entry(
      'base_url',
      fromJson({
        from: `config.${option(name)}`,
        values: Object.fromEntries(values.map((each) => [each, url.replace(`{${name}}`, each).replace(/(?<!\/)\/+$/, '')])),
      }),
    );
  }
  for (const each of names) {
    const usually = textAt(variables[each], 'default');
    const description = textAt(variables[each], 'description')?.replace(/\s+/g, ' ').slice(0, 160);
    config.set(
      option(each),
      mapping(
        entry('type', 'string'),
        description !== undefined && entry('description', description),
        usually !== undefined && usually !== '' && entry('default', usually),
      ),
    );
  }
  return entry('base_url', url.replace(/\{([^{}]+)\}/g, (_, each: string) => `{config.${option(each)}}`).replace(/(?<!\/)\/+$/, ''));
}

function option(name: string): string {
  const made = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|(?<!_)_+$/g, '');
  return /^[A-Za-z]/.test(made) && !/^base_?url$/i.test(made) ? made : `server_${made}`;
}

function swaggerServers(root: JsonObject): readonly JsonObject[] {
  const host = textAt(root, 'host');
  if (host === undefined) return [{ url: textAt(root, 'basePath') ?? '' }];
  const schemes = textsAt(root, 'schemes');
  return [
    {
      url: `${schemes.includes('https') || schemes.length === 0 ? 'https' : (schemes[0] ?? 'https')}://${host}${textAt(root, 'basePath') ?? ''}`,
    },
  ];
}

/** The schemes that most operations ask for; one of each kind of credentials. */
function authOf(document: OpenApi, operations: readonly Operation[], notes: string[]): DraftEntry | undefined {
  const schemes =
    objectAt(
      document.isSwagger ? document.root : objectAt(document.root, 'components'),
      document.isSwagger ? 'securityDefinitions' : 'securitySchemes',
    ) ?? {};
  const wanted = operations.flatMap((each) => {
    const said = member(each.value, 'security') ?? member(document.root, 'security');
    return Array.isArray(said) ? [JSON.stringify(said)] : [];
  });
  const counts = new Map<string, number>();
  for (const each of wanted) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const requirements: unknown = most === undefined ? Object.keys(schemes).map((name) => ({ [name]: [] })) : JSON.parse(most[0]);
  if (Object.keys(schemes).length === 0) {
    notes.push('the document does not say how requests are signed: write auth');
    return undefined;
  }
  const made = new Map<string, { readonly scheme: DraftMap; readonly note: string | undefined }>();
  for (const requirement of Array.isArray(requirements) ? requirements : []) {
    const names = isObject(requirement) ? Object.keys(requirement) : [];
    const [name, ...more] = names;
    if (name === undefined) continue;
    const found = schemeDraft(
      document.object(schemes[name])?.value,
      more.length > 0 ? `LOOK: the API wants ${names.join(' and ')} at once` : undefined,
    );
    if (found !== undefined) made.set(found.kind, { scheme: found.scheme, note: found.note });
  }
  const choices = [...made.values()];
  const [only, ...others] = choices;
  if (only === undefined) {
    notes.push(`requests are signed in a way that a spec cannot say: ${Object.keys(schemes).join(', ')}`);
    return undefined;
  }
  const said = [...new Set(choices.flatMap(({ note }) => note ?? []))].join('; ');
  return entry('auth', others.length === 0 ? only.scheme : choices.map(({ scheme }) => scheme), said === '' ? undefined : said);
}

function schemeDraft(
  value: JsonObject | undefined,
  together: string | undefined,
): { readonly kind: string; readonly scheme: DraftMap; readonly note: string | undefined } | undefined {
  const type = textAt(value, 'type');
  if (value === undefined) return undefined;
  if (type === 'http' && /^bearer$/i.test(textAt(value, 'scheme') ?? ''))
    return { kind: 'bearer', scheme: mapping(entry('type', 'bearer')), note: together };
  if (type === 'basic' || (type === 'http' && /^basic$/i.test(textAt(value, 'scheme') ?? '')))
    return { kind: 'basic', scheme: mapping(entry('type', 'http_basic')), note: together };
  if (type === 'apiKey') {
    const [name, place] = [textAt(value, 'name') ?? 'Authorization', textAt(value, 'in') ?? 'header'];
    const [, near = ''] = (textAt(value, 'description') ?? '').split(/prefix|format|like|e\.g\./i);
    const prefix = /\b(Bearer|Token|ApiKey|GenieKey)\s/i.exec(near.slice(0, 60))?.[1];
    const template = /^authorization$/i.test(name) && prefix !== undefined ? `${prefix} {api_key}` : undefined;
    return {
      kind: 'api_key',
      scheme: mapping(
        entry('type', 'api_key'),
        entry('name', name),
        entry('location', place),
        template !== undefined && entry('value', template),
      ),
      note: together ?? (template === undefined ? undefined : 'LOOK: the prefix is from its description'),
    };
  }
  if (type === 'oauth2') {
    const flow = objectAt(objectAt(value, 'flows'), 'clientCredentials') ?? (textAt(value, 'flow') === 'application' ? value : undefined);
    const url = textAt(flow, 'tokenUrl');
    if (url !== undefined && /^https:\/\//.test(url))
      return {
        kind: 'oauth2',
        scheme: mapping(entry('type', 'oauth2_client_credentials'), entry('access_token_url', url)),
        note: together,
      };
    return { kind: 'bearer', scheme: mapping(entry('type', 'bearer')), note: 'why: of OAuth 2, whose tokens users have from elsewhere' };
  }
  return type === 'openIdConnect'
    ? { kind: 'bearer', scheme: mapping(entry('type', 'bearer')), note: 'why: of OpenID Connect, whose tokens users have from elsewhere' }
    : undefined;
}
