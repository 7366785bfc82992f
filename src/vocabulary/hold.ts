/**
 * The words of a legal hold: what may be kept of a person who is erased, and on which ground.
 * Flow:    read by openapi, facts, commands, ledger, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  GDPR 17(3); docs/design.md 6.
 */
export const keepGrounds = [
  'legal-obligation',
  'art17-3-a-expression',
  'art17-3-b-legal-obligation',
  'art17-3-c-public-health',
  'art17-3-d-archiving-research',
  'art17-3-e-legal-claims',
] as const;
export type KeepGround = (typeof keepGrounds)[number];

export const isKeepGround = (word: string): word is KeepGround => (keepGrounds as readonly string[]).includes(word);

/** The ground as requests name it: a legal obligation is one of GDPR 17(3), too. */
export const denialCodeOf = (ground: KeepGround): string =>
  ground === 'legal-obligation' ? 'art17-3-b-legal-obligation' : ground;

/** Kinds of what is recorded about a person; each stands for the kinds of facts that begin with these words. */
export const heldKinds = {
  identifiers: ['subject.'],
  consents: ['consent.'],
  limits: ['limit.'],
  uses: ['use.'],
  decisions: ['decision.'],
  requests: ['request.'],
  reviews: ['review.', 'file.'],
  messages: ['message.'],
  notices: ['notice.'],
  notes: ['note.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type HeldKind = keyof typeof heldKinds;
export const heldKindNames = Object.keys(heldKinds) as readonly HeldKind[] as readonly [HeldKind, ...HeldKind[]];

/** One thing that is named in a hold: all of a kind, all of a purpose, or one fact with what refers to it. */
export type HeldItem = { readonly kind: HeldKind } | { readonly purpose: string } | { readonly fact: string };

/** Why a hold on an erased person ended. */
export const holdEnds = ['lifted', 'until'] as const;
export type HoldEnd = (typeof holdEnds)[number];
