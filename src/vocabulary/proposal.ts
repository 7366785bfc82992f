/**
 * The words of acts that need a second person.
 * Flow:    read by facts, commands, openapi, answers, http.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0044.
 */
export const guardedActs = ['subject.erase', 'hold.lift', 'hold.end', 'staff.describe'] as const;
export type GuardedAct = (typeof guardedActs)[number];

export const proposalOutcomes = ['confirmed', 'declined'] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** How long a proposal waits for the second person. */
export const proposalLifeDays = 7;
