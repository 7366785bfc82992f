/**
 * Asks for the acts that wait for a second person, and how each ended.
 * Flow:    http → here → ports/reads.
 * Promise: who proposed and who settled is told also after an erasure; what was proposed only where it still opens.
 * Source:  decision 0044.
 */
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import { type GuardedAct, type ProposalOutcome, proposalLifeDays } from '../../vocabulary/proposal.ts';

const SHOWN = 100;
/** Whoever settles does so within a week, so the newest of them hold those of all that can still be open. */
const SETTLED = 1000;

interface Settled {
  readonly outcome: ProposalOutcome;
  readonly by: string;
  readonly at: string;
}
type Settlements = ReadonlyMap<string, Settled>;

export interface FoundProposal {
  readonly id: string;
  readonly act: GuardedAct;
  readonly by: string;
  /** Whoever made the link that they came in by, where it was somebody else. */
  readonly through?: string;
  readonly at: string;
  readonly until: string;
  /** Whom it is about; absent after an erasure, and where it is about nobody. */
  readonly subject?: string;
  /** What was proposed, as JSON. */
  readonly input?: string;
  readonly settled?: Settled;
}

async function settledAmong(
  reads: Reads,
  items: readonly ChainEntry[],
): Promise<readonly (readonly [string, Settled])[]> {
  const facts = await reads.facts(items.flatMap(({ id }) => id ?? []));
  return items.flatMap(({ id = '' }) => {
    const fact = ofKind('proposal.settled', facts.get(id));
    if (fact === undefined) return [];
    const { proposal, outcome } = fact.payload;
    return [[proposal, { outcome, by: fact.actor.id, at: timeOf(fact.at) }] as const];
  });
}

/** The oldest last, so that the first to settle is the one that counts. */
async function askSettled(reads: Reads): Promise<Settlements> {
  const { items } = await reads.entries({ kinds: ['proposal.settled'], limit: SETTLED });
  return new Map(await settledAmong(reads, items));
}

async function everySettled(reads: Reads): Promise<Settlements> {
  const all = new Map<string, Settled>();
  let before: number | undefined;
  do {
    const page = await reads.entries({ kinds: ['proposal.settled'], limit: SETTLED, ...defined({ before }) });
    for (const [proposal, settled] of await settledAmong(reads, page.items)) all.set(proposal, settled);
    before = page.next ?? undefined;
  } while (before !== undefined);
  return all;
}

async function askMade(reads: Reads, ids: readonly string[], known?: Settlements): Promise<readonly FoundProposal[]> {
  const settled = known ?? (await askSettled(reads));
  const made = await reads.facts(ids);
  const sealed = await reads.facts(
    [...made.values()].flatMap((fact) => ofKind('proposal.made', fact)?.payload.about ?? []),
  );
  return ids.flatMap((id) => {
    const fact = ofKind('proposal.made', made.get(id));
    if (fact === undefined) return [];
    const { act, until, about = '', input } = fact.payload;
    const recorded = ofKind('proposal.recorded', sealed.get(about));
    const open = { input: input ?? recorded?.payload.input, subject: recorded?.subject, settled: settled.get(id) };
    const by = { by: fact.actor.id, ...defined({ through: fact.actor.through?.id }) };
    return [{ id, act, until, ...by, at: timeOf(fact.at), ...defined(open) }];
  });
}

export const askProposal = async (reads: Reads, id: string): Promise<FoundProposal | undefined> =>
  (await askMade(reads, [id]))[0];

type ProposalState = ProposalOutcome | 'open' | 'expired';

export const stateOf = ({ settled, until }: FoundProposal, now: number): ProposalState =>
  settled?.outcome ?? (now < Date.parse(until) ? 'open' : 'expired');

interface Newest {
  readonly found: readonly FoundProposal[];
  /** True where there are older ones. */
  readonly isCut: boolean;
}

/** The newest first, with what was proposed; since a moment, as many as settlements are known for. */
export async function askNewestProposals(reads: Reads, since?: number): Promise<Newest> {
  const most = since === undefined ? SHOWN : SETTLED;
  const ids: string[] = [];
  let before: number | undefined;
  do {
    const page = await reads.entries({ kinds: ['proposal.made'], limit: SHOWN, ...defined({ from: since, before }) });
    ids.push(...page.items.flatMap(({ id }) => id ?? []));
    before = page.next ?? undefined;
  } while (before !== undefined && ids.length < most);
  return { found: ids.length === 0 ? [] : await askMade(reads, ids), isCut: before !== undefined };
}

/** How many wait for a second person now. */
export async function countWaiting(reads: Reads): Promise<number> {
  const now = reads.now();
  const { found } = await askNewestProposals(reads, now - proposalLifeDays * DAY_MS);
  return found.filter((proposal) => stateOf(proposal, now) === 'open').length;
}

function shownProposal(found: FoundProposal, now: number) {
  const { input: _input, through: _through, settled, ...proposal } = found;
  return { ...proposal, state: stateOf(found, now), ...defined({ settledBy: settled?.by, settledAt: settled?.at }) };
}

/** The newest first. */
export async function askProposals(reads: Reads) {
  const now = reads.now();
  return (await askNewestProposals(reads)).found.map((found) => shownProposal(found, now));
}

/** All there ever were, the newest first. */
export async function* everyProposal(reads: Reads) {
  const now = reads.now();
  const settled = await everySettled(reads);
  let before: number | undefined;
  do {
    const page = await reads.entries({ kinds: ['proposal.made'], limit: SHOWN, ...defined({ before }) });
    const ids = page.items.flatMap(({ id }) => id ?? []);
    for (const found of await askMade(reads, ids, settled)) yield shownProposal(found, now);
    before = page.next ?? undefined;
  } while (before !== undefined);
}
