/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { helper } from './helper.js';
import type { TicketsHooks } from '../generated/desk/src/hook-types.ts';
import type { Setting } from '../generated/desk/src/sync/settings.ts';
import type { Other } from '../generated/other/src/records/other.ts';

export const tickets = {
  filter: (ticket) => helper(ticket, z, readFile, import('lodash')) === ({} as Setting & Other),
} satisfies TicketsHooks;
