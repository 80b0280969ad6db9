import { code, literal, property } from '../../code.js';
import { everyAuth, optionsOfAuth } from '../../model/auth.js';
import { optionsInUrl } from '../../url-template.js';
import type { VirtualFile } from '../../virtual-file.js';
import { rows, type TestedResource, type TestPlan } from './plan.js';

/** What no option may be that stands in a URL, by what it is there. */
const REFUSED = {
  host: ['', 'user@elsewhere.example', 'elsewhere.example/', 'elsewhere.example?', 'elsewhere.example#', '\\elsewhere.example', 'a b', '.'],
  segment: ['', '.', '..'],
  choice: ['', 'elsewhere', 'constructor'],
  url: [
    '',
    'api.example.com',
    '//api.example.com',
    'ftp://api.example.com',
    'https://user:pw@api.example.com',
    'https://api.example.com?a=b',
  ],
} as const;

/** `test/filled-url.test.ts`, where options of the caller stand in a URL. */
export function emitFilledUrlTest({ context, schemes }: TestPlan, resource: TestedResource): readonly VirtualFile[] {
  const { model, prefix, header } = context;
  const roles = new Map([
    ...(schemes.length > 1
      ? []
      : [...optionsOfAuth(everyAuth(model))].flatMap(([option, as]) => (as === 'text' ? [] : [[option, as] as const]))),
    ...optionsInUrl(model.baseUrlTemplate ?? []).map(({ option, as }) => [option, as] as const),
  ]);
  const refused = model.config
    .filter(({ type }) => type === 'string')
    .flatMap((option) => {
      const as = roles.get(option.name.raw);
      const values = as === undefined ? [] : [...REFUSED[as], ...(as === 'url' && schemes.length > 0 ? ['http://api.example.com'] : [])];
      return values.map((value) => code`[{ ${property(option.name.camel)}: ${literal(value)} }]`);
    });
  if (refused.length === 0) return [];
  const text = code`
    ${header}

    import { expect, test } from 'vitest';
    import { ${prefix}Client } from '../src/index.ts';
    import { credentials } from './replay.ts';

    test.each(${rows(refused)})('makes no client that would send requests elsewhere: %j', (given: object) => {
      expect(() => new ${prefix}Client({ ...credentials, ${resource.options}...given })).toThrow(TypeError);
    });
  `;
  return [{ path: 'test/filled-url.test.ts', text: `${text.text}\n` }];
}
