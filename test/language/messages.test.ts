import { describe, expect, it } from 'vitest';
import { factSentence } from '../../src/language/fact-sentence.ts';
import { catalogues } from '../../src/language/messages/catalogues.ts';
import { en, type MessageKey } from '../../src/language/messages/en.ts';
import { explainReason } from '../../src/language/reasons.ts';
import { isMessageKey, say, sayParts, speaks } from '../../src/language/say.ts';
import { reasonCodes } from '../../src/vocabulary/reason.ts';
import { requestKinds, requestStates } from '../../src/vocabulary/request.ts';

const keys = Object.keys(en) as MessageKey[];
const forCustomers = keys.filter((key) => !key.endsWith('.officer') && !key.startsWith('word.'));

/** Keys whose text breaks a rule, so that a failure names them all. */
const offenders = (breaks: (text: string, key: string) => boolean): readonly string[] =>
  forCustomers.filter((key) => breaks(en[key], key));
/** What stays when placeholders and choices between words are taken out. */
const bare = (text: string): string =>
  text
    .replace(/\{\w+\}/g, 'x')
    .replace(/\{(\w+), (?:plural|select),/g, '')
    .replace(/[{}]/g, ' ');
/** Sentences and words of law are measured in test/language/plain/catalogues.test.ts, in every language. */
describe('the words customers read', () => {
  it('are no abbreviations but AI, the names that authorities go by and kinds of files', () => {
    expect(
      offenders(
        (text, key) =>
          !key.startsWith('complaint.') &&
          (bare(text).match(/\b[A-Z]{2,}\b/g) ?? []).some(
            (word) => !['AI', 'PDF', 'PNG', 'JPEG', 'CSV', 'JSON', 'ZIP', 'MB'].includes(word),
          ),
      ),
    ).toEqual([]);
  });

  it('explains each legal word in one place', () => {
    const terms = keys.filter((key) => key.endsWith('.term'));
    expect(terms.length).toBeGreaterThan(5);
    for (const term of terms) expect(isMessageKey(term.replace('.term', '.meaning'))).toBe(true);
  });
});

describe('the catalogue', () => {
  it('has two voices for every reason of the evaluation, and they differ', () => {
    for (const reason of reasonCodes) {
      const { customer, officer } = explainReason('en', reason);
      expect(customer).not.toContain('on record as');
      expect(officer).not.toBe(customer);
    }
  });

  it('has words for every kind and state of a request', () => {
    for (const kind of requestKinds)
      for (const part of ['title', 'why', 'how']) expect(isMessageKey(`right.${kind}.${part}`)).toBe(true);
    for (const state of requestStates) expect(isMessageKey(`request.state.${state}`)).toBe(true);
  });

  it('can format every one of its texts', () => {
    for (const key of keys) {
      const values = Object.fromEntries([...en[key].matchAll(/\{(\w+)/g)].map((match) => [match[1] ?? '', 2]));
      expect(say('en', key, values), key).not.toBe('');
    }
  });

  it('names in English no key that does not exist in English', () => {
    for (const catalogue of Object.values(catalogues))
      for (const key of Object.keys(catalogue)) expect(isMessageKey(key)).toBe(true);
  });
});

describe('saying', () => {
  it('counts like people do', () => {
    expect(say('en', 'use.flow.times', { count: 1 })).toBe('once');
    expect(say('en', 'use.flow.times', { count: 1204 })).toBe('1,204 times');
  });

  it('falls back to English and says so', () => {
    expect(speaks('en-GB')).toEqual({ language: 'en', fallback: false });
    expect(speaks('xx')).toEqual({ language: 'en', fallback: true });
    expect(say('xx', 'page.sign-out')).toBe('Sign out');
  });

  it('never lets a value turn into markup or another value', () => {
    expect(say('en', 'choice.agreed-on', { day: '<b>{x}</b>' })).toBe('You agreed on <b>{x}</b>');
    expect(sayParts('en', 'choice.agreed-on', { day: '<b>x</b>' })).toEqual([
      { text: 'You agreed on <b>x</b>', strong: false },
    ]);
  });

  it('marks the pieces that a page sets in bold', () => {
    expect(sayParts('en', 'use.summary.nothing', { span: 'Since May' })).toEqual([
      { text: 'Since May, ', strong: false },
      { text: 'no use of your data by AI was recorded', strong: true },
      { text: '.', strong: false },
    ]);
  });
});

describe('the sentence of a fact', () => {
  const nameOf = (_what: string, key: string): string => key.toUpperCase();

  it('says who did what', () => {
    expect(
      factSentence(
        'en',
        { kind: 'consent.given', payload: { v: 1, purpose: 'offers', givenBy: 'self', effect: 'consent' } },
        nameOf,
      ),
    ).toBe('You said yes to “OFFERS”.');
    expect(
      factSentence(
        'en',
        { kind: 'use.refused', payload: { v: 1, purpose: 'offers', aiSystem: 'recs', reason: 'withdrawn' } },
        nameOf,
      ),
    ).toBe('RECS asked for your data for “OFFERS” and was refused. You took back your agreement, so it has stopped.');
    expect(
      factSentence('en', { kind: 'limit.set', payload: { v: 1, kind: 'objection', purpose: 'offers' } }, nameOf),
    ).toBe('You objected: “OFFERS”.');
    expect(factSentence('en', { kind: 'request.received', payload: { v: 1, kind: 'access' } }, nameOf)).toBe(
      'You asked us: Get a copy.',
    );
    expect(
      factSentence(
        'en',
        { kind: 'look.recorded', payload: { v: 1, role: 'officer', reason: 'audit', what: 'ai-use' } },
        nameOf,
      ),
    ).toBe('our privacy team looked at your record. Reason: a check of our own work.');
  });

  it.each(['en', 'de', 'fr', 'es'])('says in %s that a message was sent only where it left', (language) => {
    const told = (channel: string): string =>
      factSentence(language, { kind: 'message.sent', payload: { v: 1, message: 'msg_1', channel, tries: 1 } }, nameOf);
    expect(told('email')).toMatch(/sent to you|verschickt|envoyé|envió/);
    expect(told('file')).toMatch(/folder|Ordner|dossier|carpeta/);
  });

  it('tells an erased entry as erased, and a kind from a later version by its own words', () => {
    expect(factSentence('en', { kind: 'use.allowed' }, nameOf)).toContain('deleted');
    expect(factSentence('en', { kind: 'weather.changed', payload: { v: 1 } }, nameOf)).toBe('Weather changed');
  });
});
