import { gt, inc, valid } from 'semver';

/** What a change asks of those who use the package: nothing, to look at it, or to change their code. */
export type Level = 'patch' | 'minor' | 'major';

export interface Change {
  readonly level: Level;
  /** `Event.customer_id`, `AnalyticsClient.events`, `src/internal/retry.ts` */
  readonly place: string;
  /** "string → string | null", "removed" */
  readonly what: string;
}

const ORDER: readonly Level[] = ['patch', 'minor', 'major'];

/** The highest level among changes; undefined when there is none. */
export function highest(changes: readonly Change[]): Level | undefined {
  return ORDER.findLast((level) => changes.some((change) => change.level === level));
}

/**
 * The version after `version`. Before 1.0.0 the first number says nothing: as npm's `^` has it, breaking changes raise the
 * second one and all others the third.
 */
export function nextVersion(version: string, level: Level): string {
  if (valid(version) === null) return version;
  const step = version.startsWith('0.') ? (level === 'major' ? 'minor' : 'patch') : level;
  return inc(version, step) ?? version;
}

/** Whether `version` comes after `other`. */
export function isNewer(version: string, other: string): boolean {
  return valid(version) !== null && valid(other) !== null && gt(version, other);
}

const TITLES: { readonly [level in Level]: string } = { major: 'Breaking changes', minor: 'New, and compatible', patch: 'Changed' };

/** The section of a CHANGELOG for a version. */
export function changelogEntry(version: string, changes: readonly Change[]): string {
  const parts = [...ORDER].reverse().flatMap((level) => {
    const rows = changes.filter((change) => change.level === level).map(({ place, what }) => `- \`${place}\`: ${what}\n`);
    return rows.length === 0 ? [] : [`### ${TITLES[level]}\n\n${rows.join('')}`];
  });
  return `## ${version}\n\n${parts.join('\n')}`;
}

/** A CHANGELOG with an entry put before those it has. An entry of the same version is replaced. */
export function withEntry(changelog: string, version: string, entry: string): string {
  const sections = changelog.replaceAll('\r\n', '\n').split(/^(?=## )/m);
  const head = sections[0]?.startsWith('## ') === false && sections[0].trim() !== '' ? sections[0].trimEnd() : '# Changelog';
  const rest = sections.filter((section) => section.startsWith('## ') && section.split('\n')[0]?.trim() !== `## ${version}`);
  return `${[head, entry.trimEnd(), ...rest.map((section) => section.trimEnd())].join('\n\n')}\n`;
}
