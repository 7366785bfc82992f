/**
 * Rules about properties against a second judge, which reads the promise of each part word by word, over random packs.
 * Source: decision 0082.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionsByPacks,
  allowedByPacks,
  type RulePack,
  type RuleQuestion,
  resourcesByPacks,
  subjectsByPacks,
} from '../../src/evaluation/property-rules.ts';

type Properties = Readonly<Record<string, unknown>>;
type Condition = NonNullable<RulePack['rules'][number]['when']>[number];

const value = fc.constantFrom<unknown>('x', 'y', 1, true, ['x', 'y'], ['y', {}], [], {}, null, undefined);
const properties = fc.option(
  fc.dictionary(fc.constantFrom('team', 'a.b', 'soft'), value, { maxKeys: 3, noNullPrototype: true }),
  { nil: undefined },
);
const thing = (types: readonly string[]) =>
  fc.record({ type: fc.constantFrom(...types), id: fc.constantFrom('a', 'b', 'c'), properties });
const who = thing(['user', 'robot']);
const what = thing(['file', 'door']);
const path = fc.constantFrom(
  ...['subject.id', 'subject.team', 'resource.team', 'resource.id', 'resource.a.b', 'action.soft', 'action.id'],
);
const plain = fc.constantFrom<string | number | boolean>('x', 'y', 'a', 1, true);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ that: path, is: plain }),
  fc.record({ that: path, isNot: plain }),
  fc.record({ that: path, sameAs: path }),
);
const deeds = ['read', 'open'] as const;
const rule = fc.record({
  actions: fc.uniqueArray(fc.constantFrom(...deeds), { minLength: 1 }),
  resource: fc.constantFrom('file', 'door'),
  when: fc.option(fc.array(condition, { maxLength: 2 }), { nil: undefined }),
});
const pack: fc.Arbitrary<RulePack> = fc.record({
  name: fc.constant('pack'),
  subjects: fc.array(who, { maxLength: 3 }),
  resources: fc.array(what, { maxLength: 3 }),
  unlisted: fc.option(fc.uniqueArray(fc.constantFrom('file', 'door')), { nil: undefined }),
  rules: fc.array(rule, { maxLength: 3 }),
});
const packs = fc.array(pack, { maxLength: 2 });
const question: fc.Arbitrary<RuleQuestion> = fc.record({
  subject: who,
  action: fc.record({ name: fc.constantFrom(...deeds, 'burn'), properties }),
  resource: what,
});

/** What stands under a name, as a list of texts, numbers and yes or no. */
function valuesAt(full: RuleQuestion, place: string): readonly unknown[] {
  const dot = place.indexOf('.');
  const [of, name] = [place.slice(0, dot), place.slice(dot + 1)];
  const about = full[of as keyof RuleQuestion];
  const isId = name === 'id' && of !== 'action' && 'id' in about;
  const found = isId ? about.id : ((about.properties ?? {}) as Properties)[name];
  const all = Array.isArray(found) ? found : [found];
  return all.filter((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean');
}

function isMet(when: Condition, full: RuleQuestion): boolean {
  const left = valuesAt(full, when.that);
  if ('is' in when) return left.some((each) => each === when.is);
  if ('isNot' in when) return left.every((each) => each !== when.isNot);
  return left.some((each) => valuesAt(full, when.sameAs).some((other) => other === each));
}

/** Yes, no, or nothing where the pack has not both types. */
function judge(one: RulePack, asked: RuleQuestion): boolean | undefined {
  const { subject, resource, action } = asked;
  const isOpen = (one.unlisted ?? []).includes(resource.type);
  const hasSubject = one.subjects.filter(({ type }) => type === subject.type).length > 0;
  const hasResource = one.resources.filter(({ type }) => type === resource.type).length > 0;
  if (!hasSubject || !(hasResource || isOpen)) return undefined;
  const stored = one.subjects.filter(({ type, id }) => type === subject.type && id === subject.id)[0];
  const listed = one.resources.filter(({ type, id }) => type === resource.type && id === resource.id)[0];
  if (stored === undefined || (listed === undefined && !isOpen)) return false;
  const full: RuleQuestion = {
    subject: { ...subject, properties: { ...stored.properties, ...subject.properties } },
    resource: { ...resource, properties: { ...listed?.properties, ...resource.properties } },
    action,
  };
  const fitting = one.rules.filter((each) => each.resource === resource.type && each.actions.includes(action.name));
  return fitting.filter(({ when }) => (when ?? []).filter((each) => !isMet(each, full)).length === 0).length > 0;
}

function judgedByAll(all: readonly RulePack[], asked: RuleQuestion): boolean | undefined {
  const said = all.map((each) => judge(each, asked)).filter((each) => each !== undefined);
  return said.length === 0 ? undefined : said.includes(true);
}

/** Each name once, sorted, of those that a pack which knows both types would let. */
function foundByAll(
  all: readonly RulePack[],
  names: (one: RulePack) => readonly string[],
  ask: (name: string) => RuleQuestion,
): readonly string[] | undefined {
  const knowing = all.filter((each) => judge(each, ask('')) !== undefined);
  if (knowing.length === 0) return undefined;
  const found = knowing.flatMap((each) => names(each).filter((name) => judge(each, ask(name)) === true));
  return [...new Set(found)].sort();
}

const RUNS = { numRuns: 3_000 };

describe('rules about properties, judged a second time', () => {
  it('allow and refuse the same, and say nothing about the same', () => {
    const seen = new Map<unknown, number>();
    let all = 0;
    fc.assert(
      fc.property(packs, question, (given, asked) => {
        const answer = allowedByPacks(given, asked);
        expect(answer).toBe(judgedByAll(given, asked));
        all += 1;
        seen.set(answer, (seen.get(answer) ?? 0) + 1);
      }),
      RUNS,
    );
    for (const each of [true, false, undefined]) expect(seen.get(each) ?? 0, String(each)).toBeGreaterThan(all / 50);
  });

  it('find the same people, things and deeds, each once and in order', () => {
    fc.assert(
      fc.property(packs, question, (given, asked) => {
        const { subject, resource, action } = asked;
        const only = (type: string, things: RulePack['subjects']) =>
          things.filter((each) => each.type === type).map(({ id }) => id);
        expect(subjectsByPacks(given, { ...asked, subject: { type: subject.type } })).toEqual(
          foundByAll(
            given,
            ({ subjects }) => only(subject.type, subjects),
            (id) => ({ subject: { type: subject.type, id }, resource, action }),
          ),
        );
        expect(resourcesByPacks(given, { ...asked, resource: { type: resource.type } })).toEqual(
          foundByAll(
            given,
            ({ resources }) => only(resource.type, resources),
            (id) => ({ subject, resource: { type: resource.type, id }, action }),
          ),
        );
        expect(actionsByPacks(given, { subject, resource })).toEqual(
          foundByAll(
            given,
            ({ rules }) => rules.flatMap(({ actions }) => actions),
            (name) => ({ subject, resource, action: { name } }),
          ),
        );
      }),
      RUNS,
    );
  });
});
