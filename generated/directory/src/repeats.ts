// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

/** Beyond this many keys, one that comes again is not noticed. */
const MOST_REMEMBERED = 100_000;

/** Returns a function that says whether it was given a key before. It remembers the latest ones only. */
export function repeats(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return true;
    seen.add(key);
    const [oldest] = seen.size > MOST_REMEMBERED ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return false;
  };
}
