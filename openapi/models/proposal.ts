/**
 * Acts that need a second person: what is answered instead of doing them, and how they ended.
 * Flow:    here → endpoints/proposals.ts and the endpoints of those acts.
 * Promise: who proposed and who settled are pseudonyms; nothing of what was proposed is repeated.
 * Source:  decision 0044.
 */
import { z } from 'zod';
import { guardedActs, proposalOutcomes } from '../../src/vocabulary/proposal.ts';
import { ProposalId } from './access.ts';
import { At, Entry, SubjectId } from './basics.ts';

const Actor = z.string().max(200);
const act = z.enum(guardedActs);

/** Instead of the reply of the act. */
export const ProposedModel = z
  .object({
    proposal: ProposalId,
    act,
    until: At.describe('Until when somebody else can confirm it.'),
    state: z.literal('open'),
    confirm: z
      .object({ method: z.literal('POST'), href: z.string().max(100) })
      .describe('What the second person calls.'),
    entry: Entry.optional(),
  })
  .meta({ id: 'Proposed', description: 'Nothing was done yet: a second person has to confirm it.' });

const ProposalModel = z
  .object({
    id: ProposalId,
    act,
    by: Actor,
    at: At,
    until: At,
    subject: SubjectId.optional(),
    state: z.enum([...proposalOutcomes, 'open', 'expired']),
    settledBy: Actor.optional(),
    settledAt: At.optional(),
  })
  .meta({ id: 'Proposal' });
export const Proposals = z.object({ items: z.array(ProposalModel).max(100) }).meta({ id: 'Proposals' });

export const ProposalSettledModel = z
  .object({
    proposal: ProposalId,
    outcome: z.enum(proposalOutcomes),
    act: act.optional(),
    result: z.unknown().optional().describe('What the act itself answers.'),
    entry: Entry.optional(),
  })
  .meta({ id: 'ProposalSettled' });
