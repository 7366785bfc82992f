/**
 * That an act was proposed which needs a second person, and that somebody else confirmed or declined it.
 * Flow:    commands/proposal → here → ledger → answers/proposal.
 * Promise: who proposed and who settled stand in clear and outlive an erasure, and name nobody whom the act is about;
 *          what exactly was proposed stands sealed in the chain of that person.
 * Source:  decision 0044.
 */
import { z } from 'zod';
import { guardedActs, proposalOutcomes } from '../vocabulary/proposal.ts';
import { RecordedText, RecordedTime, v1 } from './form.ts';

const act = z.enum(guardedActs);
const proposal = z.string().startsWith('prp_');

export const ProposalMade = z.strictObject({
  v: v1,
  act,
  until: RecordedTime,
  /** The fact `proposal.recorded`, where the act is about somebody. */
  about: z.string().startsWith('prs_').exactOptional(),
  /** What was proposed as JSON, only where it names nobody. */
  input: RecordedText.exactOptional(),
});
export type ProposalMade = z.infer<typeof ProposalMade>;

export const ProposalRecorded = z.strictObject({ v: v1, proposal, act, until: RecordedTime, input: RecordedText });
export type ProposalRecorded = z.infer<typeof ProposalRecorded>;

export const ProposalSettled = z.strictObject({ v: v1, proposal, act, outcome: z.enum(proposalOutcomes) });
export type ProposalSettled = z.infer<typeof ProposalSettled>;
