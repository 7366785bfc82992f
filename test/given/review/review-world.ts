/**
 * The real rules of reviews over the small world, and the model beside them, driven by the same choices.
 * Flow:    review-machine.test.ts → here → commands, views.
 */

import type { AnyRule } from '../../../src/commands/commands.ts';
import { commands } from '../../../src/commands/commands.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { callerOf, World } from '../evaluation/world.ts';
import {
  Model,
  type ModelReview,
  type ModelSeat,
  type Outcome,
  type Seat,
  type StaffName,
  staffNames,
} from './review-model.ts';

export const persons = ['customer:1', 'customer:2'] as const;
const systems = [
  { key: 'plain', oversight: { mode: 'after-the-fact', training: ['credit'] }, waits: false, need: 1 },
  { key: 'waiting', oversight: { mode: 'before-effect', training: ['credit'] }, waits: true, need: 1 },
  { key: 'double', oversight: { mode: 'after-the-fact', training: ['credit'], reviewers: 2 }, waits: false, need: 2 },
  {
    key: 'waiting-double',
    oversight: { mode: 'before-effect', training: ['credit'], reviewers: 2 },
    waits: true,
    need: 2,
  },
] as const;

const START = Date.parse('2026-11-02T09:00:00.000Z');
const YEAR = 365 * 86_400_000;
const said = (en: string) => ({ en });
const calendar = { timeZone: 'UTC', holidays: [] };
export const goodWords = 'The payslip shows more than the sum that was used here.';
const emptyWords = 'Looks good to me, approved.';

export interface Tally {
  taken: number;
  refused: number;
  concluded: number;
  qualified: number;
  conflicts: number;
}

const staffCaller = (who: StaffName) => ({
  principal: who,
  actor: { id: `act_${who}`, role: 'support' as const },
  scopes: ['reviews'],
});
const timeOf = (at: number): string => new Date(at).toISOString();

/** Each step runs in the house and in the model, and both have to agree whether it is possible. */
export class ReviewWorld {
  readonly world = new World();
  readonly model = new Model();
  readonly ids: { readonly decisions: string[]; readonly reviews: string[]; readonly files: string[] } = {
    decisions: [],
    reviews: [],
    files: [],
  };
  now = START;
  readonly tally: Tally = { taken: 0, refused: 0, concluded: 0, qualified: 0, conflicts: 0 };

  /** True where nobody opens what the person sent. */
  readonly leavesFiles: boolean;

  constructor(leavesFiles: boolean) {
    this.leavesFiles = leavesFiles;
    const officer = callerOf('officer', '');
    const purpose = {
      name: said('Loans'),
      description: said('Loans'),
      kind: 'automated-decision',
      legalBasis: { EU: 'contract' },
      dataCategories: ['income'],
    };
    this.must('purpose.publish', { key: 'loans', body: { ...purpose, art22: { EU: 'contract' } } }, officer);
    for (const { key, oversight } of systems) {
      const body = { name: said(key), purposes: ['loans'], dataCategories: ['income'], humanOversight: oversight };
      this.must('ai-system.publish', { key, body }, officer);
    }
    for (const subject of persons) this.must('subject.describe', { subject, regimes: ['EU'] }, officer);
    for (const who of staffNames) this.describe(who, { trained: 'current', authority: true, active: true, own: [] });
  }

  #run(kind: string, input: unknown, caller: object) {
    const rule = commands.get(kind) as AnyRule;
    return this.world.run(rule, input, { caller: caller as never, at: this.now });
  }

  must(kind: string, input: unknown, caller: object): Readonly<Record<string, unknown>> {
    const done = this.#run(kind, input, caller);
    if (isProblem(done)) throw new Error(`${kind}: ${JSON.stringify(done)}`);
    return done.body;
  }

  /** Runs a step and holds the house to what the model expects. */
  #step(
    kind: string,
    input: unknown,
    of: { readonly caller: object; readonly allowed: boolean },
  ): Readonly<Record<string, unknown>> | undefined {
    const done = this.#run(kind, input, of.caller);
    if (isProblem(done) === of.allowed)
      throw new Error(`${kind}: the model says ${of.allowed}, the house ${JSON.stringify(done)}`);
    if (isProblem(done)) {
      this.tally.refused += 1;
      if (done.problem === 'separation-of-duty') this.tally.conflicts += 1;
      return undefined;
    }
    this.tally.taken += 1;
    return done.body;
  }

  describe(
    who: StaffName,
    as: {
      readonly trained: 'current' | 'ended' | 'never';
      readonly authority: boolean;
      readonly active: boolean;
      readonly own: readonly number[];
    },
  ): void {
    const until = as.trained === 'ended' ? this.now + 90_000 : START + YEAR;
    const training =
      as.trained === 'never'
        ? [{ code: 'first-aid', at: timeOf(START) }]
        : [{ code: 'credit', at: timeOf(START), until: timeOf(until) }];
    const own = as.own.map((number) => persons[number] ?? '');
    const input = {
      id: who,
      actor: `act_${who}`,
      name: who,
      roles: ['reviewer'],
      training,
      authority: as.authority ? ['change-outcome'] : [],
      active: as.active,
      own,
    };
    this.must('staff.describe', input, callerOf('officer', ''));
    const trainedUntil = as.trained === 'never' ? undefined : until;
    this.model.staff.set(who, { active: as.active, trainedUntil, authority: as.authority, own: as.own });
  }

  decide(person: number, system: number, by: StaffName | undefined): void {
    const { key, waits, need } = systems[system % systems.length] as (typeof systems)[number];
    const input = {
      subject: persons[person],
      aiSystem: key,
      purpose: 'loans',
      decidedAt: timeOf(this.now),
      what: said('Your loan'),
      outcome: said('declined'),
      adverse: true,
      aiRole: 'main',
      output: { value: 0.3 },
      inputs: [{ name: 'income', label: said('Income'), value: 1, category: 'income' }],
      factors: [],
      counterfactuals: [],
      modelVersion: '1',
      humanInvolvement: { role: said('A clerk'), qualifies: true, ...defined({ by }) },
    };
    const body = this.must('decision.record', input, callerOf('service', ''));
    const effect = body['effect'] as { readonly review: string | null };
    this.ids.decisions.push(String(body['id']));
    this.model.decisions.push({ person, waits, need, by });
    if (effect.review !== null)
      this.#opened(effect.review, {
        decision: this.model.decisions.length - 1,
        why: 'before-effect',
        need,
        toSee: ['inputs'],
      });
    if (waits !== (effect.review !== null)) throw new Error('a decision that waits opens a review, and no other does');
  }

  #opened(id: string, review: ModelReview): void {
    this.ids.reviews.push(id);
    this.model.reviews.push(review);
  }

  sendFile(person: number): string | undefined {
    const input = { type: 'image/png', size: 8, digest: 'x', bytes: 'iVBORw0KGgo=' };
    const done = this.#run('file.add', input, callerOf('self', persons[person] ?? ''));
    if (isProblem(done)) return undefined;
    this.ids.files.push(String(done.body['id']));
    return String(done.body['id']);
  }

  /** `own` sends a file first; `any` names the first file there is, whoever sent it. */
  contest(decision: number, person: number, file: 'own' | 'any' | undefined): void {
    const id = this.ids.decisions[decision];
    if (id === undefined) return;
    const evidence = file === 'own' ? this.sendFile(person) : file === 'any' ? this.ids.files[0] : undefined;
    const isOwnFile =
      evidence === undefined ||
      this.world.facts.find((fact) => fact.id === evidence)?.subject === this.#subject(person);
    const input = {
      decision: id,
      why: 'contested',
      statement: 'No.',
      ...(evidence === undefined ? {} : { evidence: [evidence] }),
      calendar,
    };
    const allowed = this.model.mayContest(decision, person) && isOwnFile;
    const body = this.#step('review.open', input, { caller: callerOf('self', persons[person] ?? ''), allowed });
    const { need } = this.model.decisions[decision] as { need: 1 | 2 };
    const toSee = ['inputs', 'statement', ...(evidence === undefined ? [] : [evidence])];
    if (body !== undefined) this.#opened(String(body['id']), { decision, why: 'contested', need, toSee });
  }

  #subject(person: number): string {
    const found = this.world.person(persons[person] ?? '');
    return found.found === 'known' ? found.subject : '';
  }

  ask(decision: number, who: StaffName): void {
    const id = this.ids.decisions[decision];
    if (id === undefined) return;
    const body = this.#step(
      'review.open',
      { decision: id, why: 'asked-by-staff', calendar },
      { caller: staffCaller(who), allowed: this.model.mayOpen(decision, who) },
    );
    const { need } = this.model.decisions[decision] as { need: 1 | 2 };
    if (body !== undefined)
      this.#opened(String(body['id']), { decision, why: 'asked-by-staff', need, toSee: ['inputs'] });
  }

  #of(at: number): { readonly review: string; readonly decision: string; readonly files: readonly string[] } {
    const row = this.world.reviews.get(this.ids.reviews[at] ?? '');
    return { review: row?.id ?? '', decision: row?.decision ?? '', files: row?.evidence ?? [] };
  }

  assign(at: number, who: StaffName, seat: Seat): void {
    const review = this.model.reviews[at];
    const member = this.model.staff.get(who);
    if (review === undefined || member === undefined) return;
    const allowed = this.model.mayAssign(review, who, seat);
    const body = this.#step(
      'review.assign',
      { ...this.#of(at), reviewer: who, seat },
      { caller: callerOf('officer', ''), allowed },
    );
    if (body !== undefined)
      review[seat] = { who, trainedUntil: member.trainedUntil, authority: member.authority, seen: new Set() };
  }

  look(at: number, who: StaffName, file: boolean): void {
    const review = this.model.reviews[at];
    if (review === undefined) return;
    const of = this.#of(at);
    const named = file ? (of.files[0] ?? 'file_none') : undefined;
    const seat = this.model.seatOf(review, who);
    const allowed = seat !== undefined && (named === undefined || of.files.includes(named));
    const body = this.#step(
      'review.view-evidence',
      { ...of, ...defined({ file: named }) },
      { caller: staffCaller(who), allowed },
    );
    if (body === undefined || seat === undefined) return;
    const sitting = review[seat] as ModelSeat;
    sitting.viewedAt ??= this.now;
    for (const what of named === undefined ? review.toSee.filter((each) => !each.startsWith('file_')) : [named])
      sitting.seen.add(what);
  }

  note(at: number, who: StaffName, says: boolean): void {
    const review = this.model.reviews[at];
    if (review === undefined) return;
    const seat = this.model.seatOf(review, who);
    const sitting = seat === undefined ? undefined : review[seat];
    const allowed = sitting?.seen.has('inputs') === true && sitting.notedAt === undefined && says;
    const words = says ? goodWords : emptyWords;
    const body = this.#step(
      'review.note-view',
      { ...this.#of(at), view: 'unsure', words },
      { caller: staffCaller(who), allowed },
    );
    if (body !== undefined && sitting !== undefined) sitting.notedAt = this.now;
  }

  opine(at: number, who: StaffName, end: { readonly outcome: Outcome; readonly says: boolean }): void {
    const review = this.model.reviews[at];
    if (review === undefined) return;
    const sitting = this.model.seatOf(review, who) === 'second' ? review.second : undefined;
    const allowed = sitting?.notedAt !== undefined && sitting.opinion === undefined && end.says;
    const input = { ...this.#of(at), outcome: end.outcome, reasons: end.says ? goodWords : emptyWords };
    const body = this.#step('review.second-opinion', input, { caller: staffCaller(who), allowed });
    if (body !== undefined && sitting !== undefined) sitting.opinion = end.outcome;
  }

  conclude(
    at: number,
    who: StaffName,
    end: { readonly outcome: Outcome; readonly says: boolean; readonly explains: boolean },
  ): void {
    const review = this.model.reviews[at];
    if (review === undefined) return;
    const allowed = this.model.mayConclude(review, who, end);
    const meaningful = this.model.isMeaningful(review, this.now);
    const more = {
      ...(end.outcome === 'changed' ? { newOutcome: said('accepted') } : {}),
      ...(end.explains ? { disagreement: goodWords } : {}),
    };
    const input = { ...this.#of(at), outcome: end.outcome, reasons: end.says ? goodWords : emptyWords, ...more };
    if (this.#step('review.conclude', input, { caller: staffCaller(who), allowed }) === undefined) return;
    review.closed = 'concluded';
    review.outcome = end.outcome;
    review.qualifies = meaningful;
    this.tally.concluded += 1;
    if (meaningful) this.tally.qualified += 1;
  }

  cancel(at: number, person: number): void {
    const review = this.model.reviews[at];
    if (review === undefined) return;
    const isOwn = this.model.decisions[review.decision]?.person === person;
    const allowed = isOwn && review.why === 'contested' && review.closed === undefined;
    const body = this.#step(
      'review.cancel',
      { review: this.ids.reviews[at] },
      { caller: callerOf('self', persons[person] ?? ''), allowed },
    );
    if (body !== undefined) review.closed = 'cancelled';
  }
}
