/**
 * Withdraws consents, erases people or stops an AI system, while many others ask, and holds every answer against the
 * moment it was acknowledged.
 * Flow:    withdraw-race.test.ts, erase-race.test.ts, stop-race.test.ts → here → one or more services.
 * Promise: an answer is stale only where the question was sent after the acknowledgement had arrived, by one clock.
 * Source:  docs/promises.md I1.
 */
import { type Answer, aiSystem, type Call, good, purpose } from './calls.ts';

/** What makes an allow possible, and what ends it. */
export interface Turn {
  /** How many race beside each other: one alone where it touches everybody. */
  readonly lanes: number;
  allow(call: Call, subject: string): Promise<unknown>;
  end(call: Call, subject: string): Promise<unknown>;
}

export interface Race {
  /** Where is asked; every service in turn. */
  readonly asked: readonly Call[];
  /** Where choices are recorded; every service in turn. */
  readonly told: readonly Call[];
  readonly rounds: number;
  /** How many ask without a pause, shared by those who race beside each other. */
  readonly checkers: number;
  readonly turn: Turn;
}

export interface Raced {
  /** Allows of questions sent after the acknowledged end. */
  readonly stale: readonly string[];
  /** Answers that count: sent after an acknowledgement. */
  readonly after: number;
  /** Allows before the end, without which the race would prove nothing. */
  readonly allowsBefore: number;
  /** Questions that nobody answered for the moment, which permits nobody anything. */
  readonly unanswered: number;
}

/** `RACE_ROUNDS=10000` for the long proof. */
export const roundsOf = (usual: number): number => Number(process.env['RACE_ROUNDS'] ?? usual);

interface Round {
  readonly subject: string;
  endedAt: number | undefined;
  /** The next round may allow again what this one ended: answers that arrive from now on prove nothing. */
  isOver: boolean;
}

interface Tally {
  readonly stale: string[];
  after: number;
  allowsBefore: number;
  unanswered: number;
}

/** An act that could not be done for the moment (503, nothing was recorded) is done once more, as a caller would. */
async function insisted(act: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await act();
    if (answer.status !== 503 || tries === 10) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const choose =
  (state: string) =>
  async (call: Call, subject: string): Promise<unknown> =>
    good(await insisted(() => call({ path: '/v1/consents', body: { subject, purpose, state } })));

export const withdrawal: Turn = { lanes: 4, allow: choose('given'), end: choose('withdrawn') };

/** The erasure of the person, which is acknowledged once it has begun for good. */
export const erasure: Turn = {
  lanes: 16,
  allow: withdrawal.allow,
  end: async (call, subject) => good(await insisted(() => call({ path: `/v1/subjects/${subject}/erasure`, body: {} }))),
};

const suspension = `/v1/ai-systems/${aiSystem}/suspension`;

/** The stop switch, which ends the allows of everybody. */
export const stopSwitch: Turn = {
  lanes: 1,
  async allow(call, subject) {
    await withdrawal.allow(call, subject);
    good(await call({ method: 'DELETE', path: suspension }));
  },
  end: async (call) => good(await call({ path: suspension, body: { reason: { en: 'Results are in doubt.' } } })),
};

/** The race of one person after another; several run beside each other and share the rounds that are left. */
async function lane({ asked, told, checkers, turn }: Race, tally: Tally, left: Iterator<number>): Promise<void> {
  let round: Round | undefined;
  let done = false;
  const ask = async (of: Round, at: number, path: 'checks' | 'uses'): Promise<void> => {
    const begun = performance.now();
    const isAfter = of.endedAt !== undefined && begun > of.endedAt;
    const answer = await pick(asked, at)({ path: `/v1/${path}`, body: { subject: of.subject, aiSystem, purpose } });
    if (answer.status === 503) {
      tally.unanswered += 1;
      return;
    }
    const { allowed } = good<{ allowed: boolean }>(answer);
    if (of.isOver) return;
    if (isAfter) tally.after += 1;
    else if (allowed) tally.allowsBefore += 1;
    if (isAfter && allowed)
      tally.stale.push(
        `${path} of ${of.subject}, sent ${(begun - (of.endedAt ?? 0)).toFixed(2)} ms after the acknowledgement`,
      );
  };
  // A fourth asks in order to use, at every service: that is the answer that counts as permission.
  const checker = async (at: number): Promise<void> => {
    for (let tries = at; !done; tries += 1) {
      if (round === undefined) await new Promise((resolve) => setImmediate(resolve));
      else await ask(round, tries, Math.floor(tries / told.length) % 4 === 0 ? 'uses' : 'checks');
    }
  };
  const checking = Promise.all(Array.from({ length: checkers }, (_, at) => checker(at)));
  const rounding = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const at = next.value;
      if (at > 0 && at % 1000 === 0) process.stdout.write(`${at} rounds, ${tally.stale.length} stale\n`);
      const subject = `customer:race-${crypto.randomUUID()}`;
      if (round !== undefined) round.isOver = true;
      round = undefined;
      await turn.allow(pick(told, at), subject);
      const current: Round = { subject, endedAt: undefined, isOver: false };
      round = current;
      await ask(current, at + 1, 'checks');
      await turn.end(pick(told, at), subject);
      current.endedAt = performance.now();
      await Promise.all([ask(current, at + 1, 'checks'), ask(current, at, 'uses')]);
    }
  };
  try {
    await Promise.race([rounding(), checking]);
  } finally {
    done = true;
  }
  await checking;
}

export async function race(course: Race): Promise<Raced> {
  const tally: Tally = { stale: [], after: 0, allowsBefore: 0, unanswered: 0 };
  const left = Array.from({ length: course.rounds }, (_, at) => at).values();
  const { lanes } = course.turn;
  const ofLane = { ...course, checkers: course.checkers / lanes };
  const ran = await Promise.allSettled(Array.from({ length: lanes }, () => lane(ofLane, tally, left)));
  for (const outcome of ran) if (outcome.status === 'rejected') throw outcome.reason;
  return tally;
}

const pick = (calls: readonly Call[], at: number): Call => {
  const call = calls[at % calls.length];
  if (call === undefined) throw new Error('The race needs a service.');
  return call;
};
