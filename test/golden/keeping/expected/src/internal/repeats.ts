// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A key that comes again after at most so many others is noticed; after twice as many, none is. */
const REMEMBERED = 100_000;

/** Returns a function that says whether it was given a key before. It remembers the latest ones only. */
export function repeats(): (key: string) => boolean {
  let latest = new Set<string>();
  let before = latest; // forgotten all at once: a set that loses its oldest key with each new one is slow
  return (key) => {
    if (latest.has(key) || before.has(key)) return true;
    if (latest.size === REMEMBERED) [latest, before] = [new Set(), latest];
    latest.add(key);
    return false;
  };
}
