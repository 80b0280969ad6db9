import type { JsonValue } from '../../shape.js';

/** An expression of Jinja, as far as manifests use it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'name'; readonly name: string }
  /** `a.b`, `a['b']`, `a[-1]` */
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'slice'; readonly of: Expression; readonly from: Expression | undefined; readonly to: Expression | undefined }
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly args: readonly Expression[];
      readonly named: readonly (readonly [string, Expression])[];
    }
  | { readonly kind: 'filter'; readonly name: string; readonly of: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'test'; readonly name: string; readonly of: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly then: Expression; readonly otherwise: Expression | undefined }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[] };

/** A template: texts, and expressions in double braces. */
export type Template = readonly (string | Expression)[];

/** A template that cannot be read: with statements, or not Jinja at all. */
export interface Unread {
  readonly reason: string;
}
