// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { TicketsClientOptions } from './client.ts';
import type { Ticket } from './records/ticket.ts';
import type { Agent } from './records/agent.ts';
import type { Call } from './records/call.ts';

/** What the client was made with, its defaults filled in. */
export type HookOptions = TicketsClientOptions & { readonly view: string };

/** A request before it is sent. A hook changes it in place. */
export interface HookRequest {
  method: string;
  /** It has to stay at the API's own origin. */
  url: URL;
  headers: Headers;
  /** undefined: it has none. */
  body: string | undefined;
}

/** What a hook knows beside what it is given. */
export interface HookContext {
  readonly options: HookOptions;
  /** The name of the resource. */
  readonly resource: string;
  /** Counts from 1 in a read. */
  readonly page: number;
}

/** The answer that a page came in. */
export interface HookAnswer {
  /** What was asked for, without what signs it. */
  readonly url: URL;
  readonly headers: Headers;
}

/** A page, to say where the next one begins. */
export interface HookPage<Item, Position> {
  /** The parsed body of the answer. */
  readonly body: unknown;
  /** Its records, before filter and map. */
  readonly records: readonly Item[];
  /** Where this page began; undefined: at the start. */
  readonly position: Position | undefined;
}

/** Hooks that all resources share. */
export interface ClientHooks {
  /** Signs every request, after what the spec says of auth, unless its resource has one of its own. */
  readonly authenticate?: (request: HookRequest, context: HookContext) => void | Promise<void>;
}

/** The hooks that all resources share, and `src/hooks.ts` has. */
export interface ClientHookSet {
  readonly authenticate: (request: HookRequest) => void | Promise<void>;
}

/** What hooks of `GET /v2/tickets` know beside what they are given. */
export type TicketsHookContext = HookContext;

/** Where a page of `GET /v2/tickets` begins. */
export interface TicketsPosition {
  readonly cursor: string | number;
}

/** Hooks of `GET /v2/tickets`. */
export interface TicketsHooks {
  /** Changes each request before it is signed; of one that is tried again, each attempt. */
  readonly request?: (request: HookRequest, context: TicketsHookContext) => void | Promise<void>;
  /** Signs each request, after what the spec says of auth, in place of the one that all resources share. */
  readonly authenticate?: (request: HookRequest, context: TicketsHookContext) => void | Promise<void>;
  /** The records in the parsed body of an answer, in place of the selector; they are checked as all are. */
  readonly select?: (body: unknown, context: TicketsHookContext & HookAnswer) => readonly unknown[];
  /** Where the next page begins, or null after the last: in place of all that the paginator would look at. */
  readonly next?: (
    page: HookPage<Ticket, TicketsPosition>,
    context: TicketsHookContext & HookAnswer,
  ) => TicketsPosition | null;
  /** Whether a record is kept. */
  readonly filter?: (record: Ticket, context: TicketsHookContext) => boolean;
  /** What is read in place of a record; its type is what `list()` yields. */
  readonly map?: (record: Ticket, context: TicketsHookContext) => object;
}

/** Those of `GET /v2/tickets` that `src/hooks.ts` has. */
export interface TicketsHookSet<Mapped extends object> {
  readonly request: (request: HookRequest, context: TicketsHookContext) => void | Promise<void>;
  readonly select: (body: unknown) => readonly unknown[];
  readonly next: (page: HookPage<Ticket, TicketsPosition>) => TicketsPosition | null;
  readonly filter: (record: Ticket) => boolean;
  readonly map: (record: Ticket) => Mapped;
}

/** What hooks of `GET /v2/agents` know beside what they are given. */
export type AgentsHookContext = HookContext;

/** Hooks of `GET /v2/agents`. */
export interface AgentsHooks {
  /** Changes each request before it is signed; of one that is tried again, each attempt. */
  readonly request?: (request: HookRequest, context: AgentsHookContext) => void | Promise<void>;
  /** Signs each request, after what the spec says of auth, in place of the one that all resources share. */
  readonly authenticate?: (request: HookRequest, context: AgentsHookContext) => void | Promise<void>;
  /** The records in the parsed body of an answer, in place of the selector; they are checked as all are. */
  readonly select?: (body: unknown, context: AgentsHookContext & HookAnswer) => readonly unknown[];
  /** Whether a record is kept. */
  readonly filter?: (record: Agent, context: AgentsHookContext) => boolean;
  /** What is read in place of a record, of the same type: others count on its fields. */
  readonly map?: (record: Agent, context: AgentsHookContext) => Agent;
}

/** Those of `GET /v2/agents` that `src/hooks.ts` has. */
export interface AgentsHookSet {
  readonly filter: (record: Agent) => boolean;
  readonly map: (record: Agent) => Agent;
}

/** What hooks of `GET /v2/agents/{agents.id}/calls` know beside what they are given. */
export interface CallsHookContext extends HookContext {
  /** The record that this read is for. */
  readonly parent: Agent;
}

/** Where a page of `GET /v2/agents/{agents.id}/calls` begins. */
export interface CallsPosition {
  readonly number: number;
}

/** Hooks of `GET /v2/agents/{agents.id}/calls`. */
export interface CallsHooks {
  /** Changes each request before it is signed; of one that is tried again, each attempt. */
  readonly request?: (request: HookRequest, context: CallsHookContext) => void | Promise<void>;
  /** Signs each request, after what the spec says of auth, in place of the one that all resources share. */
  readonly authenticate?: (request: HookRequest, context: CallsHookContext) => void | Promise<void>;
  /** The records in the parsed body of an answer, in place of the selector; they are checked as all are. */
  readonly select?: (body: unknown, context: CallsHookContext & HookAnswer) => readonly unknown[];
  /** Where the next page begins, or null after the last: in place of all that the paginator would look at. */
  readonly next?: (page: HookPage<Call, CallsPosition>, context: CallsHookContext & HookAnswer) => CallsPosition | null;
  /** Whether a record is kept. */
  readonly filter?: (record: Call, context: CallsHookContext) => boolean;
  /** What is read in place of a record; its type is what `list()` yields. */
  readonly map?: (record: Call, context: CallsHookContext) => object;
}

/** Those of `GET /v2/agents/{agents.id}/calls` that `src/hooks.ts` has. */
export interface CallsHookSet {
  readonly authenticate: (request: HookRequest, context: CallsHookContext) => void | Promise<void>;
}
