/**
 * The words of signing in and of ending it.
 * Flow:    read by facts, commands, openapi, http, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0042; decision 0043.
 */

/** Who made a sign-in link: somebody described as staff, the operator at the machine, any other administrator. */
export const linkMakers = ['staff', 'operator', 'administrator'] as const;
export type LinkMakerWord = (typeof linkMakers)[number];

export const linkPlaces = ['me', 'console'] as const;
export type LinkPlace = (typeof linkPlaces)[number];

/** The `sub` under which the commands at the machine itself call. */
export const operatorPrincipal = 'operator';

/** Why a token or everything of a principal was ended; codes only, so that the fact names nobody. */
export const revocationCauses = ['lost', 'stolen', 'left', 'rotated', 'other'] as const;
export type RevocationCause = (typeof revocationCauses)[number];

/** Within how many seconds every node follows; the node that recorded it follows before it answers. */
export const revocationHoldsWithinSeconds = 5;
