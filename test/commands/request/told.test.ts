import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/commands/command.ts';
import { type Occasion, type RequestEvent, toldAt, toldOf } from '../../../src/commands/request/told.ts';
import { stepsFrom, transitions } from '../../../src/commands/request/transitions.ts';
import type { NewFact } from '../../../src/facts/fact.ts';
import { denialCodesFor, levelsFor, pauseReasonsFor, regimeCodes } from '../../../src/law/law.ts';
import type { RequestRow } from '../../../src/views/request/request-row.ts';
import { messageTemplates } from '../../../src/vocabulary/message.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import {
  type RequestKind,
  type RequestState,
  type RequestStep,
  requestKinds,
} from '../../../src/vocabulary/request.ts';
import { saysNo } from '../../../src/vocabulary/request-limits.ts';
import { type Fake, fake, known, officer, rowOf, selfOf } from '../../given/request/fake-state.ts';

const second: Caller = { ...officer, actor: { id: 'staff_omar', role: 'officer' } };
const self = selfOf('customer:ada');
const agent: Caller = { principal: 'agency', actor: { id: 'agent_1', role: 'agent' }, scopes: ['agent'] };
const DAY = '2027-02-10';
/** One Member State stands for all: the kinds of requests and their steps are the same in each. */
const regimes = regimeCodes.filter((code) => !code.startsWith('EU-') || code === 'EU-DE');

const houseOf = (regime: string): Fake => {
  const ada = known('sub_ada', [regime]);
  const house = fake({ 'customer:ada': ada, sub_ada: ada });
  house.now = Date.parse(`${DAY}T10:00:00.000Z`);
  return house;
};

/** What a step needs so that law allows it here, or nothing where no law does. */
function inputFor(row: RequestRow, step: RequestStep): object | undefined {
  const { kind, regimes, state } = row;
  const asked = { kind, regimes, day: DAY };
  if (step === 'verify') return { level: levelsFor(asked).at(-1) };
  if (step === 'pause')
    return pauseReasonsFor(asked)[0] === undefined ? undefined : { code: pauseReasonsFor(asked)[0] };
  if (step === 'extend') return row.extendedDueAt === undefined || row.extended ? undefined : {};
  if (step === 'deny') {
    const code = denialCodesFor(asked).find((each) => state === 'paused' || !each.includes('no-clarification'));
    return code === undefined ? undefined : { code };
  }
  if (step === 'fulfil' && kind === 'rectification') return { rectified: [{ what: 'Street', to: 'Elm', told: [] }] };
  return {};
}

const templatesIn = (facts: readonly NewFact[]): readonly string[] =>
  facts.flatMap((fact) => (fact.kind === 'message.written' ? [fact.payload.template] : []));

/** One step as far as law allows it, with what was written. */
function take(
  house: Fake,
  row: RequestRow,
  step: RequestStep,
): { row: RequestRow; written: readonly string[] } | undefined {
  const more = inputFor(row, step);
  if (more === undefined) return undefined;
  const before = house.facts.length;
  const by = row.state === 'appealed' ? second : officer;
  const reason = 'We looked in all four systems for it.';
  const done = house.step({ request: row.id, step, reason, ...more }, step === 'appeal' ? self : by);
  return isProblem(done) ? undefined : { row: done, written: templatesIn(house.facts.slice(before)) };
}

const occasionOf = ({ kind, reviews = [], ackDueAt, channel }: RequestRow, lifts: boolean): Occasion => ({
  kind,
  hasReviews: reviews.length > 0,
  owesReceipt: ackDueAt !== undefined && channel !== 'self',
  lifts,
});

/** The ways to each state, so that every edge is walked. */
const waysTo: Readonly<Record<RequestState, readonly RequestStep[]>> = {
  received: [],
  verified: ['verify'],
  paused: ['verify', 'pause'],
  denied: ['verify', 'deny'],
  appealed: ['verify', 'deny', 'appeal'],
  fulfilled: ['verify', 'fulfil'],
  cancelled: ['cancel'],
};
const states = Object.keys(transitions) as RequestState[];
const edges = states.flatMap((state) => stepsFrom(state).map((step) => [state, step] as const));

function opened(house: Fake, kind: RequestKind, by: Caller): RequestRow {
  const mandate = { by: 'Ada', evidence: 'Letter of 1 February', verified: 'agent-signed' } as const;
  const input = by === self ? { kind } : { kind, subject: 'customer:ada', ...(by === agent ? { mandate } : {}) };
  return rowOf(house.open(input, by));
}

describe('every step of every kind of request', () => {
  it.each(requestKinds)('%s: is told the person, under every law, or it stands there why not', (kind) => {
    const taken = new Set<string>();
    for (const regime of regimes)
      for (const [state, step] of edges) {
        const house = houseOf(regime);
        const first = opened(house, kind, state === 'received' ? self : officer);
        let row: RequestRow | undefined = first;
        for (const way of waysTo[state]) row = row === undefined ? undefined : take(house, row, way)?.row;
        if (row?.state !== state) continue;
        const done = take(house, row, step);
        if (done === undefined) continue;
        taken.add(`${state} ${step}`);
        const lifts = done.written.includes('limit-lifted');
        const told = toldOf(step, occasionOf(done.row, lifts));
        const due = 'message' in told ? [told.message] : [];
        // An erasure is fulfilled by erasing, which is no step of this kind.
        expect(done.written, `${regime} ${state} ${step}`).toEqual(lifts ? ['limit-lifted'] : due);
        expect(templatesIn(house.facts)[0], regime).toBe('request-received');
      }
    // Some law allows each step of most kinds; these every law knows. What a limit needs to be confirmed is not here.
    const always = ['received cancel', 'received verify', ...(saysNo(kind) ? [] : ['verified fulfil'])];
    for (const edge of always) expect([...taken]).toContain(edge);
  });

  it('has one row that always fits, at the end, and gives a reason where it is silent', () => {
    for (const [event, rows] of Object.entries(toldAt)) {
      expect(
        rows.map(({ when }) => when === undefined),
        event,
      ).toEqual(rows.map((_row, place) => place === rows.length - 1));
      for (const row of rows) {
        if ('message' in row) expect(messageTemplates).toContain(row.message);
        else expect(row.silent.split(' ').length, row.silent).toBeGreaterThan(6);
      }
    }
    const events: readonly RequestEvent[] = ['receive', ...new Set(edges.map(([, step]) => step))];
    expect(Object.keys(toldAt).sort()).toEqual([...events].sort());
  });
});

describe('what is written', () => {
  const written = (house: Fake) =>
    house.facts.flatMap((fact) => (fact.kind === 'message.written' ? [fact.payload] : []));

  it('to somebody for whom an agent asked says so', () => {
    const house = houseOf('EU');
    opened(house, 'access', agent);
    expect(written(house)[0]?.text).toContain('somebody sent us this request for you');
  });

  it.each([
    ['UK', 'identity', 'starts on the day on which we have it'],
    ['UK', 'clarification', 'The days in which we wait for you do not count.'],
    ['EU-DE', 'identity', 'The day does not move: we answer by 10 March 2027.'],
  ])('of a question under %s (%s) says what it does to the time', (regime, code, words) => {
    const house = houseOf(regime);
    const row = opened(house, 'access', officer);
    rowOf(house.step({ request: row.id, step: 'pause', reason: 'Which account?', code }));
    expect(written(house).at(-1)).toMatchObject({ template: 'request-paused' });
    expect(written(house).at(-1)?.text).toContain(words);
    house.now += 5 * 86_400_000;
    const due = rowOf(house.step({ request: row.id, step: 'resume', reason: 'It came.' })).dueAt;
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(due);
    expect(written(house).at(-1)?.text).toContain(`We answer by ${day}.`);
  });

  it('names the day as it is where the controller counts its days, and not the next one', () => {
    const house = houseOf('US-CA');
    const row = opened(house, 'access', self);
    expect(new Date(row.dueAt).toISOString()).toBe('2027-03-27T22:59:59.999Z');
    expect(written(house)[0]?.text).toContain('we answer by 27 March 2027');
  });

  it('of a refusal gives the ground, its place in the law, the words, the appeal and the authority', () => {
    const house = houseOf('US-CO');
    const row = opened(house, 'erasure', self);
    rowOf(house.step({ request: row.id, step: 'deny', code: 'us-exempt-data', reason: 'Bank data.' }));
    const { text = '' } = written(house).at(-1) ?? {};
    for (const part of [
      'We have to say no',
      'The rule behind it:',
      'Bank data.',
      'You can appeal to us',
      'Attorney General',
    ])
      expect(text).toContain(part);
    rowOf(house.step({ request: row.id, step: 'appeal' }, self));
    rowOf(house.step({ request: row.id, step: 'deny', code: 'us-exempt-data', reason: 'Still.' }, second));
    const again = written(house).at(-1)?.text ?? '';
    expect(again).toContain('The answer stays no.');
    expect(again).not.toContain('You can appeal to us');
  });

  it('in the language of the request where it has one, else in that of the person', () => {
    const ada = { ...known('sub_ada', ['EU']), standing: { ...known('sub_ada', ['EU']).standing, language: 'fr' } };
    const house = fake({ 'customer:ada': ada, sub_ada: ada });
    rowOf(house.open({ kind: 'access' }, self));
    rowOf(house.open({ kind: 'access', language: 'de' }, self));
    expect(written(house).map(({ language }) => language)).toEqual(['fr', 'de']);
  });
});
