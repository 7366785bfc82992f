/**
 * What can be left out of an answer that is given in part.
 * Flow:    read by openapi, facts, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts; a part of a decision is named as
 *          its report names it, so that it is left out wherever the answer would show it.
 * Source:  GDPR 15(4), 23; C-203/22; DPA 2018 Sch 2–4; docs/law.md 3.4.
 */
export const withheldParts = ['inputs', 'factors', 'counterfactuals', 'output'] as const;
export type WithheldPart = (typeof withheldParts)[number];

/** `other` is something that the company answers by hand; its words say what. */
export const withheldItems = [...withheldParts, 'other'] as const;
type WithheldItem = (typeof withheldItems)[number];

export interface WithheldWish {
  readonly item: WithheldItem;
  /** Left out: of every automated decision in the answer. */
  readonly decision?: string;
  /** What `other` is. */
  readonly words?: string;
}

export const isWithheldPart = (item: WithheldItem): item is WithheldPart => item !== 'other';
