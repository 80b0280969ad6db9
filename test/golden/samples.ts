import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { cli } from '../../generator/diagnostics/messages/cli.js';
import { fixtures } from '../../generator/diagnostics/messages/fixtures.js';
import { hooks } from '../../generator/diagnostics/messages/hooks.js';
import { imports } from '../../generator/diagnostics/messages/import.js';
import { init } from '../../generator/diagnostics/messages/init.js';
import { internal } from '../../generator/diagnostics/messages/internal.js';
import { io } from '../../generator/diagnostics/messages/io.js';
import { out } from '../../generator/diagnostics/messages/out.js';
import { record } from '../../generator/diagnostics/messages/record.js';
import { surface } from '../../generator/diagnostics/messages/surface.js';
import { yaml } from '../../generator/diagnostics/messages/yaml.js';

const NOWHERE = { start: 0, end: 0 };
const FOLDER = 'generated/acme';
const AGAIN = { spec: 'specs/acme.yaml', resource: 'users' };

/** One of each message that a spec alone does not cause: they are about commands, files and servers. */
export const SAMPLES: Readonly<Record<string, Readonly<Record<string, Diagnostic>>>> = {
  cli: {
    noCommand: cli.noCommand(),
    unknownCommand: cli.unknownCommand('genrate', ['generate', 'record']),
    unknownFlag: cli.unknownFlag('--chekc', ['--check', '--out']),
    repeatedFlag: cli.repeatedFlag('--out'),
    emptyValue: cli.emptyValue('--out'),
    missingValue: cli.missingValue('--out'),
    unknownValue: cli.unknownValue('--format', 'jsno', ['human', 'json']),
    number: cli.number('--pages', 1, 100),
    conflict: cli.conflict('--check', '--print-model'),
    usage: cli.usage('too many arguments'),
    missingFile: cli.missingFile('specs/anlytics.yaml', ['analytics.yaml', 'metrics.yaml']),
    noSpec: cli.noSpec('specs'),
    interrupted: cli.interrupted(),
  },
  fixtures: {
    missing: fixtures.missing('users'),
    secret: fixtures.secret('specs/acme/users.json', { at: 'exchanges[0].response.body.token', what: 'a token', sha256: 'c0ffee' }),
    leak: fixtures.leak('specs/acme/users.json'),
    tooLarge: fixtures.tooLarge('specs/acme/users.json', 10 * 1024 * 1024),
    unused: fixtures.unused('specs/acme/users.json', 2, AGAIN),
    stale: fixtures.stale('specs/acme/users.json', 'users page 2: there is no answer', AGAIN),
  },
  import: {
    unreadable: imports.unreadable('openapi.json', 'ENOENT'),
    notParsed: imports.notParsed('openapi.json', 'Unexpected token', ':3:7'),
    unknownKind: imports.unknownKind('notes.json', ['dlt', 'airbyte']),
    otherKind: imports.otherKind('notes.json', 'an OpenAPI document'),
    nothing: imports.nothing('manifest.yaml', 3),
    noneWanted: imports.noneWanted('repos/*'),
    exists: imports.exists('specs/acme.yaml'),
    noSpec: imports.noSpec('specs/acme.yaml'),
    noState: imports.noState('state.json'),
    nothingContinues: imports.nothingContinues(),
    dumperAlone: imports.dumperAlone(),
  },
  init: {
    exists: init.exists('specs/acme.yaml'),
    noRecords: init.noRecords('https://api.example.com/v1/users'),
    notJson: init.notJson('users.json'),
    failed: init.failed('https://api.example.com/v1/users', 'status 404'),
    unreadable: init.unreadable('users.json'),
    needsUrl: init.needsUrl('users.json'),
    otherOrigin: init.otherOrigin('https://a.example/users', 'https://b.example/users'),
    secretInUrl: init.secretInUrl('api_key'),
    badAuth: init.badAuth('magic'),
    badHeader: init.badHeader('Accept'),
    secretInHeader: init.secretInHeader('X-Api-Key'),
    badBody: init.badBody('{'),
    badName: init.badName('Acme Inc'),
  },
  hooks: {
    called: hooks.called(NOWHERE, 'select', 'Expected 1 arguments, but got 2.'),
    wholePage: hooks.wholePage(NOWHERE, 'body'),
    symlink: hooks.symlink('specs/acme.hooks.ts'),
    inferred: hooks.inferred({ start: 0, end: 0 }),
  },
  internal: {
    emittedCode: internal.emittedCode('src/client.ts', 12, "';' expected."),
    unexpected: internal.unexpected('TypeError: x is not a function'),
  },
  io: {
    isDirectory: io.isDirectory('specs', 'To generate all of them, give none.'),
    notAFile: io.notAFile('/dev/null'),
    unreadable: io.unreadable('specs/acme.yaml', 'EACCES'),
    fixtureSymlink: io.fixtureSymlink('specs/acme/users.json'),
  },
  out: {
    noParent: out.noParent('nowhere'),
    protected: out.protected(FOLDER, '.git'),
    symlink: out.symlink(FOLDER),
    notFolder: out.notFolder(FOLDER),
    journal: out.journal(`${FOLDER}/.tapwright/journal.json`),
    notEmpty: out.notEmpty(FOLDER),
    modified: out.modified(FOLDER, ['src/client.ts', 'README.md']),
    inTheWay: out.inTheWay(`${FOLDER}/src`),
    outside: out.outside('../evil.ts'),
    sameFolder: out.sameFolder('acme', ['specs/a.yaml', 'specs/b.yaml']),
    locked: out.locked(FOLDER, 4711, '.tapwright-lock'),
    noSpace: out.noSpace(FOLDER),
    notWritable: out.notWritable(FOLDER),
    failed: out.failed(FOLDER, 'EIO'),
    halfWritten: out.halfWritten(FOLDER, '.tapwright-old', 'EIO'),
    stale: out.stale(FOLDER, { stale: 1, missing: 2, extra: 0 }, 'npx tapwright generate specs/acme.yaml'),
  },
  record: {
    rotating: record.rotating(),
    missingSecret: record.missingSecret('ACME_API_KEY', false),
    badSecret: record.badSecret('ACME_API_KEY'),
    shortSecret: record.shortSecret('ACME_API_KEY', 8),
    missingConfig: record.missingConfig('ACME_SINCE', 'Read from then on.'),
    badConfig: record.badConfig('ACME_SINCE', 'datetime'),
    unknownResource: record.unknownResource('user', ['users', 'posts']),
    failed: record.failed('users', 'status 401'),
    unread: record.unread('users', 'the answer has a next link at next'),
    notReplayable: record.notReplayable('users', 'the paging ended early'),
    notAsAsked: record.notAsAsked('exports'),
    notOffered: record.notOffered('archived', 'KEPT_INCLUDE_ARCHIVED', 'true'),
    notWritten: record.notWritten('specs/acme/users.json', 'EACCES'),
    drifts: record.drifts('users', 3),
    har: record.har('session.har', 'is not a HAR file'),
  },
  surface: {
    unknownRevision: surface.unknownRevision('v0'),
    noCommit: surface.noCommit(),
    noRepository: surface.noRepository('HEAD'),
  },
  yaml: {
    tooLarge: yaml.tooLarge(2_000_000, 1_048_576),
    tooManyKeys: yaml.tooManyKeys(NOWHERE, 1000),
    tooManyNodes: yaml.tooManyNodes(NOWHERE, 100_000),
    tooManyAliases: yaml.tooManyAliases(NOWHERE, 1_000, 10_000),
    library: yaml.library(),
  },
};
