// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { AcmeRecordError, type ReadPosition } from '../errors.ts';
import { userJsonSchema } from '../json-schemas/user.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface User {
  readonly id: string;
}

/**
 * Returns `user` as a {@link User}: checked.
 *
 * @throws {@link AcmeRecordError} that names the field.
 */
export function decodeUser(user: unknown, place: ReadPosition): User {
  if (!isObject<keyof User>(user)) throw new AcmeRecordError(place, '', 'an object', user);
  if (typeof user.id !== 'string') throw new AcmeRecordError(place, 'id', 'a string', user.id);
  return user as User; // every field was checked above
}

/** What a {@link User} has beyond its declared fields: it passes as it came. */
export function extraUserFields({ id, ...extra }: User): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link User} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const userSchema: StandardSchema<User> = /* @__PURE__ */ standardSchema(decodeUser, 'user', userJsonSchema);
