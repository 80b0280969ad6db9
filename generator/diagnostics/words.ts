/** Foreign text as it may stand in a message: quoted, at most 80 characters, nothing that moves a terminal. */
export function shorten(text: string): string {
  const shown = printable(text);
  return `"${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}"`;
}

/** Text without raw control, bidirectional or line-separator characters: they are shown as escapes. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (sign) => {
    const unit = sign.charCodeAt(0);
    if (sign === '\n') return '\\n';
    return unit < 256 ? `\\x${unit.toString(16).padStart(2, '0')}` : `\\u${unit.toString(16).padStart(4, '0')}`;
  });
}

/** `a, b and c`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The known word that `word` most likely stands for; none when all are too far. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const plain = fold(word);
  let best: string | undefined;
  let least = Math.max(2, Math.floor(plain.length / 3)) + 1;
  for (const each of known) {
    const folded = fold(each);
    const related = plain.length > 2 && (plain.startsWith(`${folded}_`) || folded.startsWith(plain));
    const cost = folded === plain ? 0 : Math.min(distance(plain, folded), related ? 2 : Infinity);
    if (cost < least) [best, least] = [each, cost];
  }
  return best;
}

function fold(word: string): string {
  return word.slice(0, 64).toLowerCase().replace(/[\s-]/g, '_');
}

/** Edits between two words: insertions, deletions, replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
