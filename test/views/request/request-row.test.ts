import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../../src/facts/fact.ts';
import { foldRequest, type RequestRow, requestOf } from '../../../src/views/request/request-row.ts';
import { everyFact, FREE_TEXT, factsOf } from '../../given/facts.ts';
import { carriesEveryMember } from '../../suites/carrying-fold.ts';

const fullest = (kind: string): RecordedFact => factsOf(kind, { id: 'req_1' })[0]!;
const after = (...kinds: readonly string[]): RequestRow =>
  kinds.map(fullest).reduce<RequestRow | undefined>(foldRequest, undefined)!;
const full: RequestRow = {
  ...after('request.received', 'request.fulfilled'),
  extendedDueAt: 1,
  ackDueAt: 2,
  pausedFrom: 'verified',
  deniedBy: 'act_1',
  deniedThrough: 'act_2',
  verifiedBy: ['act_3'],
  suspendedDueAt: 3,
  pauses: [{ why: 'identity', from: 4 }],
  noticeDueAt: 5,
  tasks: [
    {
      system: 'shop',
      name: 'Shop',
      kind: 'http',
      work: 'access',
      state: 'running',
      openedAt: 7,
      tries: 1,
      lease: 'fact_1',
    },
  ],
  told: [{ message: 'msg_1', template: 'request-received', at: 6 }],
};
const ends = ['request.denied', 'request.fulfilled', 'request.cancelled'];

describe('the row of a request', () => {
  carriesEveryMember<RequestRow>({
    fold: foldRequest,
    changedBy: {
      id: [],
      subject: [],
      kind: [],
      regimes: [],
      channel: [],
      openedBy: [],
      receivedAt: [],
      language: [],
      period: [],
      state: ['request.verified', 'request.paused', 'request.resumed', 'request.appealed', ...ends],
      verification: ['request.verified'],
      dueAt: ['request.extended', 'request.resumed', 'request.appealed'],
      extendedDueAt: ['request.extended', 'request.resumed', 'request.appealed'],
      suspendedDueAt: ['request.resumed', 'request.appealed'],
      pauses: ['request.paused', 'request.resumed'],
      extended: ['request.extended', 'request.appealed'],
      ackDueAt: ['request.appealed'],
      clock: ['request.appealed'],
      appealed: ['request.appealed'],
      pausedFrom: ['request.paused', 'request.resumed', 'request.denied', 'request.fulfilled', 'request.cancelled'],
      closedAt: ['request.appealed', ...ends],
      denialCode: ['request.denied', 'request.fulfilled'],
      deniedBy: ['request.denied'],
      deniedThrough: ['request.denied'],
      verifiedBy: ['request.verified'],
      treeSize: ['request.fulfilled'],
      treeLog: ['request.fulfilled'],
      stopped: ['request.fulfilled'],
      reviews: ['review.opened'],
      noticeDueAt: ['request.extended', 'request.appealed'],
      tasks: ['task.opened', 'task.moved', 'task.done'],
      told: ['message.written', 'message.sent', 'message.given-up', 'message.handed-over'],
    },
    begins: ['request.received', 'request.logged'],
    facts: everyFact(),
    full,
  });

  it('goes on after a pause as it was before, where the pause moved nothing', () => {
    const row = after('request.received', 'request.verified');
    const [paused, resumed] = [factsOf('request.paused')[1]!, factsOf('request.resumed')[1]!];
    expect(foldRequest(foldRequest(row, paused), resumed)).toEqual(row);
  });

  it('has no row where its beginning is gone, and stands alone as its minimal record', () => {
    const steps = everyFact().filter(({ kind }) => kind.startsWith('request.') && kind !== 'request.received');
    for (const fact of steps)
      expect([fact.kind, foldRequest(undefined, fact) !== undefined]).toEqual([
        fact.kind,
        fact.kind === 'request.logged',
      ]);
    expect(foldRequest(undefined, fullest('request.logged'))).not.toHaveProperty('subject');
  });

  it('belongs to the request that began it or that a step names', () => {
    const owners = everyFact().map((fact) => [fact.kind, requestOf(fact) !== undefined]);
    const asksForHuman = everyFact().map((fact) => fact.kind === 'review.opened' && fact.payload.request !== undefined);
    expect(owners).toEqual(
      owners.map(([kind], place) => [kind, /^(?:request|task)\./.test(String(kind)) || asksForHuman[place]]),
    );
    expect([fullest('request.received'), fullest('request.denied')].map(requestOf)).toEqual(['req_1', 'req_1']);
  });

  it('names the review of a contest that joined it, once, and no review of another request', () => {
    const opened = fullest('review.opened');
    if (opened.kind !== 'review.opened') throw new Error('no review');
    const joined = { ...opened, id: 'rev_joined', payload: { ...opened.payload, request: full.id } };
    const row = foldRequest(full, joined);
    expect(row?.reviews).toEqual([...(full.reviews ?? []), 'rev_joined']);
    expect(foldRequest(row, joined)).toBe(row);
    expect(foldRequest(full, { ...joined, payload: { ...opened.payload, request: 'req_other' } })).toBe(full);
  });

  it('keeps no word of the person or the officer', () => {
    for (const fact of everyFact()) expect(JSON.stringify(foldRequest(full, fact))).not.toContain(FREE_TEXT);
  });
});
