// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { BankRecordError, type ReadPosition } from '../errors.ts';
import { exactDecimal } from '../internal/exact-json.ts';
import { paymentJsonSchema } from '../json-schemas/payment.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export type Payment = PaymentCard | PaymentTransfer;

export interface PaymentCard {
  readonly id: string;
  /** An ISO 8601 instant. */
  readonly paid_at: string;
  /** How it was paid. */
  readonly method: 'card';
  readonly last4: string;
  /** A decimal number, with the digits it was sent with. */
  readonly amount: string | null;
  readonly risk?: number | null;
}

export interface PaymentTransfer {
  readonly id: string;
  /** An ISO 8601 instant. */
  readonly paid_at: string;
  /** How it was paid. */
  readonly method: 'transfer';
  readonly iban: string | null;
  /** A decimal number, with the digits it was sent with. */
  readonly amount: string | null;
  readonly risk: string | null;
  readonly lines: readonly PaymentTransferLine[] | null;
}

/** The fields of every {@link Payment}. */
export interface PaymentFields {
  readonly id: string;
  /** An ISO 8601 instant. */
  readonly paid_at: string;
  /** How it was paid. */
  readonly method: 'card' | 'transfer';
  readonly last4?: string | null;
  /** A decimal number, with the digits it was sent with. */
  readonly amount: string | null;
  readonly risk?: unknown;
  readonly iban?: string | null;
  readonly lines?: readonly PaymentTransferLine[] | null;
}

export interface PaymentTransferLine {
  readonly text: string | null;
}

/**
 * Returns `payment` as a {@link Payment}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link BankRecordError} that names the field.
 */
export function decodePayment(payment: unknown, place: ReadPosition): Payment {
  if (!isObject<keyof PaymentCard | keyof PaymentTransfer>(payment))
    throw new BankRecordError(place, '', 'an object', payment);
  switch (payment.method) {
    case 'card': {
      if (typeof payment.id !== 'string') throw new BankRecordError(place, 'id', 'a string', payment.id);
      if (typeof payment.paid_at !== 'string' || !INSTANT.test(payment.paid_at)) {
        throw new BankRecordError(place, 'paid_at', 'an ISO 8601 instant', payment.paid_at);
      }
      if (typeof payment.last4 !== 'string') throw new BankRecordError(place, 'last4', 'a string', payment.last4);
      payment.amount ??= null;
      if (payment.amount !== null) {
        const exactAmount = exactDecimal(payment, 'amount');
        if (exactAmount === undefined) {
          throw new BankRecordError(place, 'amount', 'a decimal number or null', payment.amount);
        }
        payment.amount = exactAmount;
      }
      if (payment.risk !== undefined && payment.risk !== null && !Number.isSafeInteger(payment.risk)) {
        throw new BankRecordError(place, 'risk', 'a safe integer or null', payment.risk);
      }
      break;
    }
    case 'transfer': {
      if (typeof payment.id !== 'string') throw new BankRecordError(place, 'id', 'a string', payment.id);
      if (typeof payment.paid_at !== 'string' || !INSTANT.test(payment.paid_at)) {
        throw new BankRecordError(place, 'paid_at', 'an ISO 8601 instant', payment.paid_at);
      }
      payment.iban ??= null;
      if (payment.iban !== null && typeof payment.iban !== 'string') {
        throw new BankRecordError(place, 'iban', 'a string or null', payment.iban);
      }
      payment.amount ??= null;
      if (payment.amount !== null) {
        const exactAmount = exactDecimal(payment, 'amount');
        if (exactAmount === undefined) {
          throw new BankRecordError(place, 'amount', 'a decimal number or null', payment.amount);
        }
        payment.amount = exactAmount;
      }
      payment.risk ??= null;
      if (payment.risk !== null && typeof payment.risk !== 'string') {
        throw new BankRecordError(place, 'risk', 'a string or null', payment.risk);
      }
      const lines = (payment.lines ??= null);
      if (lines !== null) {
        if (!Array.isArray(lines)) throw new BankRecordError(place, 'lines', 'an array or null', lines);
        for (let index2 = 0; index2 < lines.length; index2++) {
          const line: unknown = lines[index2];
          if (!isObject<keyof PaymentTransferLine>(line)) {
            throw new BankRecordError(place, `lines[${index2}]`, 'an object', line);
          }
          line.text ??= null;
          if (line.text !== null && typeof line.text !== 'string') {
            throw new BankRecordError(place, `lines[${index2}].text`, 'a string or null', line.text);
          }
        }
      }
      break;
    }
    default:
      throw new BankRecordError(place, 'method', '"card" | "transfer"', payment.method);
  }
  return payment as Payment; // every field was checked above
}

/** What a {@link Payment} has beyond its declared fields: it passes as it came. */
export function extraPaymentFields({
  id,
  paid_at,
  method,
  last4,
  amount,
  risk,
  iban,
  lines,
  ...extra
}: PaymentFields): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Payment} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const paymentSchema: StandardSchema<Payment> = /* @__PURE__ */ standardSchema(
  decodePayment,
  'payment',
  paymentJsonSchema,
);
