/**
 * Every kind of request in every regime: the clock, who may ask, how they are verified, what the answer must hold.
 * Flow:    clock.ts, denials.ts, rights.ts, commands → here → the rows in kinds/.
 * Promise: every kind in every regime has a rule: a dated row, or the named default of the regime; never silence.
 * Source:  docs/law.md 3.1, 3.2, 3.9.
 */
import type { RequestKind } from '../vocabulary/request.ts';
import { rowInForce } from './dated.ts';
import { californiaRows } from './kinds/california.ts';
import { defaultFor } from './kinds/defaults.ts';
import { elsewhereRows } from './kinds/elsewhere.ts';
import { europeRows } from './kinds/europe.ts';
import type { KindRow } from './kinds/row.ts';
import { hasPrivacyAct } from './kinds/us-acts.ts';
import { usNarrowRows } from './kinds/us-narrow.ts';
import { usStateRows } from './kinds/us-states.ts';
import { regimesToTry } from './regimes.ts';

export type { KindRow } from './kinds/row.ts';

const rows: readonly KindRow[] = [...europeRows, ...californiaRows, ...usStateRows, ...usNarrowRows, ...elsewhereRows];

const index = new Map<string, KindRow[]>();
for (const row of rows) {
  for (const kind of row.kinds) {
    for (const regime of row.regimes) {
      const key = `${kind} ${regime}`;
      index.set(key, [...(index.get(key) ?? []), row]);
    }
  }
}

/** The row of law for a kind in a regime on a day, or nothing where the regime has no rule for it. */
export function lawOf(kind: RequestKind, regime: string, day: string): KindRow | undefined {
  for (const code of regimesToTry(regime)) {
    const found = rowInForce(index.get(`${kind} ${code}`), day);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Open to everybody, also where a state has no privacy act of its own. */
const needsNoAct: ReadonlySet<RequestKind> = new Set(['consent-withdrawal', 'complaint']);

/** Does this regime give the person this right on that day? */
export const hasRight = (kind: RequestKind, regime: string, day: string): boolean =>
  lawOf(kind, regime, day)?.right === true && (needsNoAct.has(kind) || hasPrivacyAct(regime, day));

/** The row of law, else the documented default: what the regime asks for requests in general. */
export const rowFor = (kind: RequestKind, regime: string, day: string): KindRow =>
  lawOf(kind, regime, day) ?? { ...defaultFor(regime), kinds: [kind] };
