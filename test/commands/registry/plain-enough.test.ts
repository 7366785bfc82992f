import { describe, expect, it } from 'vitest';
import { publishAiSystem, publishNotice, publishPurpose } from '../../../src/commands/registry/publish.ts';
import { callerOf, World } from '../../given/evaluation/world.ts';

const officer = { caller: callerOf('officer', ''), at: Date.parse('2026-03-01T08:00:00.000Z') };
const name = { en: 'Offers' };
const purpose = (more: object = {}) => ({
  name,
  description: name,
  kind: 'ai-inference',
  legalBasis: { EU: 'consent' },
  dataCategories: ['purchases'],
  ...more,
});
const notice = (more: object = {}) => ({
  title: name,
  body: { en: 'May we choose offers for you?' },
  purposes: ['offers'],
  ...more,
});
const aiSystem = (more: object = {}) => ({ name, purposes: ['offers'], dataCategories: ['purchases'], ...more });
const reason = { plainLanguageOverride: { reason: 'The authority prescribes this sentence.' } };
const generic = { description: { en: 'All is well. We use it to improve our services.' } };

const put = {
  purpose: (world: World, more?: object) =>
    world.run(publishPurpose, { key: 'offers', body: purpose(more) as never }, officer),
  notice: (world: World, more?: object) =>
    world.run(publishNotice, { key: 'offers-notice', body: notice(more) as never }, officer),
  aiSystem: (world: World, more?: object) =>
    world.run(publishAiSystem, { key: 'chooser', body: aiSystem(more) as never }, officer),
};

describe('a text for people that is not plain enough', () => {
  it('is refused with the member, the language, the sentence, the reason and a way to mend it', () => {
    const world = new World();
    expect(put.purpose(world, generic)).toEqual({
      problem: 'not-plain-enough',
      errors: [
        {
          pointer: '/description/en',
          code: 'generic-purpose',
          message:
            'Sentence 2: “improve our services” could mean anything, so it names no purpose. (“We use it to improve our services.”)',
          fix: 'Say what is done and for whom, for example “to answer your messages faster”.',
        },
      ],
    });
    expect(world.facts).toEqual([]);
  });

  it.each([
    ['purpose', { legitimateInterest: { interest: { de: 'Zwecks Sicherheit.' } } }, '/legitimateInterest/interest/de'],
    ['purpose', { retention: { fr: 'Conformément à la loi.' } }, '/retention/fr'],
    ['notice', { body: { en: 'Yes?', es: 'Asimismo, sí.' } }, '/body/es'],
    ['notice', { title: { en: 'Pursuant to this' } }, '/title/en'],
    [
      'aiSystem',
      { humanOversight: { mode: 'before-effect', description: { en: 'A person shall look.' } } },
      '/humanOversight/description/en',
    ],
    ['aiSystem', { supportGuide: { sayThis: { en: 'Hereby we say no.' } } }, '/supportGuide/sayThis/en'],
    [
      'aiSystem',
      { reasonCatalogue: { reasons: [{ code: 'a-against', text: { en: 'Your {value} is utilised.' } }] } },
      '/reasonCatalogue/reasons/0/text/en',
    ],
    ['aiSystem', { decisionTypes: [{ en: 'Loans' }, { en: 'Commencement of loans' }] }, '/decisionTypes/1/en'],
    [
      'aiSystem',
      { evaluations: [{ what: 'accuracy', done: true, result: { en: 'Solely right.' } }] },
      '/evaluations/0/result/en',
    ],
    ['aiSystem', { trainingUse: { used: false, description: { en: 'Not herein.' } } }, '/trainingUse/description/en'],
  ] as const)('is found wherever a person would read it: %s %j', (area, more, pointer) => {
    expect(put[area](new World(), more)).toMatchObject({ problem: 'not-plain-enough', errors: [{ pointer }] });
  });

  it('may stand where nobody but officers reads it', () => {
    const evidence = [{ regime: 'US-CA', code: 'human-appeal', evidence: 'Pursuant to the file.' }];
    expect(put.purpose(new World(), { optOutExceptions: evidence })).toMatchObject({ status: 201 });
    expect(
      put.aiSystem(new World(), { provider: 'Hereby Processing Controllers Ltd', incidentContact: 'Shall' }),
    ).toMatchObject({ status: 201 });
  });

  it('is published with an override, and the fact says why, what was said against it, and who did it', () => {
    const world = new World();
    expect(put.purpose(world, { ...generic, ...reason })).toMatchObject({
      status: 201,
      body: {
        ...reason,
        warnings: ['not-plain-enough'],
        plainLanguage: {
          overriddenBy: { id: 'act_officer', role: 'officer' },
          findings: [{ pointer: '/description/en', measure: 'generic-purpose', sentence: 2, value: 1, limit: 0 }],
        },
      },
    });
    expect(world.facts[0]).toMatchObject({
      actor: { role: 'officer' },
      payload: { ...reason, notPlain: [{ measure: 'generic-purpose' }] },
    });
  });

  it('is the same version when it is sent again with the same override', () => {
    const world = new World();
    put.purpose(world, { ...generic, ...reason });
    expect(put.purpose(world, { ...generic, ...reason })).toMatchObject({
      status: 200,
      body: { version: 1, plainLanguage: { overriddenBy: { role: 'officer' } } },
    });
    expect(world.facts).toHaveLength(1);
  });

  it('is mended in the next version, which no longer shows an override', () => {
    const world = new World();
    put.purpose(world, { ...generic, ...reason });
    const mended = put.purpose(world);
    expect(mended).toMatchObject({ status: 201, body: { version: 2 } });
    expect((mended as { body: object }).body).not.toHaveProperty('plainLanguage');
  });
});

describe('a plain text', () => {
  it('needs no override, and one that is given overrides nothing', () => {
    const world = new World();
    const done = put.notice(world, reason);
    expect(done).toMatchObject({ status: 201, body: { warnings: ['unknown-purpose'] } });
    expect((done as { body: object }).body).not.toHaveProperty('plainLanguage');
  });

  it('in a language without measures is published, and the answer says so', () => {
    expect(put.notice(new World(), { title: { pl: 'Pytanie' } })).toMatchObject({
      status: 201,
      body: { warnings: ['unknown-purpose', 'language-not-measured'] },
    });
  });
});
