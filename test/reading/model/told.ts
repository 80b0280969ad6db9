/** What the API has told its reader in a run, which says what errors are due. */
export interface Told {
  /** Requests of the run. */
  asked: number;
  /** Requests of each partition. */
  readonly askedOf: Map<string, number>;
  /** The statuses of answers that were errors. */
  readonly refused: Set<number>;
  /** A position that was given out was refused on the first request of its partition; more than once of one partition. */
  forgotten: boolean;
  forgottenAgain: boolean;
  /** Children that were refused, with the status. */
  readonly children: Map<string, number>;
  /** The page before came again. */
  repeated: boolean;
  /** The most empty pages in a row. */
  empty: number;
  /** The same, with those of runs before that this one goes on with. */
  emptyInRead: number;
  /** The latest answer says that there is more. */
  more: boolean;
  /** The largest total. */
  total: number;
}

export function nothingTold(): Told {
  return {
    asked: 0,
    askedOf: new Map(),
    refused: new Set(),
    forgotten: false,
    forgottenAgain: false,
    children: new Map(),
    repeated: false,
    empty: 0,
    emptyInRead: 0,
    more: false,
    total: 0,
  };
}
