import type { Span } from '../../text/span.ts';

export type IdentifierKind =
  | 'web'
  | 'email'
  | 'handle'
  | 'ip'
  | 'phone'
  | 'coordinates'
  | 'iban'
  | 'wallet'
  | 'hash'
  | 'plate'
  | 'ship';

/** A string that names its bearer by itself; `value` is the same for every way of writing it. */
export interface Identifier extends Span {
  readonly kind: IdentifierKind;
  readonly value: string;
}
