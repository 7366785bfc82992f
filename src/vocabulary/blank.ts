/**
 * Whether words are there to be read: what shows nothing says nothing, whatever characters it is made of.
 * Flow:    read by openapi (every free text), http (forms).
 * Promise: spaces of any kind, joiners, fillers, control characters and marks without a letter are no words.
 * Source:  docs/law.md 3.4; decision 0025.
 */
const showsNothing = /[\s\p{Z}\p{C}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/gu;

export const isBlank = (text: string): boolean => text.replace(showsNothing, '') === '';
