import { spec as messages } from '../diagnostics/messages/spec.js';
import { boolean, choice, integer, list, nullable, object, optional, required, text, type Check } from '../shape.js';

/** What bodies are that are not one JSON value. */

export const formatShape = choice('a format', ['json', 'jsonl', 'csv', 'xml'], {
  description:
    'What bodies are: one JSON value; JSON Lines, a value on each line; CSV, a table as in RFC 4180; or an XML document, in which data_selector names the elements that are records. The rows of JSON Lines and CSV are the body: a list.',
  default: 'json',
});

export const jsonlShape = object(
  'jsonl',
  {
    skip_lines: required(
      integer({ description: 'How many lines stand before the first record: a header, notes. Empty lines count.', min: 0, max: 1000 }),
    ),
  },
  { description: 'How JSON Lines are written.' },
);

export const xmlShape = object(
  'xml',
  {
    lists: required(
      list(text({ description: 'A place in the document.', examples: ['feed.entry.category'] }), {
        description:
          'Elements that are lists, however often they come, by their places from the root. Those of fields of type array are, anyway.',
        min: 1,
      }),
    ),
  },
  { description: 'What elements of a document are, where fields do not say it.' },
);

export const compressionShape = choice('a compression', ['gzip'], {
  description: 'gzip: bodies are gzip files. Not for Content-Encoding, which is undone anyway.',
});

const mediaType: Check<string> = (value, span, reading) => {
  if (value === 'json' || /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i.test(value)) return true;
  reading.report(messages.pattern(span, 'spec/accept', 'not a content type', 'Write text/plain, or json for all of JSON.'));
  return false;
};

export const acceptShape = list(text({ description: 'A content type, or json.', check: mediaType, examples: ['text/html'] }), {
  description: 'Content types that are read as the format, beside those that it has: for APIs that call their JSON text/html.',
  min: 1,
  examples: [['text/plain']],
});

const encoding: Check<string> = (value, span, reading) => {
  if (isEncoding(value)) return true;
  const hint = 'Write latin1, windows-1252, utf-16le, shift_jis, or another of https://encoding.spec.whatwg.org/#names-and-labels.';
  reading.report(messages.pattern(span, 'spec/charset', 'no encoding of texts by that name', hint));
  return false;
};

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

export const charsetShape = text({
  description:
    'How the texts of answers are written, whatever their content type says of it, by a name of the Encoding Standard; latin1 is windows-1252 there. What begins with a byte order mark of UTF-8 is UTF-8. Default: UTF-8; anything else is an error.',
  check: encoding,
  examples: ['latin1', 'utf-16le'],
});

const oneSign: Check<string> = (value, span, reading) => {
  if (/^[\t -~]$/.test(value)) return true;
  reading.report(messages.pattern(span, 'spec/csv', 'expected one sign of ASCII'));
  return false;
};

export const csvShape = object(
  'csv',
  {
    delimiter: optional(text({ description: 'Between two fields.', default: ',', check: oneSign, examples: [';', '\t'] })),
    quote: optional(
      nullable(
        text({
          description: 'Around fields that hold delimiters or line ends; inside it is doubled. null: fields are never quoted.',
          default: '"',
          check: oneSign,
        }),
      ),
    ),
    columns: optional(
      list(text({ description: 'A column.' }), {
        description: 'The columns of tables without a header, in their order. Default: the first row names them.',
        min: 1,
        examples: [['id', 'name']],
      }),
    ),
    skip_lines: optional(
      integer({
        description: 'How many lines stand before the header, or before the first row: titles, dates.',
        min: 0,
        max: 1000,
        default: 0,
      }),
    ),
    short_rows: optional(
      boolean({ description: 'Whether rows may have fewer fields than there are columns: the others are empty.', default: false }),
    ),
    summary_rows: optional(
      integer({
        description: 'How many of the last rows are no records: totals, notes. Empty lines do not count.',
        min: 0,
        max: 1000,
        default: 0,
      }),
    ),
    unterminated: optional(
      boolean({
        description: 'True: the last row may lack its line end. Then a table that is cut off inside its last field is not noticed.',
        default: false,
      }),
    ),
  },
  {
    description: 'How tables are written. Without it: commas, double quotes, a header, a line end after every row.',
    check(said, reading) {
      const twice = said.columns?.find((name, index) => said.columns?.indexOf(name) !== index);
      if (twice !== undefined) reading.report(messages.pattern(reading.spanOf(said, 'columns'), 'spec/csv', 'a column is named twice'));
    },
  },
);
