/**
 * Asks for the acts that wait for a second person, and how each ended.
 * Flow:    http → here → ports/reads.
 * Promise: who proposed and who settled is told also after an erasure; what was proposed only where it still opens.
 * Source:  decision 0044.
 */
import type { Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { GuardedAct, ProposalOutcome } from '../../vocabulary/proposal.ts';

const SHOWN = 100;
/** Whoever settles does so within a week, so the newest of them hold those of all that can still be open. */
const SETTLED = 1000;

interface Settled {
  readonly outcome: ProposalOutcome;
  readonly by: string;
  readonly at: string;
}

interface FoundProposal {
  readonly id: string;
  readonly act: GuardedAct;
  readonly by: string;
  readonly at: string;
  readonly until: string;
  /** Whom it is about; absent after an erasure, and where it is about nobody. */
  readonly subject?: string;
  /** What was proposed, as JSON. */
  readonly input?: string;
  readonly settled?: Settled;
}

async function askSettled(reads: Reads): Promise<ReadonlyMap<string, Settled>> {
  const { items } = await reads.entries({ kind: 'proposal.settled', limit: SETTLED });
  const facts = await reads.facts(items.flatMap(({ id }) => id ?? []));
  // The oldest last, so that the first to settle is the one that counts.
  return new Map(
    items.flatMap(({ id = '' }) => {
      const fact = ofKind('proposal.settled', facts.get(id));
      if (fact === undefined) return [];
      const { proposal, outcome } = fact.payload;
      return [[proposal, { outcome, by: fact.actor.id, at: timeOf(fact.at) }] as const];
    }),
  );
}

async function askMade(reads: Reads, ids: readonly string[]): Promise<readonly FoundProposal[]> {
  const settled = await askSettled(reads);
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
    return [{ id, act, until, by: fact.actor.id, at: timeOf(fact.at), ...defined(open) }];
  });
}

export const askProposal = async (reads: Reads, id: string): Promise<FoundProposal | undefined> =>
  (await askMade(reads, [id]))[0];

/** The newest first. */
export async function askProposals(reads: Reads) {
  const { items } = await reads.entries({ kind: 'proposal.made', limit: SHOWN });
  const found = await askMade(
    reads,
    items.flatMap(({ id }) => id ?? []),
  );
  const now = reads.now();
  return found.map(({ input: _input, settled, ...proposal }) => ({
    ...proposal,
    state: settled?.outcome ?? (now < Date.parse(proposal.until) ? 'open' : 'expired'),
    ...defined({ settledBy: settled?.by, settledAt: settled?.at }),
  }));
}
