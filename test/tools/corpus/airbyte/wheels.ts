import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, pythonWith, run } from '../programs.js';
import type { Row } from '../table.js';
import { measureManifests } from './run.js';

/** Connectors of PyPI that have a manifest inside, `airbyte-source-…`: most without code of their own, the last eight with. */
const CONNECTORS: Readonly<Record<string, string>> = {
  appfollow: '1.0.12',
  ashby: '0.1.16',
  auth0: '0.5.16',
  callrail: '0.1.14',
  chartmogul: '1.0.13',
  'clickup-api': '0.2.0',
  clockify: '0.3.13',
  configcat: '0.1.13',
  convertkit: '0.1.14',
  datadog: '1.0.6',
  dockerhub: '0.2.15',
  everhour: '0.1.13',
  freshcaller: '0.5.4',
  freshservice: '1.3.17',
  'gainsight-px': '0.1.14',
  harvest: '1.0.19',
  hibob: '0.1.3',
  insightly: '0.2.16',
  launchdarkly: '0.1.13',
  'lever-hiring': '0.3.1',
  mailgun: '0.2.18',
  n8n: '0.1.21',
  omnisend: '0.1.13',
  onesignal: '1.1.14',
  pagerduty: '0.2.12',
  paystack: '1.0.11',
  plausible: '0.1.14',
  recruitee: '0.1.14',
  sendgrid: '1.1.5',
  statuspage: '0.1.13',
  square: '1.6.23',
  stripe: '5.14.1',
  bigcommerce: '0.2.22',
  braze: '0.3.0',
  chargebee: '0.8.0',
  greenhouse: '0.6.1',
  intercom: '0.8.3',
  jira: '4.0.0',
  mailchimp: '2.0.37',
  typeform: '1.3.27',
};

/** The manifests that Airbyte has put into packages of PyPI. */
export async function runWheels(only: string | undefined): Promise<readonly Row[]> {
  const python = join(pythonWith('wheels', ['pip']), 'python');
  const folder = cacheFolder('wheels');
  const manifests: { readonly name: string; readonly file: string }[] = [];
  for (const [name, version] of Object.entries(CONNECTORS)) {
    if (only !== undefined && !only.split(',').includes(name)) continue;
    manifests.push({ name, file: join(await unpacked(name, version, python, folder), 'manifest.yaml') });
  }
  return await measureManifests(`wheels of PyPI`, manifests);
}

/** The folder of a package with its manifest; it is fetched once. */
async function unpacked(name: string, version: string, python: string, folder: string): Promise<string> {
  const module = `source_${name.replaceAll('-', '_')}`;
  const whole = join(folder, `${name}-${version}`);
  if (!existsSync(whole)) {
    const made = join(folder, `${name}-partly`);
    rmSync(made, { recursive: true, force: true });
    const asked = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--dest',
      made,
      `airbyte-source-${name}==${version}`,
    ];
    const fetched = await run(python, asked, folder);
    const wheel = existsSync(made) ? readdirSync(made).find((each) => each.endsWith('.whl')) : undefined;
    if (wheel === undefined) throw new Error(`this needs PyPI: ${fetched.stderr.split('\n')[0] ?? ''}`);
    await run(python, ['-m', 'zipfile', '-e', join(made, wheel), made], folder);
    renameSync(made, whole);
  }
  return join(whole, module);
}
