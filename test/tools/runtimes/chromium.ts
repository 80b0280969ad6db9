import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed } from '../bench/scratch.js';
import { startPages } from './api.js';

interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{
      version(): string;
      newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }>;
      close(): Promise<void>;
    }>;
  };
}

/** Runs the consumer in a page of another origin than the API, in a Chromium without a window. */
export async function consumeInChromium(
  executablePath: string,
  modules: Readonly<Record<string, string>>,
  api: string,
): Promise<{ said: string; version: string }> {
  const folder = installed('playwright', ['playwright-core@latest']);
  const { chromium } = createRequire(join(folder, 'x.js'))('playwright-core') as Playwright;
  const pages = await startPages(Object.fromEntries(Object.entries(modules).map(([name, text]) => [`/${name}`, text])));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(pages.url);
    const said = await page.evaluate(`(async () => {
      const [connector, { consume }] = await Promise.all([import('/connector.mjs'), import('/consumer.mjs')]);
      return consume(connector, ${JSON.stringify(api)}).catch((error) => String(error?.stack ?? error));
    })()`);
    return { said: String(said), version: browser.version() };
  } finally {
    await browser.close();
    pages.stop();
  }
}
