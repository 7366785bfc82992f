/**
 * The words of notices: how one is put before a person, and how far the notice of an adverse outcome has come.
 * Flow:    read by openapi, facts, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  11 CCR 7220(b); C.R.S. 6-1-1704.
 */
export const waysOfShowing = ['page', 'app', 'email', 'letter', 'spoken', 'in-person'] as const;

/**
 * `pending`: the decision waits for a human, so there is no outcome yet. `written`: on its way to the person. `sent`:
 * it left. `due`: nothing has reached the person, somebody has to tell them. `given`: staff told them in another way.
 * `lifted`: the decision did not stay, so there is nothing to tell.
 */
export const adverseNoticeStates = ['pending', 'written', 'sent', 'due', 'given', 'lifted'] as const;
export type AdverseNoticeState = (typeof adverseNoticeStates)[number];
