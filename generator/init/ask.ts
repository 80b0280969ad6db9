import type { Readable, Writable } from 'node:stream';
import type { ProposedSpec } from './propose.js';

/** A terminal with somebody at it. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Lets somebody confirm or change what is proposed; undefined when they would rather not. */
export async function ask(
  name: string,
  spec: ProposedSpec,
  terminal: Terminal,
): Promise<{ readonly name: string; readonly spec: ProposedSpec } | undefined> {
  const { text } = await import('@clack/prompts');
  const question = (message: string, initialValue: string, pattern: RegExp): Promise<string | symbol> =>
    text({
      message,
      initialValue,
      validate: (value) => (pattern.test(value ?? '') ? undefined : 'Letters, digits, "_" and "-", a letter first.'),
      ...terminal,
    });
  const chosen = await question('What is the connector called?', name, /^[a-z][a-z0-9_-]{0,63}$/);
  if (typeof chosen === 'symbol') return undefined;
  const resources = [];
  for (const resource of spec.resources) {
    const called = await question(`What is ${resource.path} called?`, resource.name, /^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
    if (typeof called === 'symbol') return undefined;
    const key = await text({
      message: `Which field tells ${called} apart? Several with commas; empty: none.`,
      initialValue: resource.primaryKey?.value.join(', ') ?? '',
      ...terminal,
    });
    if (typeof key === 'symbol') return undefined;
    const fields = (key ?? '').split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
    const isProposed = fields.join() === resource.primaryKey?.value.join();
    const primaryKey =
      fields.length === 0 ? undefined : isProposed ? resource.primaryKey : { value: fields, reason: 'as you say', sure: true };
    resources.push({ ...resource, name: called, primaryKey });
  }
  return { name: chosen, spec: { ...spec, resources } };
}
