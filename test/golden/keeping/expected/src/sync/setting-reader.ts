// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { SyncError } from './destination.ts';
import { secrets } from './output.ts';

/** Something that the client needs and its user supplies. */
export interface Setting {
  /** As the spec and JSON configurations call it. */
  readonly name: string;
  /** The environment variable that holds it. */
  readonly env: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly required: boolean;
  /** Whether it must never be shown. */
  readonly secret: boolean;
  /** What it is when it is left out, if that is not nothing. */
  readonly default?: string | number | boolean;
}

/** Where settings come from: the environment, where everything is text, or a JSON configuration. */
export interface SettingSource {
  get(setting: Setting): unknown;
  /** What messages call a setting. */
  nameOf(setting: Setting): string;
}

/** Settings from environment variables. An empty one counts as left out. */
export function fromEnvironment(env: Readonly<Record<string, string | undefined>>): SettingSource {
  return { get: (setting) => env[setting.env] || undefined, nameOf: (setting) => setting.env };
}

/** Settings from a JSON object. */
export function fromConfig(config: Readonly<Record<string, unknown>>): SettingSource {
  return { get: (setting) => config[setting.name] ?? undefined, nameOf: (setting) => setting.name };
}

/** Reads settings, and remembers what is wrong with them: one message names everything. */
export class SettingReader {
  readonly #settings: readonly Setting[];
  readonly #source: SettingSource;
  readonly #problems: string[] = [];

  constructor(settings: readonly Setting[], source: SettingSource) {
    this.#settings = settings;
    this.#source = source;
    for (const setting of settings) {
      const value = setting.secret ? source.get(setting) : undefined;
      if (typeof value === 'string') secrets.add(setting.name, value);
    }
  }

  has(name: string): boolean {
    return this.#source.get(this.#setting(name)) !== undefined;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name, '');
  }

  optionalText(name: string): string | undefined {
    const value = this.#source.get(this.#setting(name));
    return value === undefined || typeof value === 'string' ? value : this.#wrong(name, 'a text', undefined);
  }

  number(name: string): number {
    return this.optionalNumber(name) ?? this.#missing(name, 0);
  }

  optionalNumber(name: string): number | undefined {
    const { type } = this.#setting(name);
    const value = this.#source.get(this.#setting(name));
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const fits = type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
    return typeof number === 'number' && fits
      ? number
      : this.#wrong(name, type === 'integer' ? 'a whole number' : 'a number', 0);
  }

  boolean(name: string): boolean {
    return this.optionalBoolean(name) ?? this.#missing(name, false);
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.#source.get(this.#setting(name));
    if (value === undefined || typeof value === 'boolean') return value;
    return value === 'true' || value === 'false' ? value === 'true' : this.#wrong(name, 'true or false', false);
  }

  /** Throws when something was missing or wrong. */
  check(): void {
    if (this.#problems.length > 0) throw new SyncError('usage', this.#problems.join('\n'));
  }

  #setting(name: string): Setting {
    const setting = this.#settings.find((each) => each.name === name);
    if (setting === undefined) throw new TypeError(`there is no setting ${name}`);
    return setting;
  }

  #missing<Value>(name: string, instead: Value): Value {
    const setting = this.#setting(name);
    if (!this.has(name)) this.#problems.push(`${this.#source.nameOf(setting)} is not set: ${setting.description}`);
    return instead;
  }

  #wrong<Value>(name: string, expected: string, instead: Value): Value {
    this.#problems.push(`${this.#source.nameOf(this.#setting(name))}: expected ${expected}`);
    return instead;
  }
}
