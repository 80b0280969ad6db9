/** Whether a name is one of a glob, whatever its case: `*` is any text, `?` any sign. Never longer than the one times the other. */
export function matchesGlob(glob: string, name: string): boolean {
  const [pattern, text] = [glob.toLowerCase(), name.toLowerCase()];
  let at = 0;
  let sign = 0;
  let star = -1;
  let from = 0;
  while (at < text.length) {
    if (pattern[sign] === '*') {
      star = sign++;
      from = at;
    } else if (sign < pattern.length && (pattern[sign] === '?' || pattern[sign] === text[at])) {
      sign++;
      at++;
    } else if (star !== -1) {
      sign = star + 1;
      at = ++from; // the last star takes one sign more
    } else return false;
  }
  while (pattern[sign] === '*') sign++;
  return sign === pattern.length;
}
