import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { languageSchemaText } from '../../generator/spec/validate.js';

const published = readFileSync(new URL('../../generator/spec/tapwright.schema.json', import.meta.url), 'utf8');

test('the published schema is the one that the shapes make (npm run schema writes it)', () => {
  expect(published).toBe(languageSchemaText());
});

test.each(readdirSync(new URL('../../specs/', import.meta.url)).filter((name) => name.endsWith('.yaml')))(
  'editors find nothing wrong with specs/%s, which names the schema in its first line',
  (name) => {
    const text = readFileSync(new URL(`../../specs/${name}`, import.meta.url), 'utf8');
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(published));
    validate(parse(text));
    expect(validate.errors).toBeNull();
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../generator/spec/tapwright.schema.json');
  },
);

test('every key is explained', () => {
  const unexplained: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'properties' && typeof each === 'object' && each !== null) {
        for (const [name, property] of Object.entries(each)) if (!explained(property)) unexplained.push(`${path}/${name}`);
      }
      walk(each, `${path}/${key}`);
    }
  };
  walk(JSON.parse(published), '');
  expect(unexplained).toEqual([]);
});

/** Whether a property says what it is, itself or in the definition or alternatives it is made of. */
function explained(property: unknown): boolean {
  if (typeof property !== 'object' || property === null) return false;
  if ('description' in property || '$ref' in property) return true;
  return 'anyOf' in property && Array.isArray(property.anyOf) && property.anyOf.some(explained);
}
