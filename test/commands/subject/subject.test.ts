import { describe, expect, it } from 'vitest';
import { describeSubject } from '../../../src/commands/subject/describe-subject.ts';
import { returnSubject } from '../../../src/commands/subject/return-subject.ts';
import { callerOf, World } from '../../given/evaluation/world.ts';
import { ADA } from '../../suites/evaluation-cases/kit.ts';

const officer = { caller: callerOf('officer', ''), at: 1_000 };
const put = (world: World, more: object = {}, subject = ADA) =>
  world.run(describeSubject, { subject, ...more }, officer);

describe('describing a person', () => {
  it('makes them known, and the same state again records nothing', () => {
    const world = new World();
    const state = { regimes: ['EU-DE'], ageBand: 'adult', language: 'de', identifiers: ['email:ada@example.org'] };
    expect(put(world, state)).toMatchObject({
      status: 201,
      body: { ...state, identifiers: [ADA, 'email:ada@example.org'], assumptions: [] },
    });
    expect(put(world, state)).toMatchObject({ status: 200, body: { regimes: ['EU-DE'] } });
    expect(world.facts.map(({ kind }) => kind)).toEqual(['subject.linked', 'subject.linked', 'subject.described']);
  });
  it('replaces the description as a whole and never takes an identifier away', () => {
    const world = new World();
    put(world, { regimes: ['UK'], ageBand: '13-15', identifiers: ['phone:+4930123456'] });
    expect(put(world, { language: 'en' })).toMatchObject({
      body: {
        regimes: ['EU'],
        ageBand: null,
        language: 'en',
        identifiers: [ADA, 'phone:+4930123456'],
        assumptions: ['default-regime', 'age-unknown'],
      },
    });
  });
  it('refuses an unknown law, an end without an age band, and a pseudonym that nobody bears', () => {
    expect(put(new World(), { regimes: ['EU', 'XX'] })).toMatchObject({
      problem: 'validation-failed',
      errors: [{ pointer: '/regimes/1' }],
    });
    expect(put(new World(), { ageBandUntil: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      problem: 'validation-failed',
    });
    expect(put(new World(), {}, 'sub_01h455vb4pex5vsknk084sn02q')).toEqual({ problem: 'not-found' });
  });
  it('refuses an identifier of somebody else', () => {
    const world = new World();
    put(world);
    expect(put(world, { identifiers: [ADA] }, 'customer:bob')).toEqual({ problem: 'identifier-taken' });
  });
});

describe('coming back after an erasure, as staff record it', () => {
  const returned = { how: 'a new contract', occurredAt: new Date(3_000).toISOString() };
  const back = (world: World, by: 'officer' | 'service', more: object = {}) =>
    world.run(
      returnSubject,
      { subject: ADA, returned: { ...returned, ...more } },
      { caller: callerOf(by, ''), at: 4_000 },
    );
  const erasedWorld = () => {
    const world = new World();
    put(world);
    world.erase(ADA, 2_000);
    return world;
  };
  it('gives a new pseudonym, once', () => {
    const world = erasedWorld();
    const before = world.facts[0]?.subject;
    expect(back(world, 'officer')).toMatchObject({
      status: 201,
      body: { subject: expect.not.stringContaining(before ?? '-'), identifiers: [ADA] },
    });
    expect(back(world, 'officer')).toMatchObject({ status: 200 });
  });
  it('is for staff, and only for what happened after the erasure', () => {
    expect(back(erasedWorld(), 'service')).toMatchObject({ problem: 'insufficient-scope' });
    expect(back(erasedWorld(), 'officer', { occurredAt: new Date(1_500).toISOString() })).toMatchObject({
      problem: 'validation-failed',
    });
    expect(back(new World(), 'officer')).toEqual({ problem: 'not-found' });
  });
});
