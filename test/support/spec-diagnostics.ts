import { Lines } from '../../generator/diagnostics/place.js';
import { load } from '../../generator/spec/load.js';
import { generateLater } from './generate.js';

/** What is said about a spec, in the order of the file, with places as `line:column`. */
export async function diagnosticsOf(
  text: string,
): Promise<readonly { readonly code: string; readonly severity: string; readonly at: string; readonly message: string }[]> {
  const loaded = load('spec.yaml', Buffer.from(text));
  const { diagnostics } = loaded.ok ? await generateLater(loaded.source) : loaded;
  const lines = new Lines(text);
  return diagnostics
    .map(({ code, severity, message, span = { start: 0, end: 0 } }) => ({ code, severity, message, start: span.start }))
    .sort((a, b) => a.start - b.start)
    .map(({ code, severity, message, start }) => {
      const { line, column } = lines.at(start);
      return { code, severity, message, at: `${line}:${column}` };
    });
}
