/**
 * The shape of one ground for refusing, and how the tables write it.
 * Flow:    the tables beside it → here → denials.ts.
 * Promise: every ground has a reason that a person understands and a place in the law.
 * Source:  docs/law.md 3.4.
 */
import { defined } from '../../vocabulary/defined.ts';
import { type RequestKind, requestKinds } from '../../vocabulary/request.ts';
import type { Certainty, Dated } from '../dated.ts';

export interface Denial extends Dated {
  readonly code: string;
  /** Regimes it belongs to (and what falls under them); `*` is every regime. */
  readonly regimes: readonly string[];
  readonly except?: readonly string[];
  readonly appliesTo: readonly RequestKind[];
  /** A free text with the facts of the case is needed beside the code. */
  readonly needsText: boolean;
  /** Part of the answer can be withheld on this ground while the rest is given. */
  readonly partialOk: boolean;
  /** The ground is that we could not make sure who asked, so it can be used before the request is verified. */
  readonly aboutIdentity?: boolean;
  /** The ground is that the person did not answer what was asked, so it fits only while the request is paused. */
  readonly onlyPaused?: boolean;
  /** Fits only where the regime gives no such right. */
  readonly onlyWithoutRight?: boolean;
  /** One plain sentence for the person. */
  readonly reason: string;
}

interface Written {
  readonly regimes: readonly string[];
  readonly except?: readonly string[];
  readonly appliesTo: readonly RequestKind[];
  readonly text?: boolean;
  readonly partial?: boolean;
  readonly identity?: boolean;
  readonly paused?: boolean;
  readonly from?: string;
  readonly checked?: Certainty;
  readonly source: string;
  readonly reason: string;
}

export const ground = (code: string, row: Written): Denial => ({
  code,
  regimes: row.regimes,
  appliesTo: row.appliesTo,
  needsText: row.text ?? false,
  partialOk: row.partial ?? false,
  reason: row.reason,
  source: row.source,
  effectiveFrom: row.from ?? '2018-05-25',
  checked: row.checked ?? 'memory',
  ...defined({ except: row.except, aboutIdentity: row.identity, onlyPaused: row.paused }),
});

/** Withdrawing consent and objecting to marketing can never be refused. */
const absolute: ReadonlySet<RequestKind> = new Set(['consent-withdrawal', 'objection-marketing']);

export const refusable: readonly RequestKind[] = requestKinds.filter((kind) => !absolute.has(kind));
