/** What an erasure asks of the registry: who may hold something, what law keeps, what is held. Source: GDPR 17, 19. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { standingHolds, withoutHold } from '../../src/evaluation/holds.ts';
import { keepsByLaw } from '../../src/evaluation/keeps.ts';
import { emptyStanding } from '../../src/evaluation/person.ts';
import { recipientsIn } from '../../src/evaluation/recipients.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';
import { World } from '../given/evaluation/world.ts';
import { moment, olga, said } from '../suites/decided/kit.ts';

const at = (day: number): number => Date.parse(moment(day));

function published() {
  const world = new World();
  const publish = (kind: string, key: string, body: object): void => {
    const done = world.run(commands.get(kind)!, { key, body }, { caller: olga, at: at(0) });
    if (isProblem(done)) throw new Error(`${key}: ${JSON.stringify(done)}`);
  };
  const purpose = (key: string, legalBasis: object, more: object = {}): void =>
    publish('purpose.publish', key, {
      name: said(key),
      description: said('We use it.'),
      kind: 'ai-inference',
      legalBasis,
      dataCategories: ['purchases'],
      ...more,
    });
  const owed = { EU: 'legal-obligation', UK: 'contract' };
  purpose('books', owed, { retentionPeriod: 'P10D' });
  purpose('endless', owed);
  purpose('agreed', { EU: 'contract' }, { retentionPeriod: 'P10D' });
  publish('recipient.publish', 'bank', { name: said('A Bank'), kind: 'processor' });
  publish('recipient.publish', 'printer', { name: said('A Printer'), kind: 'processor', purposes: ['books'] });
  publish('recipient.publish', 'poster', { name: said('A Poster'), kind: 'processor', purposes: ['agreed'] });
  const system = (key: string, more: object): void =>
    publish('ai-system.publish', key, { name: said(key), purposes: ['books'], dataCategories: ['purchases'], ...more });
  system('scorer', { provider: 'Maker Inc', recipients: ['poster', 'unheard-of'] });
  system('scorer', { provider: ' maker inc', role: 'deployer', recipients: [] });
  system('sorter', { provider: 'MAKER INC', role: 'deployer' });
  system('banker', { provider: ' a bank ' });
  system('own', { provider: 'Ourselves', role: 'provider' });
  system('plain', {});
  return world.registry;
}
const registry = published();
const got = (systems: readonly string[], purposes: readonly string[]) =>
  recipientsIn({ systems: new Set(systems), purposes: new Set(purposes) }, registry);

describe('who may hold something of a person', () => {
  const bank = { recipient: 'bank', name: said('A Bank') };
  const poster = { recipient: 'poster', name: said('A Poster') };
  const printer = { recipient: 'printer', name: said('A Printer') };

  it('is whoever names no purpose, and whoever names one that was used', () => {
    expect(got([], [])).toEqual([bank]);
    expect(got([], ['books'])).toEqual([bank, printer]);
    expect(got([], ['agreed', 'books'])).toEqual([bank, poster, printer]);
  });

  it('is whom any version of an AI system that was used names, each once, published or not', () => {
    expect(got(['plain'], [])).toEqual([bank]);
    const maker = { recipient: 'Maker Inc', providerOf: ['scorer'] };
    expect(got(['scorer', 'nobody'], ['agreed'])).toEqual([bank, poster, { recipient: 'unheard-of' }, maker]);
  });

  it('is the provider of each AI system, once, but not where it is named already or is ourselves', () => {
    expect(got(['sorter', 'scorer', 'own', 'banker'], []).slice(3)).toEqual([
      { recipient: 'Maker Inc', providerOf: ['scorer', 'sorter'] },
    ]);
  });
});

describe('what law keeps of somebody who is erased', () => {
  const keeps = (regimes: readonly string[], now: number, uses: readonly (readonly [string, number])[]) =>
    keepsByLaw({ ...emptyStanding, regimes }, registry, {
      now: at(now),
      defaultRegime: 'EU',
      lastUsed: new Map(uses.map(([key, day]) => [key, at(day)])),
    });
  const books = { purpose: 'books', code: 'legal-obligation', until: at(11) };

  it('is what a duty under a law of the person keeps, from the last use on and until it ends', () => {
    expect(keeps(['EU'], 2, [['books', 1]])).toEqual([books]);
    expect(keeps([], 2, [['books', 1]])).toEqual([books]);
    expect(keeps(['UK', 'EU'], 2, [['books', 1]])).toEqual([books]);
    expect(keeps(['UK'], 2, [['books', 1]])).toEqual([]);
    expect(keeps(['EU'], 10.999, [['books', 1]])).toEqual([books]);
    expect(keeps(['EU'], 11, [['books', 1]])).toEqual([]);
  });

  it('is nothing of a purpose without a term, without a duty, or that nobody published', () => {
    for (const key of ['endless', 'agreed', 'nobody']) expect(keeps(['EU'], 2, [[key, 1]])).toEqual([]);
    expect(
      keeps(['EU'], 2, [
        ['agreed', 1],
        ['books', 1],
      ]),
    ).toEqual([books]);
  });
});

describe('a hold', () => {
  const hold = (until?: number) =>
    ({
      items: [{ kind: 'uses' }],
      ground: 'legal-obligation',
      at: at(0),
      ...(until === undefined ? {} : { until: at(until) }),
    }) as const;
  const standing = { ...emptyStanding, holds: { a: hold(), b: hold(5) } };

  it('stands until its last day has come, or for as long as nobody lifts it', () => {
    const ids = (day: number) => standingHolds(standing, at(day)).map(({ id }) => id);
    expect([ids(1), ids(4.999), ids(5), ids(500)]).toEqual([['a', 'b'], ['a', 'b'], ['a'], ['a']]);
    expect(standingHolds(standing, at(1))).toEqual([
      { id: 'a', ...hold() },
      { id: 'b', ...hold(5) },
    ]);
    expect(standingHolds(emptyStanding, at(1))).toEqual([]);
  });

  it('is taken away alone', () => {
    expect(withoutHold(standing, 'a')).toEqual({ ...emptyStanding, holds: { b: hold(5) } });
    expect(withoutHold(emptyStanding, 'a')).toEqual({ ...emptyStanding, holds: {} });
  });
});
