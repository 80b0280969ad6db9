import { DECIMAL_DIGITS, INTEGER_DIGITS, STRING_FORMATS } from '../../../generator/types/patterns.js';

export interface Made {
  /** Why it cannot run away, where there is none to prove. */
  readonly because?: string;
  /** What it comes to. */
  readonly patterns?: readonly RegExp[];
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;

/** Regular expressions that are made at run time, by place and text. */
export const MADE: Readonly<Record<string, Made>> = {
  "generator/code/text.ts: new RegExp(`\\n {0,${margin}}`, 'g')": { because: 'one bounded repetition' },
  'generator/code.ts: new RegExp(pattern, flags)': { because: 'they stand in emitted files, which are looked through' },
  "generator/detect/keys.ts: new RegExp(`^(?:${['id', 'uuid', 'uid', `${one}_id`, `${one}Id`, 'run_id'].map(escaped).join('|')})$`)": {
    because: 'words, escaped, without a repetition',
  },
  "generator/detect/times.ts: new RegExp(timePattern(of, format) ?? '(?!)')": { because: 'formats of time are proven by themselves' },
  'generator/drift/values.ts: new RegExp(DECIMAL_DIGITS)': { patterns: [new RegExp(DECIMAL_DIGITS)] },
  'generator/drift/values.ts: new RegExp(INTEGER_DIGITS)': { patterns: [new RegExp(INTEGER_DIGITS)] },
  'generator/drift/values.ts: new RegExp(STRING_FORMATS[type.format].pattern)': {
    patterns: Object.values(STRING_FORMATS).map(({ pattern }) => new RegExp(pattern)),
  },
  'generator/drift/values.ts: new RegExp(pattern)': { because: 'formats of time are proven by themselves' },
  'generator/import/airbyte/written.ts: new RegExp(`\\\\b${name}\\\\b(?=[.[])`)': { because: 'a word, without a repetition' },
  "generator/import/spec-text.ts: new RegExp(`(?:^|[^{$])\\\\{${root}\\\\.([^{}.\\\\s]+)`, 'g')": {
    patterns: [/(?:^|[^{$])\{config\.([^{}.\s]+)/g],
  },
  "generator/import/states/state-file.ts: new RegExp(instantPattern(format.pattern).pattern, 'u')": {
    because: 'formats of time are proven by themselves',
  },
  "generator/incremental/bounds.ts: new RegExp(timePattern('datetime', each) ?? '', 'u')": {
    because: 'formats of time are proven by themselves',
  },
  'generator/infer/propose.ts: new RegExp(STRING_FORMATS.email.pattern)': { because: 'as in drift' },
  'generator/infer/propose.ts: new RegExp(STRING_FORMATS.uuid.pattern)': { because: 'as in drift' },
  "generator/output/web-types.ts: new RegExp( '^(?:HTML|SVG|MathML|CSS|Media|Document|Element|Node|Window|Source|Canvas|GPU|ImageBitmap|ImageData|Offscreen|Path2D|RTC|Video|' + 'Audio|WebGL|WEBGL|ANGLE|EXT|KHR|OES|OVR|DOM(?!Exception|HighRes)|PerformanceT|PerformanceN|Text(?!En|De))', )":
    { because: 'words, without a repetition' },
  "generator/placeholder.ts: new RegExp( `\\\\{\\\\s*((?:${ROOT})(?:\\\\s*(?:\\\\.\\\\s*[^{}.\\\\s\"'=:!|\\\\[\\\\]]+|\\\\['[^'{}]*'\\\\]|\\\\[\"[^\"{}]*\"\\\\]))*)\\\\s*([:!|][^{}]*)?\\\\}`, 'y', )":
    { patterns: [/\{\s*((?:config|resources)(?:\s*(?:\.\s*[^{}.\s"'=:!|[\]]+|\['[^'{}]*'\]|\["[^"{}]*"\]))*)\s*([:!|][^{}]*)?\}/y] },
  'generator/placeholder.ts: new RegExp(BEGUN.source)': { patterns: [/\{\s*(?:config|resources)\s*[.[]/] },
  "generator/placeholder.ts: new RegExp(`\\\\{\\\\s*(?:${ROOT})\\\\s*[.[]`, 'y')": { patterns: [/\{\s*(?:config|resources)\s*[.[]/y] },
  'generator/recorder/family.ts: new RegExp(`^${escaped(base)}${patternOf(path)}$`)': {
    because: 'tried on paths of our own requests, of a degree that the placeholders between two slashes have',
  },
  "generator/selector.ts: new RegExp(String.raw`^(?:\\.([\\p{L}\\p{N}_@-]+)(?=$|[.[])|\\.(${QUOTED})|(\\.\\*|\\[(?:${QUOTED}|[^\\]\"'])*\\]))`, 'u')":
    { patterns: [new RegExp(String.raw`^(?:\.([\p{L}\p{N}_@-]+)(?=$|[.[])|\.(${QUOTED})|(\.\*|\[(?:${QUOTED}|[^\]"'])*\]))`, 'u')] },
};
