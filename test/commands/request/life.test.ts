import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { type RequestKind, type RequestState, requestKinds, requestSteps } from '../../../src/vocabulary/request.ts';
import { fake, known, officer, rowOf, selfOf, type Taken } from '../../given/request/fake-state.ts';

/** The declared edges, written down a second time. */
const edges: Record<RequestState, Partial<Record<Taken['step'], readonly RequestState[]>>> = {
  received: {
    verify: ['verified'],
    extend: ['received'],
    pause: ['paused'],
    deny: ['denied'],
    fulfil: ['fulfilled'],
    cancel: ['cancelled'],
  },
  verified: {
    verify: ['verified'],
    extend: ['verified'],
    pause: ['paused'],
    deny: ['denied'],
    fulfil: ['fulfilled'],
    cancel: ['cancelled'],
  },
  paused: { resume: ['received', 'verified'], extend: ['paused'], deny: ['denied'], cancel: ['cancelled'] },
  appealed: { extend: ['appealed'], deny: ['denied'], fulfil: ['fulfilled'], cancel: ['cancelled'] },
  denied: { appeal: ['appealed'] },
  fulfilled: {},
  cancelled: {},
};

const codes = [
  'art17-no-ground',
  'art12-6-identity-not-resolved',
  'us-exempt-data',
  'ca-exempt-145',
  'ca-fraud-belief',
  'reasonable',
  'reasonably-high',
  'identity',
  'clarification',
  'nonsense',
];
const turns = fc.array(
  fc.record(
    {
      step: fc.constantFrom(...requestSteps),
      reason: fc.constant('because'),
      code: fc.constantFrom(...codes),
      wait: fc.integer({ min: 0, max: 20 }),
      self: fc.boolean(),
    },
    { requiredKeys: ['step', 'wait', 'self'] },
  ),
  { minLength: 1, maxLength: 25 },
);
const DAY_MS = 86_400_000;
const handsOut: readonly RequestKind[] = ['access', 'erasure', 'ai-explanation'];

describe('whatever is tried, in whatever order', () => {
  it('a request moves only along its edges, every move is recorded, and its last day moves only by an extension, the end of a pause or a new appeal', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requestKinds),
        fc.subarray(['EU', 'UK', 'US-CO', 'US-CA', 'CA-QC'], { minLength: 1 }),
        fc.record({ bySelf: fc.boolean(), turns }),
        (kind, regimes, life) => {
          const house = fake({ 'customer:ada': known('sub_ada', regimes) });
          const self = selfOf('customer:ada');
          const opened = rowOf(
            house.open(life.bySelf ? { kind } : { kind, subject: 'customer:ada' }, life.bySelf ? self : officer),
          );
          let row = house.rows.get(opened.id) ?? opened;
          for (const { wait, self: asSelf, ...turn } of life.turns) {
            house.now += wait * DAY_MS;
            const recorded = house.facts.length;
            const answer = house.step({ request: row.id, ...turn }, asSelf ? self : officer);
            if (isProblem(answer)) {
              expect(house.facts.length).toBe(recorded);
              expect(house.rows.get(row.id)).toEqual(row);
              continue;
            }
            expect(house.facts.length).toBe(recorded + 1);
            expect(edges[row.state][turn.step]).toContain(answer.state);
            if (answer.dueAt !== row.dueAt) expect(['extend', 'resume', 'appeal']).toContain(turn.step);
            if (turn.step === 'resume') expect(answer.dueAt).toBeGreaterThanOrEqual(row.dueAt);
            if (turn.step === 'extend')
              expect([row.extended, answer.extended, house.now <= row.dueAt || row.state === 'paused']).toEqual([
                false,
                true,
                true,
              ]);
            if (turn.step === 'fulfil' && handsOut.includes(kind)) expect(row.verification).not.toBe('none');
            expect(answer.closedAt === undefined).toBe(
              ['received', 'verified', 'paused', 'appealed'].includes(answer.state),
            );
            expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
            row = answer;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
