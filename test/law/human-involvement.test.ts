import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { humanInvolvementOf, leastTime, type ReviewerWork, timeAlone } from '../../src/law/human-involvement.ts';
import { isSaidAgain, saysLittle, saysNothing } from '../../src/law/law.ts';

const reasons = 'The payslip of May shows more than the sum that was used.';
const full: ReviewerWork = {
  assigned: 'fact_a',
  training: [{ code: 'loans', at: 0, until: 10_000_000 }],
  authority: ['change-outcome'],
  trainingAsked: ['loans'],
  toSee: ['inputs', 'statement', 'file_1'],
  seen: ['inputs', 'statement', 'file_1'],
  viewed: { at: 1000, facts: ['fact_v', 'fact_w'] },
  noted: { at: 1000 + leastTime.toOwnView, facts: ['fact_n'] },
  concluded: { at: 1000 + leastTime.toConclusion, fact: 'fact_c', reasons },
};
/** What fits every case, in four languages. */
const emptyWords = (
  'looks good to me|looks good|looks fine|looks correct|everything is fine|everything ok' +
  '|no issues found|no issues|no objections|nothing to add|i agree with the ai system' +
  '|i agree with the ai|i agree with the system|agree with the ai|agree with the model' +
  '|agree with system|i agree|as per the model|as per policy|per policy|the ai is right' +
  '|the system is right|the model is right|decision confirmed|decision is correct|confirmed' +
  '|approved|reviewed|upheld|correct|see above|not applicable|lgtm|done|closed|fixed|answered' +
  '|fulfilled|completed|resolved|erledigt|fertig|beantwortet|fait|terminé|traité|hecho|listo' +
  '|resuelto|okay|ok|n a|sieht gut aus|alles in ordnung|in ordnung|keine einwände|stimme zu|geprüft' +
  '|bestätigt|siehe oben|tout est bon|rien à signaler|d accord|conforme|vérifié|confirmé' +
  '|voir ci dessus|todo correcto|todo bien|sin observaciones|de acuerdo|revisado|confirmado' +
  '|ver arriba'
).split('|');

const { viewed: _viewed, ...unseen } = full;
const { noted: _noted, ...unnoted } = full;

describe('whether a look of a human counts', () => {
  it('with all three limbs, each shown by facts', () => {
    expect(humanInvolvementOf(full)).toEqual({
      qualifies: true,
      limbs: { understands: true, analyses: true, mayChange: true },
      lacks: [],
      evidence: [
        { limb: 'understands', kind: 'review.assigned', id: 'fact_a' },
        { limb: 'analyses', kind: 'review.evidence-viewed', id: 'fact_v' },
        { limb: 'analyses', kind: 'review.evidence-viewed', id: 'fact_w' },
        { limb: 'analyses', kind: 'review.view-noted', id: 'fact_n' },
        { limb: 'analyses', kind: 'review.concluded', id: 'fact_c' },
        { limb: 'mayChange', kind: 'review.assigned', id: 'fact_a' },
      ],
    });
  });

  it.each<readonly [string, ReviewerWork]>([
    ['no-training', { ...full, training: [] }],
    ['no-training', { ...full, training: [{ code: 'first-aid', at: 0 }] }],
    ['no-training', { ...full, training: [{ code: 'loans', at: 0, until: 1000 }] }],
    ['no-training', { ...full, training: [{ code: 'loans', at: 10_000_000 }] }],
    ['evidence-not-viewed', unseen],
    ['not-everything-viewed', { ...full, seen: ['inputs', 'statement'] }],
    ['no-own-view', unnoted],
    ['too-fast', { ...full, noted: { at: 5000, facts: ['fact_n'] } }],
    ['too-fast', { ...full, concluded: { ...full.concluded, at: 5000 } }],
    ['empty-words', { ...full, concluded: { ...full.concluded, reasons: 'Approved.' } }],
    ['no-authority', { ...full, authority: ['deny-request'] }],
  ])('not where it lacks %s', (gap, work) => {
    const { qualifies, lacks, limbs, evidence } = humanInvolvementOf(work);
    expect([qualifies, lacks]).toEqual([false, [gap]]);
    for (const [limb, stands] of Object.entries(limbs))
      expect(evidence.some((each) => each.limb === limb)).toBe(stands);
  });

  it('a limb stands only with a fact that shows it, whatever the work', () => {
    const at = fc.nat({ max: 200_000 });
    const work = fc.record({
      training: fc.array(fc.record({ code: fc.constantFrom('loans', 'other'), at, until: at }), { maxLength: 2 }),
      authority: fc.subarray(['change-outcome', 'deny-request']),
      seen: fc.subarray(['inputs', 'statement', 'file_1']),
      concluded: fc.record({ at, fact: fc.constant('fact_c'), reasons: fc.constantFrom(reasons, 'ok', '') }),
    });
    fc.assert(
      fc.property(work, (made) => {
        const { qualifies, limbs, evidence, lacks } = humanInvolvementOf({ ...full, ...made });
        for (const limb of ['understands', 'analyses', 'mayChange'] as const)
          expect(evidence.some((each) => each.limb === limb)).toBe(limbs[limb]);
        expect(qualifies).toBe(lacks.length === 0);
      }),
    );
  });
});

describe('time that counts for another look already', () => {
  const time = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })).map(([from, more]) => ({ from, until: from + more }));

  it('counts once: what is left is every moment in which nothing else was looked at', () => {
    fc.assert(
      fc.property(time, fc.array(time, { maxLength: 5 }), ({ from, until }, elsewhere) => {
        let left = 0;
        for (let at = from; at < until; at += 1)
          if (!elsewhere.some((other) => other.from <= at && at < other.until)) left += 1;
        expect(timeAlone({ from, until }, elsewhere)).toBe(left);
      }),
      { numRuns: 500 },
    );
  });

  it('is no time for this one, and said as what it is', () => {
    const shared = { from: 500, until: 1000 + leastTime.toConclusion };
    expect(humanInvolvementOf({ ...full, countedElsewhere: [shared] }).lacks).toEqual(['time-shared']);
    const before = { from: 0, until: 1000 };
    expect(humanInvolvementOf({ ...full, countedElsewhere: [before] }).lacks).toEqual([]);
    // A look that was too short is called that, whatever else went on.
    const fast = { ...full, concluded: { ...full.concluded, at: 5000 }, countedElsewhere: [shared] };
    expect(humanInvolvementOf(fast).lacks).toEqual(['too-fast']);
  });

  it('a view noted by nobody, a result seen first and words said before are each told', () => {
    expect(humanInvolvementOf({ ...full, sawFirst: true }).lacks).toEqual(['saw-result-first']);
    expect(humanInvolvementOf({ ...full, sawFirst: false }).lacks).toEqual([]);
    expect(humanInvolvementOf({ ...full, repeats: true }).remarks).toEqual(['repeated-words']);
    expect(Object.keys(humanInvolvementOf({ ...full, repeats: false }))).not.toContain('remarks');
  });
});

describe('reasons that say nothing', () => {
  it.each(emptyWords)('“%s” fits every case: alone, or before words that do not', (phrase) => {
    expect(saysNothing(`${phrase.toUpperCase()}!`)).toBe(true);
    expect(saysNothing(`${phrase} payslip`)).toBe(false);
    // Three words of the case are too few, however many fit every case.
    expect(saysLittle(`${phrase}: the payslip contradicts. ${phrase}.`)).toBe(true);
    expect(saysLittle(`${phrase}: the payslip of May contradicts it.`)).toBe(false);
  });

  it('signs alone say nothing, and words said again are known by their words', () => {
    expect([saysNothing(''), saysNothing('…!?'), saysNothing('no')]).toEqual([true, true, false]);
    expect(isSaidAgain('The payslip, of May!', ['other', 'the PAYSLIP of  may'])).toBe(true);
    expect(isSaidAgain('The payslip of May', ['the payslip of', 'of May the payslip'])).toBe(false);
    expect([isSaidAgain('', ['']), isSaidAgain('…', ['!']), isSaidAgain('May', [])]).toEqual([false, false, false]);
  });

  it.each([
    '',
    'ok',
    'Looks good to me!',
    'Approved. Approved. Approved. Approved.',
    'I agree with the AI system, approved, no objections.',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'word word word word word word word',
    'Geprüft und in Ordnung, keine Einwände.',
    'Tout est bon, rien à signaler, conforme.',
    'Todo correcto, sin observaciones, revisado.',
  ])('%s', (text) => expect(saysLittle(text)).toBe(true));

  it.each([
    reasons,
    'I agree: two late payments in March are on record, and the statement does not explain them.',
    'Das Einkommen im Antrag stimmt nicht mit der Abrechnung vom Mai überein.',
    'Le revenu déclaré ne correspond pas au bulletin de mai.',
    'El ingreso declarado no coincide con la nómina de mayo.',
    '五月の給与明細では収入が申込書より高くなっています。',
  ])('and reasons that do: %s', (text) => expect(saysLittle(text)).toBe(false));
});
