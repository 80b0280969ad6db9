// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { BankClient } from '../../client.ts';
import type { PaymentFields } from '../../records/payment.ts';
import type { PaymentsSplit, PaymentsState } from '../../resources/payments.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';
import { instant, utc } from '../times.ts';

/** The table 'payments'. */
export const paymentsTable: Table = {
  name: 'payments',
  description: '',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'paid_at', 'method', 'last4', 'amount', 'risk', 'iban', 'lines'],
  kinds: ['text', 'instant', 'text', 'text', 'decimal', 'json', 'text', 'json'],
  messages: { fields: { paid_at: utc } },
  streamSchema: 'schemas/streams/payments.json',
  postgres: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" text NOT NULL,
    "paid_at" timestamptz,
    "method" text,
    "last4" text,
    "amount" numeric,
    "risk" jsonb,
    "iban" text,
    "lines" jsonb,
    PRIMARY KEY ("id")
  )`,
    stage: `
  CREATE TEMP TABLE "_sync_rows" (
    "id" text,
    "paid_at" timestamptz,
    "method" text,
    "last4" text,
    "amount" numeric,
    "risk" jsonb,
    "iban" text,
    "lines" jsonb
  ) ON COMMIT DROP`,
    write: (table) => `
  INSERT INTO ${table} ("id", "paid_at", "method", "last4", "amount", "risk", "iban", "lines")
  SELECT
    "id",
    "paid_at",
    "method",
    "last4",
    "amount",
    "risk",
    "iban",
    "lines"
  FROM pg_temp."_sync_rows"
  ON CONFLICT ("id") DO UPDATE SET
    "paid_at" = EXCLUDED."paid_at",
    "method" = EXCLUDED."method",
    "last4" = EXCLUDED."last4",
    "amount" = EXCLUDED."amount",
    "risk" = EXCLUDED."risk",
    "iban" = EXCLUDED."iban",
    "lines" = EXCLUDED."lines"`,
  },
  sqlite: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" TEXT NOT NULL,
    "paid_at" TEXT,
    "method" TEXT,
    "last4" TEXT,
    "amount" TEXT,
    "risk" TEXT,
    "iban" TEXT,
    "lines" TEXT,
    PRIMARY KEY ("id")
  ) STRICT`,
    write: (table) => `
  INSERT INTO ${table} ("id", "paid_at", "method", "last4", "amount", "risk", "iban", "lines")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT ("id") DO UPDATE SET
    "paid_at" = EXCLUDED."paid_at",
    "method" = EXCLUDED."method",
    "last4" = EXCLUDED."last4",
    "amount" = EXCLUDED."amount",
    "risk" = EXCLUDED."risk",
    "iban" = EXCLUDED."iban",
    "lines" = EXCLUDED."lines"`,
  },
  splits: (client, { units }) => client.payments.splits({ units }),
  pages,
};

async function* pages(client: BankClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as PaymentsState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.payments.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
    split: options.split as PaymentsSplit | undefined,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(payment: PaymentFields): Row {
  return [
    payment.id,
    instant(payment.paid_at),
    payment.method,
    payment.last4 ?? null,
    payment.amount,
    jsonText(payment.risk),
    payment.iban ?? null,
    jsonText(payment.lines),
  ];
}
