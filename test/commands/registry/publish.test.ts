import { describe, expect, it } from 'vitest';
import { publishNotice, publishPurpose } from '../../../src/commands/registry/publish.ts';
import { resumeAiSystem, suspendAiSystem } from '../../../src/commands/registry/suspend.ts';
import type { DeclaredNotice, DeclaredPurpose } from '../../../src/facts/registry.ts';
import { isSameBody } from '../../../src/facts/same-body.ts';
import { callerOf, World } from '../../given/evaluation/world.ts';

const text = { en: 'Offers' };
const body: DeclaredPurpose = {
  name: text,
  description: text,
  kind: 'ai-inference',
  legalBasis: { EU: 'consent' },
  dataCategories: ['purchases'],
};
const officer = { caller: callerOf('officer', ''), at: Date.parse('2026-03-01T08:00:00.000Z') };
const publish = (world: World, more: Partial<DeclaredPurpose> = {}) =>
  world.run(publishPurpose, { key: 'offers', body: { ...body, ...more } as DeclaredPurpose }, officer);

describe('publishing', () => {
  it('a new body is a new version, shown exactly as it was published', () => {
    const world = new World();
    expect(publish(world)).toMatchObject({
      status: 201,
      body: { ...body, key: 'offers', version: 1, publishedAt: '2026-03-01T08:00:00.000Z' },
    });
    expect(publish(world, { retention: text })).toMatchObject({ status: 201, body: { version: 2 } });
  });

  it('the same body is the same version and records nothing, whatever the order of its members', () => {
    const world = new World();
    publish(world);
    const turned = Object.fromEntries(Object.entries(body).reverse()) as DeclaredPurpose;
    expect(world.run(publishPurpose, { key: 'offers', body: turned }, officer)).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(world.facts).toHaveLength(1);
  });

  it('an earlier body again is a new version, because the newest one counts', () => {
    const world = new World();
    publish(world);
    publish(world, { retention: text });
    expect(publish(world)).toMatchObject({ status: 201, body: { version: 3 } });
  });

  it.each([
    ['EU', 'opt-out'],
    ['UK', 'opt-out'],
    ['BR', 'opt-out'],
    ['CA-QC', 'opt-out'],
    ['EU', 'recognised-legitimate-interests'],
    ['US', 'recognised-legitimate-interests'],
  ] as const)('in %s %s is no legal basis', (regime, basis) => {
    expect(publish(new World(), { legalBasis: { [regime]: basis } })).toMatchObject({
      problem: 'basis-not-in-regime',
      errors: [{ pointer: `/legalBasis/${regime}` }],
    });
  });

  it('opting out is no basis for sensitive data where a state wants a yes', () => {
    expect(publish(new World(), { sensitive: true, legalBasis: { 'US-TX': 'opt-out' } })).toMatchObject({
      problem: 'basis-not-in-regime',
    });
  });

  it('an unknown body of law and an unknown exception are named with their place', () => {
    expect(publish(new World(), { legalBasis: { ZZ: 'consent' } })).toMatchObject({
      problem: 'validation-failed',
      errors: [{ pointer: '/legalBasis/ZZ' }],
    });
    // The edge knows the codes as well; whoever comes past it finds the same refusal.
    const exceptions = [{ regime: 'US-CA', code: 'because' as never, evidence: 'none' }];
    expect(publish(new World(), { optOutExceptions: exceptions })).toMatchObject({
      errors: [{ pointer: '/optOutExceptions/0/code' }],
    });
  });

  it('a law in which people would be refused is named', () => {
    expect(publish(new World('UK'))).toMatchObject({ body: { warnings: ['regimes-without-basis'] } });
    expect(publish(new World(), { legalBasis: { EU: 'consent', US: 'opt-out' }, sensitive: true })).toMatchObject({
      body: { warnings: ['regimes-without-basis'] },
    });
  });

  it.each([
    ['a new kind of data', { dataCategories: ['purchases', 'income'] }],
    ['a new kind of purpose', { kind: 'marketing' }],
    ['a new legal basis', { legalBasis: { EU: 'contract' } }],
    ['a legal basis in one more law', { legalBasis: { EU: 'consent', UK: 'contract' } }],
  ] as const)('%s is material whatever the publisher says', (_, change) => {
    const world = new World();
    publish(world);
    const done = publish(world, { ...change, material: false } as Partial<DeclaredPurpose>);
    expect(done).toMatchObject({ status: 201, body: { material: false, warnings: ['material-all-the-same'] } });
    expect(world.registry.purposes.get('offers')?.at(-1)?.material).toBe(true);
  });

  it('fewer kinds of data are not material where the publisher says so', () => {
    const world = new World();
    publish(world, { dataCategories: ['purchases', 'income'] });
    publish(world, { material: false });
    expect(world.registry.purposes.get('offers')?.at(-1)?.material).toBe(false);
  });

  it('a new third party makes a notice material', () => {
    const world = new World();
    const notice: DeclaredNotice = { title: text, body: text, purposes: ['offers'], controllers: ['We'] };
    const put = (more: Partial<DeclaredNotice>) =>
      world.run(publishNotice, { key: 'offers-notice', body: { ...notice, ...more } as DeclaredNotice }, officer);
    put({});
    expect(put({ controllers: ['We', 'They'], material: false })).toMatchObject({
      body: { warnings: ['unknown-purpose', 'material-all-the-same'] },
    });
  });

  it('only a published AI system can be stopped', () => {
    const world = new World();
    expect(world.run(suspendAiSystem, { key: 'chooser' }, officer)).toEqual({ problem: 'not-found' });
    expect(world.run(resumeAiSystem, { key: 'chooser' }, officer)).toEqual({ problem: 'not-found' });
  });
});

describe('two bodies are the same', () => {
  it('exactly where their canonical forms are', () => {
    expect(isSameBody({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(isSameBody({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(isSameBody({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isSameBody({ toString: 1 }, { a: 1 })).toBe(false);
    expect(isSameBody([], {})).toBe(false);
  });
});
