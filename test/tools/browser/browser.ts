import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed } from '../bench/scratch.js';
import { findChromium } from '../runtimes/runtimes.js';

/** What is used here of playwright-core, which is installed when these tests run. */
export interface Page {
  goto(url: string): Promise<unknown>;
  setContent(html: string): Promise<void>;
  addScriptTag(script: { readonly content: string }): Promise<unknown>;
  evaluate<Result>(script: string): Promise<Result>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  focus(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  waitForEvent(name: 'download'): Promise<{ path(): Promise<string>; suggestedFilename(): string }>;
  on(name: 'request', listener: (request: { url(): string }) => void): unknown;
  on(name: 'pageerror', listener: (error: Error) => void): unknown;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  close(): Promise<void>;
}

export interface Browser {
  newPage(options: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly colorScheme: 'light' | 'dark';
    readonly acceptDownloads: boolean;
  }): Promise<Page>;
  close(): Promise<void>;
}

/** A Chromium of this machine without a window. Throws with what is needed where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('needs a browser at CHROMIUM or /usr/bin/chromium (Debian: apt-get install chromium)');
  const folder = installed('browser', LIBRARIES);
  const { chromium } = createRequire(join(folder, 'x.js'))('playwright-core') as {
    readonly chromium: { launch(options: object): Promise<Browser> };
  };
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** The text of a script of a library, to be evaluated in a page. */
export function scriptOf(path: 'axe-core/axe.min.js' | 'mermaid/dist/mermaid.min.js'): string {
  return readFileSync(join(installed('browser', LIBRARIES), 'node_modules', path), 'utf8');
}

const LIBRARIES = ['playwright-core@1.65.1', 'axe-core@4.14.1', 'mermaid@12.3.0'];
