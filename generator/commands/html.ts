import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticsToJson, type FramedSource } from '../diagnostics/frame.js';

/** What a command has to show as a page: `--format html`. */
export interface Page {
  readonly title: string;
  /** One sentence: what was found. */
  readonly lead: string;
  readonly tables: readonly Table[];
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Diagnostics about one file; without one, about the run. */
interface Told {
  readonly source?: FramedSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** An HTML document that needs nothing else: no script, no style from elsewhere. */
export function htmlPage(page: Page | undefined, findings: readonly Told[]): string {
  const { title, lead, tables } = page ?? { title: 'tapwright', lead: 'The command ended with errors.', tables: [] };
  const problems = findings.flatMap(({ source, diagnostics }) =>
    diagnosticsToJson(diagnostics, source ?? { path: 'tapwright', text: '' }).map(
      ({ file, line, column, severity, code, message, hint = '' }) => [
        line === undefined ? file : `${file}:${line}:${column ?? 1}`,
        `${severity} ${code}`,
        message,
        hint,
      ],
    ),
  );
  const all =
    problems.length === 0 ? tables : [{ caption: 'Messages', head: ['Where', 'What', 'Message', 'What to do'], rows: problems }, ...tables];
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>${STYLE}</head>`,
    `<body><main><h1>${escaped(title)}</h1>`,
    `<p>${escaped(lead)}</p>`,
    ...all.map(tableOf),
    '</main></body>',
    '</html>\n',
  ].join('\n');
}

const STYLE = `<style>
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; border-top: 1px solid #8886; padding: .35rem .8rem .35rem 0; overflow-wrap: anywhere }
</style>`;

function tableOf({ caption, head, rows }: Table): string {
  const line = (cells: readonly string[], name: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${name}${name === 'th' ? ' scope="col"' : ''}>${escaped(cell)}</${name}>`).join('')}</tr>`;
  return [
    `<table><caption>${escaped(caption)}</caption>`,
    `<thead>${line(head, 'th')}</thead>`,
    `<tbody>${rows.map((row) => line(row, 'td')).join('\n')}</tbody></table>`,
  ].join('\n');
}

function escaped(text: string): string {
  return Array.from(text, (sign) => (/[<>&"']/.test(sign) ? `&#${sign.codePointAt(0)};` : sign)).join('');
}
