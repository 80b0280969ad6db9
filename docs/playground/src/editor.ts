import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Problem } from './generation.js';
import { placeInYaml } from './place-in-yaml.js';
import { type Schema, type Suggestion, suggestionsAt } from './schema.js';

/** The editor of the spec. */
export interface SpecEditor {
  readonly text: string;
  /** Replaces all of it. */
  open(text: string): void;
  /** Marks what is wrong. */
  mark(problems: readonly Problem[]): void;
  /** Puts the cursor there. */
  goTo(offset: number): void;
}

export function specEditor(parent: HTMLElement, schema: Schema, onChange: () => void): SpecEditor {
  const view = new EditorView({
    parent,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      lintGutter(),
      indentUnit.of('  '),
      autocompletion({ override: [(context) => complete(schema, context)], icons: false }),
      yaml(),
      appearance('Spec, in YAML'),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange();
      }),
    ],
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    open: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } }),
    mark: (problems) => {
      const end = view.state.doc.length;
      const marks = problems.map(({ from, to, severity, message, hint }) => ({
        from: Math.min(from, end),
        to: Math.min(to, end),
        severity,
        message: hint === undefined ? message : `${message}\n${hint}`,
      }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo: (offset) => {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
  };
}

function complete(schema: Schema, { state, pos, explicit }: CompletionContext): CompletionResult | null {
  const place = placeInYaml(state.doc.toString(), pos);
  if (place === undefined) return null;
  if (!explicit && place.from === pos && place.key === undefined) return null; // an empty line is no question
  const options = suggestionsAt(schema, place).map(completionOf);
  return options.length === 0 ? null : { from: place.from, options, validFor: /^[\w.$-]*$/ };
}

function completionOf({ label, text, kind, about }: Suggestion): Completion {
  return {
    label,
    apply: text,
    ...(kind === 'example' ? { detail: 'example', boost: -1 } : {}),
    ...(about === '' ? {} : { info: about }),
  };
}

/** A view of files, not to be edited. */
export interface Viewer {
  show(path: string, text: string): void;
}

export function viewer(parent: HTMLElement): Viewer {
  const language = new Compartment();
  const view = new EditorView({
    parent,
    extensions: [
      lineNumbers(),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      language.of([]),
      appearance('File of the package'),
      keymap.of(defaultKeymap),
    ],
  });
  let shown = '';
  return {
    show: (path, text) => {
      if (path !== shown) {
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: text },
          effects: [language.reconfigure(languageOf(path)), EditorView.scrollIntoView(0)],
        });
        shown = path;
        return;
      }
      const before = view.state.doc.toString();
      if (before === text) return;
      // only what differs, so that the view stays where it is
      let start = 0;
      while (start < Math.min(before.length, text.length) && before[start] === text[start]) start += 1;
      let end = 0;
      while (end < Math.min(before.length, text.length) - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
      view.dispatch({ changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) } });
    },
  };
}

function languageOf(path: string): Extension {
  if (path.endsWith('.ts')) return javascript({ typescript: true });
  if (path.endsWith('.json')) return json();
  return path.endsWith('.md') ? markdown() : [];
}

/** Colours are variables of the page, so that light and dark are its business. */
function appearance(label: string): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.lineWrapping,
    EditorView.theme({
      '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--paper)', fontSize: '13px' },
      '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
      '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
      '.cm-content': { caretColor: 'var(--text)' },
      '.cm-cursor': { borderLeftColor: 'var(--text)' },
      '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--quiet)', border: 'none' },
      '.cm-activeLine': { backgroundColor: 'var(--line)' },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
        backgroundColor: 'var(--selection) !important',
      },
      '.cm-tooltip': { backgroundColor: 'var(--panel)', color: 'var(--text)', border: '1px solid var(--edge)' },
      '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
      '.cm-completionInfo': { whiteSpace: 'pre-line', maxWidth: '28em' },
      '.cm-completionDetail': { color: 'inherit' },
      '.cm-diagnostic': { whiteSpace: 'pre-line' },
    }),
    syntaxHighlighting(HIGHLIGHT),
  ];
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--code-name)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.link, color: 'var(--accent)' },
]);
