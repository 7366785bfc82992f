/**
 * Words of passes and of what is pressed beside a purpose.
 * Flow:    read by openapi, http, answers, language.
 * Promise: the id of a pass can be told from that of a sign-in link, because both stand as `through` in entries.
 * Source:  decision 0128.
 */
export const choiceActs = ['agree', 'refuse', 'withdraw', 'object', 'opt-out', 'lift'] as const;
export type ChoiceAct = (typeof choiceActs)[number];

export const PASS_ID = 'pas';
/** Whether an act was done on a page of the company and not by a sign-in link. */
export const isByPass = (through: string): boolean => through.startsWith(`${PASS_ID}_`);
