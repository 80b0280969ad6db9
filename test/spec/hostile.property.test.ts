import { fc } from '../support/property.js';
import { expect, test } from 'vitest';
import { emitPackage } from '../../generator/emit/index.js';
import { gatherFixtures } from '../../generator/recordings/gather.js';
import type { Generated } from '../../generator/generate.js';
import { buildModel } from '../../generator/model/build.js';
import type { ConnectorModel } from '../../generator/model/connector-model.js';
import { load } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import type { VirtualFile } from '../../generator/virtual-file.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { runVitest, withPackages, writeFiles } from '../support/vitest-run.js';
import { hostileSpec, PLACES, specOf } from './hostile-specs.js';
import { readable, toYaml } from './hostile-texts.js';
import { identifiersIn, runPackage, structureOf } from './inert.js';
import { generateLater } from '../support/generate.js';

async function run(text: string): Promise<Generated | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = load('spec.yaml', Buffer.from(text));
  return loaded.ok ? generateLater(loaded.source) : loaded;
}

/** A spec as a model, and nothing more: what it would make is not compiled. */
function modelOf(text: string): ConnectorModel {
  const loaded = load('spec.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error(`refused: ${JSON.stringify(loaded.diagnostics)}`);
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, 'spec.yaml', reading);
  if (model === undefined) throw new Error(`refused: ${JSON.stringify(reading.diagnostics)}`);
  return model;
}

/** The files of a package whose shape the texts of its spec do not decide. Tests differ with the records made up for them. */
async function sourcesOf(model: ConnectorModel): Promise<readonly VirtualFile[]> {
  const gathered = gatherFixtures(model, new Map());
  if (!gathered.ok) throw new Error(`refused: ${JSON.stringify(gathered.diagnostics)}`);
  return (await emitPackage(model, gathered.fixtures)).filter(({ path }) => /^src\/|^(package|tsconfig)\.json$/.test(path));
}

test('whatever the texts of a spec are, it is refused with a place or they come out as data', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(hostileSpec, async ({ has, resources, textAt }) => {
      const text = toYaml(specOf(has, resources, textAt));
      const got = await run(text);
      expect(got.diagnostics.filter(({ code }) => code.startsWith('internal/'))).toEqual([]);
      for (const { span } of got.diagnostics) expect(span?.end).toBeLessThanOrEqual(text.length);
      if (!got.ok) {
        expect(got.diagnostics).not.toEqual([]);
        return;
      }

      made++;
      for (const file of got.files) if (file.path.endsWith('.ts')) expect(identifiersIn(file), file.path).not.toContain('PWNED');
      const [given, wanted] = [await sourcesOf(got.model), await sourcesOf(modelOf(toYaml(specOf(has, resources, harmless(textAt)))))];
      expect(given.map(({ path }) => path)).toEqual(wanted.map(({ path }) => path));
      wanted.forEach((file, index) => expect(structureOf(given[index] ?? file), file.path).toBe(structureOf(file)));

      const ran = await runPackage(got.files);
      expect(ran).toMatchObject({ canary: true, prototypes: true });
      expect(new Set(ran.urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://api.example.com']));
      expect(ran.urls.length).toBeGreaterThanOrEqual(resources.length);
    }),
    { numRuns: 25, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(10);
});

test('the tests of packages full of hostile texts pass', async () => {
  await withPackages(async (folder) => {
    const specs = fc.sample(hostileSpec, { numRuns: 6, seed: 1 });
    for (const [index, { has, resources, textAt }] of specs.entries()) {
      const got = await run(toYaml(specOf({ ...has, anywhere: false }, resources, textAt)));
      if (got.ok) await writeFiles(`${folder}/${index}`, got.files);
    }
    const results = await runVitest(folder);
    const failed = results.flatMap(({ name, message, assertionResults }) => [
      ...(message === '' ? [] : [`${name}: ${message}`]),
      ...assertionResults
        .filter(({ status }) => status !== 'passed')
        .map(({ title, failureMessages: [first = ''] }) => `${name}: ${title}: ${first.slice(0, 300)}`),
    ]);
    expect(failed).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  });
});

/** Texts that end nothing. Names that objects inherit, or with a dot, are treated differently on purpose: they stay so. */
function harmless(textAt: (place: string) => string): (place: string) => string {
  return (place) => {
    const text = textAt(place);
    return readable(text) in {} ? text : `x${text.includes('.') ? '.' : ' '}${PLACES.indexOf(place)}`;
  };
}
