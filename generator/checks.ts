import { spec } from './diagnostics/messages/spec.js';
import { parseTemplate } from './placeholder.js';
import type { Check } from './shape.js';
import { exampleUrl, urlTemplate } from './url-template.js';

/** A name that becomes identifiers and files: `[A-Za-z][A-Za-z0-9_-]{0,127}` and not one of a few that break things. */
export const checkName: Check<string> = (name, span, reading) => {
  if (RESERVED_NAMES.has(name) || DEVICE_NAMES.test(name)) {
    const why =
      name === 'then'
        ? '"then" would make the client a thenable: awaiting it would never settle'
        : RESERVED_NAMES.has(name)
          ? `"${name}" is reserved`
          : `"${name}" is a device on Windows, where no file can have that name`;
    reading.report(spec.pattern(span, 'spec/reserved-name', why, 'Pick another name.'));
    return false;
  }
  if (/^[A-Za-z][A-Za-z0-9_-]{0,127}$/.test(name)) return true;
  const hint = /^[0-9]/.test(name) ? 'A name starts with a letter.' : 'Names match [A-Za-z][A-Za-z0-9_-]{0,127}.';
  reading.report(spec.pattern(span, 'spec/name', 'not a name', hint));
  return false;
};

/** The connector's own name: lower case, as it is also a folder and a package. */
export const checkConnectorName: Check<string> = (name, span, reading) => {
  if (/^[a-z][a-z0-9_-]{0,63}$/.test(name) && !RESERVED_NAMES.has(name) && !DEVICE_NAMES.test(name)) return true;
  reading.report(
    spec.pattern(
      span,
      'spec/package-name',
      'not a connector name',
      'Names match [a-z][a-z0-9_-]{0,63}: they are folders and packages too.',
    ),
  );
  return false;
};

/** Names that npm has for itself, and modules of Node.js, which it takes for no new package. */
const TAKEN_BY_NPM = new Set(
  (
    'node_modules favicon.ico assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
    'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder ' +
    'sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);

export const checkPackageName: Check<string> = (name, span, reading) => {
  if (TAKEN_BY_NPM.has(name)) {
    reading.report(
      spec.pattern(span, 'spec/package-name', `npm takes no package of the name ${name}`, 'Give it a scope, such as "@acme/…".'),
    );
    return false;
  }
  if (/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= 214 && !/\.\./.test(name)) return true;
  reading.report(
    spec.pattern(
      span,
      'spec/package-name',
      'not an npm package name',
      'Lower case letters, digits, "-", "." and "_", with an optional "@scope/".',
    ),
  );
  return false;
};

export const checkVersion: Check<string> = (version, span, reading) => {
  if (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(version)) return true;
  reading.report(spec.pattern(span, 'spec/version', 'not a version', 'Write major.minor.patch: 1.0.0.'));
  return false;
};

export const checkHeaderName: Check<string> = (name, span, reading) => {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) reading.report(spec.pattern(span, 'spec/header-name', 'not an HTTP header name'));
  else if (TRANSPORT_HEADERS.test(name))
    reading.report(spec.pattern(span, 'spec/header-name', `"${name}" is set by the transport, it cannot be chosen`));
  else return true;
  return false;
};

export const checkHeaderValue: Check<string> = (value, span, reading) => {
  if (/^[\x20-\x7e]*$/.test(value) && value === value.trim()) return true;
  reading.report(spec.pattern(span, 'spec/header-value', 'header values are printable ASCII, on one line and without spaces around'));
  return false;
};

const MAX_URL = 2000;

/** An absolute http(s) URL without credentials, query or fragment. */
export const checkUrl: Check<string> = (value, span, reading) => {
  if (value.length > MAX_URL) {
    reading.report(spec.pattern(span, 'spec/url', `a URL has at most ${MAX_URL} characters`));
    return false;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(value)) {
    reading.report(spec.pattern(span, 'spec/url', 'not an absolute http or https URL'));
  } else if (url.username !== '' || url.password !== '') {
    reading.report(spec.secret(span, 'spec/url-credentials', 'credentials in a URL', 'Use client.auth.'));
  } else if (value.includes('?') || value.includes('#')) {
    reading.report(spec.pattern(span, 'spec/url', 'a base URL has no query and no fragment', 'Put fixed parameters under params.'));
  } else return true;
  return false;
};

/** Scheme, host and port, and nothing else: `https://storage.example.com`. */
export const checkOrigin: Check<string> = (value, span, reading) => {
  if (!checkUrl(value, span, reading)) return false;
  if (new URL(value).pathname === '/') return true;
  reading.report(spec.pattern(span, 'spec/url', 'an origin has no path', `Write "${new URL(value).origin}".`));
  return false;
};

/** The same as `checkUrl`, with options of the caller in it: `https://{config.domain}.example.com`. Which options there are is checked in `model/build`. */
export const checkUrlTemplate: Check<string> = (value, span, reading) => {
  const parsed = parseTemplate(value);
  if (!parsed.ok) {
    reading.report(spec.pattern(span, 'spec/placeholder', parsed.message, parsed.hint));
    return false;
  }
  if (parsed.template.every((part) => typeof part === 'string')) return checkUrl(value, span, reading);
  const template = urlTemplate(parsed.template);
  if (template !== undefined) return checkUrl(exampleUrl(template), span, reading);
  reading.report(
    spec.pattern(
      span,
      'spec/placeholder',
      'a URL may hold options of the caller, and nothing else',
      'Write https://{config.domain}.example.com, or {config.url}/v1 where the option is the whole URL.',
    ),
  );
  return false;
};

/** Refuses what looks like a placeholder and is none. What placeholders name is checked against the whole spec in `model/build`. */
export const checkTemplate: Check<string> = (value, span, reading) => {
  const parsed = parseTemplate(value);
  if (!parsed.ok) reading.report(spec.pattern(span, 'spec/placeholder', parsed.message, parsed.hint));
  return parsed.ok;
};

/** In a spec a secret is only ever the name of an environment variable: `${ANALYTICS_API_KEY}`. */
/** The name of an option where no text is around it: `config.region`, with braces or without. */
export const checkOptionName: Check<string> = (value, span, reading) => {
  if (/^(config\.[A-Za-z][A-Za-z0-9_-]*|\{config\.[A-Za-z][A-Za-z0-9_-]*\})$/.test(value)) return true;
  reading.report(spec.pattern(span, 'spec/placeholder', 'not the name of an option', 'Write config.name.'));
  return false;
};

export const checkSecret: Check<string> = (value, span, reading) => {
  const named = /^\$\{(.*)\}$/s.exec(value);
  if (named === null) {
    reading.report(
      spec.secret(
        span,
        'spec/secret-literal',
        'a secret stands in the spec',
        'Leave it out: the caller passes it, or name an environment variable: ${NAME}.',
      ),
    );
    return false;
  }
  if (/^[A-Z_][A-Z0-9_]*$/.test(named[1] ?? '')) return true;
  reading.report(spec.pattern(span, 'spec/env-name', 'not the name of an environment variable', 'Names match [A-Z_][A-Z0-9_]*.'));
  return false;
};

/** Headers that `fetch` sets itself, or that change how a message is read. */
const TRANSPORT_HEADERS = /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

const RESERVED_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'then',
  'catch',
  'finally',
  'toJSON',
  'default',
]);

const DEVICE_NAMES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
