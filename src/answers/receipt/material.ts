/**
 * What a receipt is made from: the recorded choice, and everything as it stood when the choice was recorded.
 * Flow:    ask.ts → here (types) → document.ts, receipt-shown.ts.
 * Promise: what nobody stated or published is absent here and therefore in the receipt.
 * Source:  ISO/IEC TS 27560:2023; docs/design.md 5 and 8.1.
 */
import type { AiSystem, Notice, Purpose, Recipient } from '../../evaluation/registry.ts';
import type { FactOf, Instant } from '../../facts/fact.ts';
import type { Right } from '../../law/law.ts';
import type { HouseSettings } from '../../ports/reads.ts';
import type { LegalBasis } from '../../vocabulary/basis.ts';

export type ChoiceFact = FactOf<'consent.given' | 'consent.refused' | 'consent.withdrawn'>;

export interface ReceiptMaterial {
  readonly fact: ChoiceFact;
  /** The version that was asked about. */
  readonly purpose: Purpose;
  readonly bases: readonly { readonly regime: string; readonly basis: LegalBasis }[];
  /** Those the choice covers. */
  readonly categories: readonly string[];
  readonly notice?: Notice;
  readonly systems: readonly AiSystem[];
  readonly recipients: readonly Recipient[];
  readonly rights: readonly Right[];
  /** The no that ended this consent later. */
  readonly ended?: ChoiceFact;
  readonly settings: HouseSettings;
  readonly issuedAt: Instant;
}
