import { describe, expect, it } from 'vitest';
import { minimalRecord } from '../../../src/views/request/minimal-record.ts';
import { foldRequest, type RequestRow } from '../../../src/views/request/request-row.ts';
import { showRequest } from '../../../src/views/request/request-shown.ts';
import { aFact, factsOf } from '../../given/facts.ts';

const row = (...kinds: readonly string[]): RequestRow =>
  kinds.map((kind) => factsOf(kind, { id: 'req_1' })[0]!).reduce<RequestRow | undefined>(foldRequest, undefined)!;

describe('the record of a request that stays by law', () => {
  it('says how it ended and nothing about whose it was', () => {
    const denied = minimalRecord(row('request.received', 'request.denied'), 5);
    expect(denied).toMatchObject({ request: 'req_1', outcome: 'denied', denialCode: 'excessive' });
    expect(JSON.stringify(denied)).not.toMatch(/sub_|openedBy/);
  });

  it('ends a request that was open by the erasure', () => {
    expect(minimalRecord(row('request.received'), 5)).toMatchObject({
      outcome: 'cancelled',
      closedAt: '1970-01-01T00:00:00.005Z',
    });
  });

  it('folds back into a row that says the same', () => {
    const before = row('request.received', 'request.denied');
    const record = minimalRecord(before, 5);
    const after = foldRequest(undefined, aFact('request.logged', record))!;
    expect(minimalRecord(after, 9)).toEqual(record);
    const { subject, ackDueAt, acknowledgedAt, language, period, verification, stopped, reviews, ...shown } =
      showRequest(before);
    expect(showRequest(after)).toMatchObject(shown);
  });
});
