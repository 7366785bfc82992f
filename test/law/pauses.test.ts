/** Source: UK GDPR 12A(5), DPA 2018 s 54(3C), GDPR 12(6); docs/law.md 2.4; decision 0132. */
import { describe, expect, it } from 'vitest';
import { pauseMoves, pauseReasonsFor, regimeCodes } from '../../src/law/law.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';

const DAY = '2028-06-01';
/** A complaint has a clock of its own, and what stops at once never waits. */
const neverWaits: readonly string[] = ['complaint', 'objection-marketing', 'consent-withdrawal'];
/** Article 15, whole or in parts: the law gives time to ask what is meant for nothing else. */
const accessing: readonly string[] = ['access', 'access-categories', 'third-party-list', 'ai-explanation'];

describe('what may be awaited while a request is paused', () => {
  const cases = regimeCodes.flatMap((regime) => requestKinds.map((kind) => ({ regime, kind })));

  it('is what the law of the person has, for each kind of request under each law', () => {
    for (const { regime, kind } of cases) {
      const european = regime.startsWith('EU') && !neverWaits.includes(kind) ? ['identity'] : [];
      const british = regime === 'UK' && !neverWaits.includes(kind) ? ['identity', 'authority', 'fee'] : [];
      const asked = regime === 'UK' && accessing.includes(kind) ? ['clarification'] : [];
      const found = pauseReasonsFor({ kind, regimes: [regime], day: DAY });
      expect(found, `${kind} under ${regime}`).toEqual([...european, ...british, ...asked]);
    }
  });

  it.each(requestKinds)('%s in the United Kingdom: a clarification moves the last day of an access alone', (kind) => {
    const moved = pauseMoves({ kind, regimes: ['UK'], day: DAY }, 'clarification');
    expect(moved).toBe(accessing.includes(kind) ? 'not-counted' : 'stays');
  });
});
