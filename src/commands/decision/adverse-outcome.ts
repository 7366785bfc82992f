/**
 * An outcome against a person, made with AI, where law wants them told: the clock, and the message in the same commit.
 * Flow:    record-decision.ts, review/conclude.ts → here → law (clock), message/tell.ts → facts.
 * Promise: nobody has to remember to write: where the outcome has effect the message is recorded with it; where it
 *          waits for a human it is recorded with the end of that wait.
 * Source:  C.R.S. 6-1-1704 (SB 26-189); docs/law.md 3.7.
 */
import { type AiSystem, versionNamed } from '../../evaluation/registry.ts';
import type { AdverseNoticeOwed, DecisionRecorded } from '../../facts/decision.ts';
import type { FactOf } from '../../facts/fact.ts';
import { categoryLabel } from '../../language/categories.ts';
import { listWords } from '../../language/dates.ts';
import { say } from '../../language/say.ts';
import { termsOf, withTerms } from '../../language/terms.ts';
import { pickText } from '../../language/text.ts';
import { adverseNoticeClock, type Calendar } from '../../law/law.ts';
import type { State } from '../command.ts';
import { type Listener, tell, type WrittenMessage } from '../message/tell.ts';
import { timeOf } from '../refusal.ts';

/** The id that a command needs that may tell somebody of such an outcome. */
export const drawsForAdverse = { adverse: 'msg' } as const;

type Decided = Omit<DecisionRecorded, 'adverseNotice'>;

interface AboutOutcome {
  readonly decision: Decided;
  readonly regimes: readonly string[];
  readonly calendar: Calendar;
}

const systemOf = (state: State, { aiSystem, aiSystemVersion, decidedAt }: Decided): AiSystem | undefined =>
  versionNamed(state.registry.aiSystems.get(aiSystem), { version: aiSystemVersion, on: Date.parse(decidedAt) });

/** A purpose that decides something important, or an AI system that its publisher calls consequential. */
function isConsequential(state: State, decision: Decided): boolean {
  const { purpose, purposeVersion: version, decidedAt } = decision;
  const declared = systemOf(state, decision)?.body['significance'];
  const isCalled = Array.isArray(declared) && declared.includes('co-consequential');
  return (
    isCalled ||
    versionNamed(state.registry.purposes.get(purpose), { version, on: Date.parse(decidedAt) })?.significant === true
  );
}

/** Until when the person must be told, or nothing where no law of theirs asks for it. */
export function adverseNoticeOwed(
  state: State,
  { decision, regimes, calendar }: AboutOutcome,
): AdverseNoticeOwed | undefined {
  if (!decision.adverse || !isConsequential(state, decision)) return undefined;
  const on = Date.parse(decision.decidedAt);
  const kind = versionNamed(state.registry.purposes.get(decision.purpose), { version: decision.purposeVersion, on })
    ?.body.decisionKind;
  const clock = adverseNoticeClock({ regimes, aiRole: decision.aiRole, kind, on }, calendar);
  return clock === undefined ? undefined : { ...clock, dueAt: timeOf(clock.dueAt) };
}

interface Outcome {
  /** `msg_…`, drawn for this command. */
  readonly message: string;
  /** `dec_…`. */
  readonly id: string;
  readonly decision: Decided;
}

/**
 * In the words of the company where its services report in English only: what was decided, what the AI did, which data
 * went in and from where, and what the person can do.
 */
export function tellAdverse(state: State, listener: Listener, { message, id, decision }: Outcome): WrittenMessage {
  const system = systemOf(state, decision)?.body;
  const terms = termsOf(system?.reasonCatalogue?.terms);
  return tell(state, listener, {
    id: message,
    template: 'adverse-outcome',
    about: id,
    href: `/me/decisions/${id}`,
    values: ({ language, day }) => {
      const words = (texts: Readonly<Record<string, string>>): string =>
        pickText(withTerms(texts, terms), language)?.text ?? '';
      const data = [...new Set(decision.inputs.map(({ category }) => categoryLabel(language, category)))];
      const sources = [
        ...new Set(decision.inputs.flatMap(({ source }) => (source === undefined ? [] : [words(source)]))),
      ];
      return {
        day: day(Date.parse(decision.decidedAt)),
        what: words(decision.what),
        outcome: words(decision.outcome),
        aiSystem: system === undefined ? decision.aiSystem : words(system.name),
        role: say(language, `decision.role.${decision.aiRole}`),
        hasData: data.length === 0 ? 'no' : 'yes',
        data: listWords(language, data),
        hasSources: sources.length === 0 ? 'no' : 'yes',
        sources: listWords(language, sources),
      };
    },
  });
}

/** The decision waited for a human, who let it stand: now there is an outcome to tell. */
export function tellAfterWait(
  state: State,
  { id, subject, payload: decision }: FactOf<'decision.recorded'>,
  message: string,
): readonly WrittenMessage[] {
  const person = state.person(subject);
  if (decision.adverseNotice === undefined || person.found !== 'known') return [];
  return [tellAdverse(state, person, { message, id, decision })];
}
