/**
 * One year in the life of the sample company: twenty people, what they chose, and every use of their data.
 * Flow:    company → here → lines of an import, oldest first.
 * Promise: nothing happens before it may: a use by consent comes after the consent and ends with the withdrawal.
 */
import type { Chance } from './chance.ts';
import type { SampleLine } from './register.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface Happening {
  readonly at: number;
  readonly line: SampleLine;
}

interface Person {
  readonly subject: string;
  readonly email: string;
  readonly regimes: readonly string[];
}

const names =
  'ada ben chloe dario elif finn greta hugo ines jonas kaja leo mila noor otto pia quinn rosa sami tess'.split(' ');
const regimesFor = (place: number): readonly string[] =>
  place % 7 === 5 ? ['US-CA'] : place % 5 === 3 ? ['UK'] : ['EU'];

export const people: readonly Person[] = names.map((name, place) => ({
  subject: `customer:${1001 + place}`,
  email: `email:${name}@example.org`,
  regimes: regimesFor(place),
}));

export const describedPeople = (): readonly SampleLine[] =>
  people.map(({ subject, email, regimes }) => ({
    kind: 'subject',
    subject,
    identifiers: [email],
    regimes,
    ageBand: 'adult',
    language: 'en',
  }));

const timeOf = (at: number): string => new Date(at).toISOString();

/** What somebody agreed to, and until when. Days are counted from the first day of the year. */
interface Agreed {
  readonly purpose: string;
  readonly from: number;
  readonly until?: number;
}

/** The first one is the person of the requests that the demo prints; the fourth one changed their mind. */
function agreedBy(place: number): readonly Agreed[] {
  if (place === 0)
    return [
      { purpose: 'support-drafts', from: 42 },
      { purpose: 'product-suggestions', from: 93 },
    ];
  if (place === 3)
    return [
      { purpose: 'product-suggestions', from: 30, until: 190 },
      { purpose: 'support-drafts', from: 12 },
    ];
  const some: readonly Agreed[] = [
    { purpose: 'support-drafts', from: 10 + place * 9 },
    { purpose: 'product-suggestions', from: 25 + place * 7 },
    { purpose: 'model-improvement', from: 60 + place * 3 },
  ];
  return some.filter((_, which) => (place + which) % 3 !== 0);
}

function choices(person: Person, agreed: readonly Agreed[], begin: number): readonly Happening[] {
  if (!person.regimes.some((regime) => regime === 'EU' || regime === 'UK')) return [];
  return agreed.flatMap(({ purpose, from, until }) => {
    const chosen = (state: string, day: number): Happening => {
      const at = begin + day * DAY + 9 * HOUR;
      return {
        at,
        line: {
          kind: 'consent',
          subject: person.subject,
          purpose,
          state,
          method: 'checkbox',
          language: 'en',
          occurredAt: timeOf(at),
        },
      };
    };
    return until === undefined ? [chosen('given', from)] : [chosen('given', from), chosen('withdrawn', until)];
  });
}

interface Habit {
  readonly aiSystem: string;
  readonly purpose: string;
  readonly categories: readonly (readonly string[])[];
  /** How often in a year without a break. */
  readonly often: number;
}

const habits: readonly Habit[] = [
  {
    aiSystem: 'fraud-check',
    purpose: 'fraud-prevention',
    categories: [['payments'], ['payments'], ['payments', 'device']],
    often: 118,
  },
  {
    aiSystem: 'suggestions',
    purpose: 'product-suggestions',
    categories: [['purchases'], ['purchases', 'account-details']],
    often: 71,
  },
  {
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    categories: [['messages'], ['messages', 'account-details']],
    often: 46,
  },
  { aiSystem: 'model-training', purpose: 'model-improvement', categories: [['messages']], often: 4 },
];

const byConsent = new Set(['product-suggestions', 'support-drafts', 'model-improvement']);

function uses(
  person: Person,
  agreed: readonly Agreed[],
  draw: { readonly chance: Chance; readonly begin: number; readonly share: number },
): readonly Happening[] {
  return habits.flatMap(({ aiSystem, purpose, categories, often }) => {
    const given = agreed.find((one) => one.purpose === purpose);
    if (byConsent.has(purpose) && given === undefined) return [];
    const from = byConsent.has(purpose) ? (given?.from ?? 0) + 1 : 0;
    const until = given?.until ?? 365;
    const count = Math.max(1, Math.round((often * draw.share * (until - from)) / 365));
    return Array.from({ length: count }, (): Happening => {
      const at = draw.begin + Math.floor((from + draw.chance.next() * (until - from - 1)) * DAY);
      const dataCategories = categories[draw.chance.below(categories.length)] ?? [];
      return {
        at,
        line: { kind: 'use', subject: person.subject, aiSystem, purpose, dataCategories, occurredAt: timeOf(at) },
      };
    });
  });
}

/** One objects to the fraud check, one sends the signal of their browser, one asks that nothing be used for a while. */
const limits = (begin: number): readonly Happening[] =>
  [
    {
      subject: 'customer:1007',
      limitKind: 'objection',
      purpose: 'fraud-prevention',
      day: 280,
      reason: 'I would rather be called.',
    },
    { subject: 'customer:1006', limitKind: 'opt-out-sale-share', source: 'gpc', day: 120 },
    {
      subject: 'customer:1012',
      limitKind: 'restriction',
      day: 340,
      reason: 'My address is wrong. Please do not use my data until it is right.',
    },
  ].map(({ day, ...limit }) => ({
    at: begin + day * DAY,
    line: { kind: 'limit', ...limit, state: 'set', occurredAt: timeOf(begin + day * DAY) },
  }));

export function year(begin: number, chance: Chance): readonly Happening[] {
  const lives = people.flatMap((person, place) => {
    const agreed = agreedBy(place);
    return [
      ...choices(person, agreed, begin),
      ...uses(person, agreed, { chance, begin, share: place === 0 ? 1 : 0.2 + chance.next() * 0.4 }),
    ];
  });
  return [...lives, ...limits(begin)];
}
