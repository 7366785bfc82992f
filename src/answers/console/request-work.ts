/**
 * Requests as staff work on them: what is asked, by when, what the person wrote, which steps are possible and on which
 * grounds.
 * Flow:    ask-work.ts, ask-queues.ts → here → pages/console.
 * Promise: a ground for refusing is offered only where law knows it for this kind of request and this person; how sure
 *          one has to be who asks comes from law, too.
 * Source:  docs/law.md 2.7, 3.3, 3.4.
 */
import type { Rectified } from '../../facts/request.ts';
import type { Accepted } from '../../facts/task.ts';
import { clockWords } from '../../language/law-words.ts';
import { isMessageKey } from '../../language/say.ts';
import { dayOf, denialCodesFor, isSureEnough, leastLevelsFor, levelsFor, pauseReasonsFor } from '../../law/law.ts';
import { clockMoved, type RequestRow } from '../../views/request/request-row.ts';
import { systemsOpen } from '../../views/request/task-row.ts';
import { untold } from '../../views/request/told.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenRequest, type RequestKind, type RequestState, type RequestStep } from '../../vocabulary/request.ts';
import { saysNo } from '../../vocabulary/request-limits.ts';
import type { NamedSystem, TaskState } from '../../vocabulary/task.ts';
import type { Reader } from '../reader.ts';
import type { DecidedFrom } from '../request/ask-decided-from.ts';
import type { LetterSection } from '../request/letter.ts';
import { type Due, dueOf } from './due.ts';

export interface RequestCard {
  readonly id: string;
  readonly kind: RequestKind;
  readonly title: string;
  readonly state: RequestState;
  readonly stateWords: string;
  readonly receivedAt: string;
  readonly closedAt: string | null;
  readonly due: Due;
  /** What law wants the person told of and has not reached them, where somebody has to see to it. */
  readonly untold: readonly UntoldCard[];
}

interface UntoldCard {
  readonly words: string;
  /** Absent where nothing was written that could be handed over. */
  readonly message?: string;
  readonly due: Due;
}

interface Choice {
  readonly code: string;
  readonly words: string;
}

export interface RequestWork extends RequestCard {
  readonly regimes: readonly string[];
  readonly channelWords: string;
  readonly clock: string;
  readonly isErased: boolean;
  /** What the person wrote. */
  readonly message: string | null;
  /** What it stopped, in the words that the person reads in its letter. */
  readonly stopped: LetterSection | null;
  readonly taken: readonly { readonly step: string; readonly at: string; readonly reason?: string }[];
  readonly possible: readonly RequestStep[];
  /** True while nothing may be handed out or destroyed, because nobody made sure yet who asks. */
  readonly verifyFirst: boolean;
  /** Its answer needs no words of staff. */
  readonly answersItself: boolean;
  readonly verificationWords: string;
  /** The levels that are enough, in words, while the request stands below them. */
  readonly levelNeeded: string | null;
  readonly levels: readonly Choice[];
  readonly grounds: readonly Choice[];
  /** What may be waited for under the law of this person, while the request is paused. */
  readonly waits: readonly Choice[];
  /** Decisions that were made from a value that is corrected now. */
  readonly decidedFrom: readonly DecidedFrom[];
  /** What connected systems have to do for it. */
  readonly tasks: readonly {
    readonly system: string;
    readonly name: string;
    readonly state: TaskState;
    readonly at: string | null;
  }[];
  /** The names of systems that are not done, where the answer has to wait for them. */
  readonly waitsAt: readonly string[];
  /** What was decided to correct, as long as systems are told of it. */
  readonly corrections: readonly Rectified[];
}

export interface RequestContext {
  readonly now: number;
  readonly reader: Reader;
}

export interface RequestMaterial extends RequestContext {
  readonly row: RequestRow;
  readonly message?: string;
  readonly stopped?: LetterSection;
  readonly taken: RequestWork['taken'];
  readonly decidedFrom: readonly DecidedFrom[];
  /** What was decided and waits for systems. */
  readonly accepted?: Accepted;
  readonly possible: readonly RequestStep[];
  /** What the house is connected to. */
  readonly systems: readonly NamedSystem[];
}

const time = (instant: number): string => new Date(instant).toISOString();

export const requestCard = (row: RequestRow, { now, reader }: RequestContext): RequestCard => ({
  id: row.id,
  kind: row.kind,
  title: reader.say(`right.${row.kind}.title`),
  state: row.state,
  stateWords: reader.say(`console.request.${row.state}`),
  receivedAt: time(row.receivedAt),
  closedAt: row.closedAt === undefined ? null : time(row.closedAt),
  due: dueOf(row.dueAt, now, reader),
  untold: untold(row)
    .filter(({ isStuck, dueAt }) => isStuck || dueAt < now)
    .map(({ what, message, dueAt }) => ({
      words: reader.say(`console.untold.${what}`),
      ...defined({ message }),
      due: dueOf(dueAt, now, reader),
    })),
});

const asked = ({ kind, regimes }: RequestRow, now: number) => ({ kind, regimes, day: dayOf(now) });

/**
 * Only levels that are enough, what law names first; a doubt is the exception, so that it is never chosen by accident.
 */
function levelChoices(row: RequestRow, { now, reader }: RequestContext): readonly Choice[] {
  const enough = levelsFor(asked(row, now));
  const usual = enough.filter((level) => level !== 'doubt-resolved');
  const levels = enough.length === usual.length ? usual : [...usual, 'doubt-resolved' as const];
  return levels.map((level) => ({ code: level, words: reader.say(`console.level.${level}`) }));
}

/** What the officer is told while it is not sure enough who asks. */
function neededWords(row: RequestRow, { now, reader }: RequestContext): string | null {
  if (isSureEnough(row.verification, asked(row, now))) return null;
  return reader.say('console.level.needed', {
    levels: leastLevelsFor(asked(row, now))
      .map((level) => reader.say(`console.level.${level}`))
      .join('; '),
    level: reader.say(`console.level.${row.verification}`),
  });
}

function groundsFor({ kind, regimes }: RequestRow, { now, reader }: RequestContext): readonly Choice[] {
  return denialCodesFor({ kind, regimes, day: dayOf(now) }).map((code) => {
    const key = `denial.${code}`;
    return { code, words: isMessageKey(key) ? reader.say(key) : code };
  });
}

const waitsFor = (row: RequestRow, { now, reader }: RequestContext): readonly Choice[] =>
  pauseReasonsFor(asked(row, now)).map((code) => ({ code, words: reader.say(`console.wait.${code}`) }));

/** Once, where a law knows it, and before the last day; that of a request that waits may still move. */
const mayExtend = ({ extended, extendedDueAt, dueAt, state }: RequestRow, now: number): boolean =>
  !extended && extendedDueAt !== undefined && (state === 'paused' || now <= dueAt);

/**
 * What an answer waits for at connected systems, as the step itself does: a copy for all of them, an erasure from when
 * they were asked.
 */
function waitsAt({ row, systems }: RequestMaterial): readonly string[] {
  const { kind, state, tasks = [] } = row;
  if (!isOpenRequest(state) || (kind !== 'access' && (kind !== 'erasure' || tasks.length === 0))) return [];
  const names = new Map([
    ...systems.map(({ key, name }) => [key, name]),
    ...tasks.map((each) => [each.system, each.name]),
  ] as [string, string][]);
  return systemsOpen(row, systems).map(({ key }) => names.get(key) ?? key);
}

export function requestWork(material: RequestMaterial): RequestWork {
  const { row, message, stopped, taken, reader } = material;
  const waits = waitsFor(row, material);
  const grounds = groundsFor(row, material);
  // What no law knows is not offered: a pause, a refusal, more time.
  const isDecided = material.accepted !== undefined;
  const openAt = waitsAt(material);
  const possible = material.possible
    .filter((step) => step !== 'pause' || waits.length > 0)
    .filter((step) => step !== 'deny' || grounds.length > 0)
    .filter((step) => step !== 'extend' || mayExtend(row, material.now))
    .filter((step) => !(isDecided && (step === 'fulfil' || step === 'deny')))
    .filter((step) => step !== 'fulfil' || openAt.length === 0);
  return {
    ...requestCard(row, material),
    regimes: row.regimes,
    channelWords: reader.say(`console.channel.${row.channel}`),
    clock: clockWords(reader.language, row.clock.rule, clockMoved(row)) ?? row.clock.words,
    isErased: row.subject === undefined,
    message: message ?? null,
    stopped: stopped ?? null,
    taken,
    possible,
    verifyFirst: !isSureEnough(row.verification, asked(row, material.now)),
    answersItself: saysNo(row.kind) || row.kind === 'rectification',
    verificationWords: reader.say(`console.level.${row.verification}`),
    levelNeeded: neededWords(row, material),
    levels: levelChoices(row, material),
    grounds,
    waits,
    decidedFrom: material.decidedFrom,
    tasks: (row.tasks ?? []).map(({ system, name, state, doneAt }) => ({
      system,
      name,
      state,
      at: doneAt === undefined ? null : time(doneAt),
    })),
    waitsAt: openAt,
    corrections: material.accepted?.rectified ?? [],
  };
}
