/** Why one stream cannot be brought. Caught where streams are read one by one; the others go on. */
export class CannotSay extends Error {}

export function cannot(reason: string): never {
  throw new CannotSay(reason);
}
