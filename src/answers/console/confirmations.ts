/**
 * What waits for a second person, as somebody at work reads it: what is proposed, what follows, and what they can do.
 * Flow:    http → here (proposals, and why a hold was set) → pages/console.
 * Promise: whoever proposed it, or whose link the proposer came in by, is never offered to confirm; an act that came to
 *          an end says how and by whom. Of a person only the pseudonym.
 * Source:  decision 0044; decision 0066; decision 0067.
 */
import type { MessageKey } from '../../language/say.ts';
import type { Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { type Behind, isSamePerson } from '../../vocabulary/behind.ts';
import { DAY_MS } from '../../vocabulary/instant.ts';
import type { GuardedAct, ProposalOutcome } from '../../vocabulary/proposal.ts';
import { askNewestProposals, type FoundProposal, stateOf } from '../proposal/ask.ts';
import type { Reader } from '../reader.ts';
import { type Due, dueOf } from './due.ts';

/** Somebody of the house by pseudonym; whoever reads is told that it is them. */
interface Colleague {
  readonly id: string;
  readonly isYou: boolean;
}

export interface Confirmation {
  readonly id: string;
  readonly act: GuardedAct;
  readonly title: string;
  /** What follows once it is confirmed. */
  readonly effect: string;
  /** What exactly, as pairs of a heading and its words. */
  readonly facts: readonly (readonly [string, string])[];
  readonly by: Colleague;
  readonly through: Colleague | null;
  readonly at: string;
  readonly due: Due;
  readonly state: 'open' | 'expired' | ProposalOutcome;
  readonly settledBy: Colleague | null;
  /** What this session may do with it; why not in words where it may do nothing. */
  readonly may: 'settle' | 'take-back' | 'nothing';
  readonly note: string | null;
  /** It destroys something, so it is asked twice. */
  readonly isFinal: boolean;
}

interface Asking {
  readonly who: Behind;
  readonly reader: Reader;
  readonly maySettle: (act: GuardedAct) => boolean;
}

/** How far back what ended is listed. */
const LATELY_MS = 30 * DAY_MS;
const final: ReadonlySet<GuardedAct> = new Set(['subject.erase', 'hold.end']);

interface Wish {
  readonly [member: string]: unknown;
}
type Pair = readonly [string, string];

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const listed = (value: unknown, each: (item: unknown) => string): string =>
  Array.isArray(value) && value.length > 0 ? value.map(each).join(', ') : '–';

const codeOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'code' in item ? words(item.code) : words(item);

function staffPairs({ id, name, roles, training, authority, active }: Wish, reader: Reader): readonly Pair[] {
  const said = (key: string): string => reader.say(`console.confirm.${key}` as MessageKey);
  return [
    [said('staff'), words(id)],
    [said('name'), words(name)],
    [said('roles'), listed(roles, words)],
    [said('training'), listed(training, codeOf)],
    [said('authority'), listed(authority, words)],
    [said('active'), said(active === false ? 'no' : 'yes')],
  ];
}

const purposeOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'purpose' in item ? words(item.purpose) : '';

/** What exactly is proposed; a wish that an erasure has taken says so. */
function pairsOf(
  { act, input, subject }: FoundProposal,
  reader: Reader,
  reasons: ReadonlyMap<string, string>,
): readonly Pair[] {
  if (input === undefined) return [[reader.say('console.confirm.person'), reader.say('console.confirm.gone')]];
  const wish = JSON.parse(input) as Wish;
  if (act === 'staff.describe') return staffPairs(wish, reader);
  const about: readonly Pair[] = subject === undefined ? [] : [[reader.say('console.confirm.person'), subject]];
  if (act === 'subject.erase')
    return wish['keep'] === undefined
      ? about
      : [...about, [reader.say('console.confirm.kept'), listed(wish['keep'], purposeOf)]];
  const hold = words(wish['hold']);
  const reason = reasons.get(hold);
  const why: readonly Pair[] = reason === undefined ? [] : [[reader.say('console.confirm.reason'), reason]];
  return [...about, [reader.say('console.confirm.hold'), hold], ...why];
}

function mayOf(found: FoundProposal, { who, reader, maySettle }: Asking): Pick<Confirmation, 'may' | 'note'> {
  const by: Behind = { id: found.by, ...(found.through === undefined ? {} : { through: { id: found.through } }) };
  if (isSamePerson(by, who)) {
    const may = found.by === who.id ? 'take-back' : 'nothing';
    return { may, note: reader.say('console.confirm.own') };
  }
  return maySettle(found.act)
    ? { may: 'settle', note: null }
    : { may: 'nothing', note: reader.say('console.confirm.other-scope') };
}

function shown(
  found: FoundProposal,
  { now, reasons, ...asking }: Asking & { readonly now: number; readonly reasons: ReadonlyMap<string, string> },
): Confirmation {
  const { id, act, by, through, at, until, settled } = found;
  const { reader, who } = asking;
  const colleague = (actor: string): Colleague => ({ id: actor, isYou: actor === who.id });
  const state = stateOf(found, now);
  return {
    id,
    act,
    title: reader.say(`console.confirm.act.${act}`),
    effect: reader.say(`console.confirm.effect.${act}`),
    facts: pairsOf(found, reader, reasons),
    by: colleague(by),
    through: through === undefined ? null : colleague(through),
    at,
    due: dueOf(Date.parse(until), now, reader),
    state,
    settledBy: settled === undefined ? null : colleague(settled.by),
    ...(state === 'open' ? mayOf(found, asking) : { may: 'nothing' as const, note: null }),
    isFinal: final.has(act),
  };
}

/** Why each hold was set that somebody wants to end; nothing where its person was erased. */
async function askReasons(reads: Reads, found: readonly FoundProposal[]): Promise<ReadonlyMap<string, string>> {
  const holds = found.flatMap(({ act, input }) =>
    act === 'hold.lift' && input !== undefined ? [words((JSON.parse(input) as Wish)['hold'])] : [],
  );
  const facts = await reads.facts(holds);
  return new Map(
    holds.flatMap((hold) => {
      const reason = ofKind('hold.set', facts.get(hold))?.payload.reason;
      return reason === undefined ? [] : [[hold, reason] as const];
    }),
  );
}

/** So many that ended a page shows; the file has all of them. */
const MOST_ENDED = 100;

/** What waits, the first to run out at the top, and what ended lately, the newest first. */
export async function askConfirmations(reads: Reads, asking: Asking) {
  const now = reads.now();
  const { found, isCut } = await askNewestProposals(reads, now - LATELY_MS);
  const reasons = await askReasons(reads, found);
  const all = found.map((each) => shown(each, { ...asking, now, reasons }));
  const ended = all.filter(({ state }) => state !== 'open');
  return {
    waiting: all.filter(({ state }) => state === 'open').reverse(),
    ended: ended.slice(0, MOST_ENDED),
    isCut: isCut || ended.length > MOST_ENDED,
  };
}

/** What confirming it needs before anything is done. */
export const isFinalAct = (act: GuardedAct): boolean => final.has(act);
