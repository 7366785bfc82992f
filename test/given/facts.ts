/**
 * Recorded facts as a fold reads them: one builder, and for each kind that a view is folded from the fullest and the
 * barest payload there can be.
 * Flow:    here → tests of views.
 * Promise: every payload is held against its schema; every free word of a person or an officer holds the canary.
 */

import type { FactOf, FactPlace, RecordedFact } from '../../src/facts/fact.ts';
import { type FactKind, factForms, schemaOf } from '../../src/facts/facts.ts';

/** Stands in every text that a view MUST NOT keep. */
export const FREE_TEXT = 'Zq7canary';
const said = `because ${FREE_TEXT}`;
const day = (date: string): string => `${date}T08:00:00.000Z`;
const clock = { rule: 'rule', source: 'source', words: 'words' };
const due = { dueAt: day('2026-12-02'), extendedDueAt: day('2027-02-02'), ackDueAt: day('2026-11-12'), clock };
const barelyDue = { dueAt: day('2026-12-24'), clock };

const choice = {
  purpose: 'offers',
  purposeVersion: 2,
  purposeFact: 'fact_purpose',
  givenBy: 'self',
  method: 'checkbox',
  channel: 'web',
  warnings: [],
  assumed: [],
};
const fullChoice = {
  ...choice,
  authorisation: { by: said, evidence: said },
  notice: { key: 'offers-notice', version: 3, language: 'en', fact: 'fact_notice' },
  occurredAt: day('2026-10-01'),
  evidence: said,
  warnings: ['limit-stands'],
};
const given = { effect: 'consent', legalType: 'consent', explicit: false, dataCategories: ['purchases'] };
const limit = { kind: 'objection', channel: 'web' };
const fullLimit = {
  kind: 'restriction',
  purpose: 'offers',
  dataCategories: ['purchases'],
  reason: said,
  evidence: said,
  occurredAt: day('2026-10-02'),
  channel: 'web',
};
const use = { aiSystem: 'chooser', purpose: 'offers', dataCategories: ['purchases'] };
const judged = { reason: 'consent-given', bases: [], evidence: [], assumptions: [] };
const fullUse = { ...use, context: { regime: 'EU', gpc: true }, reference: said, ...judged, basis: 'consent' };
const decision = {
  aiSystem: 'scorer',
  purpose: 'loans',
  decidedAt: day('2026-10-03'),
  what: { en: said },
  outcome: { en: said },
  adverse: true,
  aiRole: 'sole',
  output: { value: said },
  inputs: [{ name: 'income', label: { en: said }, value: said, category: 'financial' }],
  factors: [{ code: 'income-low', label: { en: said }, direction: 'against' }],
  counterfactuals: [],
  modelVersion: 'v1',
  humanInvolvement: { role: { en: said } },
  ...judged,
  covered: true,
  quality: [],
};
const request = { request: 'req_1' };
const stopped = { kind: 'objection', purpose: 'offers', fact: 'lim_1', since: day('2026-11-02') };
const received = {
  kind: 'access',
  regimes: ['EU'],
  channel: 'self',
  receivedAt: day('2026-11-02'),
  verification: 'none',
};
const review = { review: 'rev_1' };
const first = { ...review, seat: 'first' };
const training = [
  { code: 'credit', at: day('2026-01-01'), until: day('2027-01-01') },
  { code: 'law', at: day('2026-02-01') },
];
const opened = {
  decision: 'dec_1',
  aiSystem: 'scorer',
  purpose: 'loans',
  why: 'contested',
  regimes: ['EU'],
  dueAt: day('2026-12-02'),
  clock,
  reviewers: 2,
  training: ['credit'],
};
const covers = [{ aiSystem: 'chooser', aiSystemVersion: 1, purpose: 'offers', purposeVersion: 2 }];
const notice = { covers, language: 'en', hash: 'x'.repeat(44), how: 'page', acknowledged: true };
const message = { template: 'review-opened', language: 'en', title: said, text: said };
const staff = {
  actor: 'act_ann',
  name: said,
  roles: ['reviewer'],
  authority: ['loans'],
  active: true,
  own: [`sub_${'0'.repeat(26)}`],
};

type Sample = Readonly<Record<string, unknown>>;

/** By kind: the fullest payload first, then the barest. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  'subject.described': [
    { regimes: ['EU', 'US-CA'], ageBand: 'adult', ageBandUntil: day('2030-01-01'), language: 'de' },
    { regimes: [] },
  ],
  'consent.given': [
    { ...fullChoice, ...given, aiSystems: ['chooser'], controllers: [said] },
    { ...choice, ...given },
  ],
  'consent.refused': [
    { ...fullChoice, effect: 'opt-out' },
    { ...choice, effect: 'none' },
  ],
  'consent.withdrawn': [
    { ...fullChoice, effect: 'objection' },
    { ...choice, effect: 'consent' },
  ],
  'limit.set': [fullLimit, limit],
  'limit.lifted': [
    { ...fullLimit, code: 'asked-by-person', effect: 'lifted', warnings: ['undated'] },
    { ...limit, effect: 'lifted', warnings: [] },
  ],
  'hold.set': [
    { items: [{ kind: 'uses' }], ground: 'legal-obligation', until: day('2030-01-01'), reason: said },
    { items: [{ purpose: 'offers' }], ground: 'art17-3-e-legal-claims', reason: said },
  ],
  'hold.lifted': [{ hold: 'hold_1', reason: said }, { hold: 'hold_1' }],
  'notice.shown': [
    { ...notice, notice: { key: 'offers-notice', version: 3 }, occurredAt: day('2026-10-04') },
    { ...notice, acknowledged: false },
  ],
  'staff.described': [
    { ...staff, training },
    { ...staff, training: [], active: false },
  ],
  'file.added': [
    { name: said, type: 'application/pdf', size: 1, digest: 'x' },
    { type: 'image/png', size: 1, digest: 'x' },
  ],
  'use.allowed': [
    { ...fullUse, obligations: [], notice: { key: 'offers-notice', version: 3 } },
    { ...use, ...judged, obligations: [] },
  ],
  'use.refused': [fullUse, { ...use, ...judged }],
  'use.reported': [
    { ...fullUse, covered: true, occurredAt: day('2026-10-05') },
    { ...use, ...judged, covered: false, occurredAt: day('2026-10-05') },
  ],
  'training.included': [
    { ...use, ...judged, basis: 'consent', run: 'trn_1', modelVersion: '2026.11' },
    { ...use, ...judged, run: 'trn_1', modelVersion: '2026.11' },
  ],
  'decision.recorded': [
    {
      ...decision,
      basis: 'contract',
      adverseNotice: { regime: 'US', rule: 'r', source: 's', dueAt: day('2026-11-02') },
      significance: { en: said },
    },
    decision,
  ],
  'message.written': [{ ...message, about: 'rev_1', languageMissing: 'fr', href: '/me' }, message],
  'request.received': [
    {
      ...received,
      ...due,
      message: said,
      language: 'de',
      period: { from: day('2026-01-01') },
      stopped: [stopped],
      reviews: ['rev_1'],
    },
    { ...received, ...barelyDue },
  ],
  'request.verified': [
    { ...request, level: 'reasonably-high', reason: said },
    { ...request, level: 'session' },
  ],
  'request.extended': [
    { ...request, reason: said, dueAt: day('2027-02-02'), code: 'complex' },
    { ...request, reason: said, dueAt: day('2027-02-02') },
  ],
  'request.paused': [
    { ...request, reason: said, code: 'identity' },
    { ...request, reason: said },
  ],
  'request.resumed': [{ ...request, reason: said }, request],
  'request.denied': [
    { ...request, reason: said, code: 'excessive', regimes: ['EU'] },
    { ...request, code: 'unfounded', regimes: ['EU'] },
  ],
  'request.fulfilled': [
    { ...request, reason: said, treeSize: 7, treeLog: 2, code: 'in-part' },
    { ...request, treeSize: 7 },
  ],
  'request.cancelled': [{ ...request, reason: said }, request],
  'task.opened': [
    {
      ...request,
      system: 'shop',
      name: 'Shop',
      work: 'erasure',
      kind: 'postgresql',
      keep: [{ purpose: 'offers', code: 'legal-obligation', until: 9 }],
    },
    { ...request, system: 'shop', name: 'Shop', work: 'access', kind: 'manual' },
  ],
  'task.moved': [
    {
      ...request,
      system: 'shop',
      name: 'Shop',
      to: 'failed',
      tries: 1,
      until: day('2026-12-02'),
      code: 'timeout',
      details: ['a'],
    },
    { ...request, system: 'shop', name: 'Shop', to: 'running', tries: 1, until: day('2026-12-02') },
  ],
  'task.done': [
    {
      ...request,
      system: 'shop',
      name: 'Shop',
      by: 'connector',
      tables: [{ name: 'people', rows: 1 }],
      kept: [{ name: 'bills', reason: 'tax' }],
      file: 'file_1',
    },
    { ...request, system: 'shop', name: 'Shop', by: 'person', words: said },
  ],
  'request.appealed': [
    { ...request, reason: said, ...due },
    { ...request, ...barelyDue },
  ],
  'request.logged': [
    { ...request, ...received, ...barelyDue, closedAt: day('2026-12-01'), outcome: 'denied', denialCode: 'excessive' },
    { ...request, ...received, ...barelyDue, outcome: 'cancelled' },
  ].map(({ verification: _unknown, ...rest }) => rest),
  'review.opened': [
    {
      ...opened,
      statement: said,
      corrections: [{ name: 'income', value: said }],
      evidence: ['file_1'],
      firstDecider: 'act_x',
      request: 'req_1',
    },
    { ...opened, why: 'before-effect' },
  ],
  'review.assigned': [
    { ...first, reviewer: 'act_ann', training, authority: ['loans'], question: said, afterView: true },
    { ...review, seat: 'second', reviewer: 'act_bob', training: [], authority: [] },
  ],
  'review.evidence-viewed': [
    { ...first, seen: ['inputs', 'statement'] },
    { ...first, seen: ['inputs'] },
  ],
  'review.view-noted': [{ ...first, view: 'change', words: said }],
  'review.second-opinion': [{ ...review, outcome: 'changed', reasons: said }],
  'review.concluded': [
    {
      ...review,
      decision: 'dec_1',
      outcome: 'changed',
      reasons: said,
      newOutcome: { en: said },
      disagreement: said,
      corrected: [{ name: 'income', from: said, to: said }],
      seconds: 90,
      qualifies: true,
      limbs: { understands: true, analyses: true, mayChange: true },
      lacks: [],
      evidence: [{ limb: 'analyses', kind: 'review.view-noted', id: 'fact_1' }],
      secondsCounted: 80,
      remarks: ['repeated-words'],
    },
  ],
  'review.cancelled': [{ ...review, reason: said }, review],
};

/** Whatever a test wants to be otherwise. */
type FactChanges = Partial<FactPlace> & { readonly id?: string; readonly subject?: string; readonly n?: number };

/** Known by its kind where the kind is written down, else a fact of any kind. */
type Sampled<K extends string> = string extends K ? RecordedFact : K extends FactKind ? FactOf<K> : RecordedFact;

let count = 0;

/** A fact of the customer, recorded now; the payload is held against the schema of its kind, so the cast is true. */
export function aFact<K extends string>(kind: K, payload: Sample, changes: FactChanges = {}): Sampled<K> {
  count += 1;
  const whole = { v: 1, ...payload };
  schemaOf(kind, true)?.parse(whole);
  return {
    id: `fact_${count}`,
    kind,
    subject: 'sub_customer',
    payload: whole,
    log: 1,
    index: count,
    leafHash: new Uint8Array(),
    at: Date.parse('2026-11-02T09:00:00.000Z') + count,
    actor: { id: 'act_service', role: 'service' },
    n: count,
    ...changes,
  } as unknown as Sampled<K>;
}

/** The same fact about nobody, which a fold of a person has to leave alone. */
export function aboutNobody(fact: RecordedFact): RecordedFact {
  const { subject: _subject, ...nameless } = fact;
  return nameless as RecordedFact;
}

/** Both samples of a kind, or one bare fact where no view reads its payload. */
export const factsOf = <K extends string>(kind: K, changes: FactChanges = {}): readonly Sampled<K>[] =>
  (samples[kind] ?? []).map((payload) => aFact(kind, payload, changes));

/** Every kind of fact there is; one that no view of a person reads names a key and nothing else. */
export const everyFact = (): readonly RecordedFact[] =>
  [...factForms.keys()].flatMap((kind): readonly RecordedFact[] =>
    samples[kind] === undefined
      ? [{ ...aFact('note.added', { text: 'x' }), kind, payload: { v: 1, key: 'a' } } as unknown as RecordedFact]
      : factsOf(kind),
  );
