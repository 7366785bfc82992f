/**
 * Which kinds of facts belong together for whoever audits: the first choice of a filter.
 * Flow:    answers/ledger → here.
 * Promise: every kind stands in one group; a kind that is added later does not compile before it stands in one.
 * Source:  docs/design.md 5 (kinds).
 */
import type { FactKind } from '../../facts/facts.ts';

export const kindGroups = [
  'uses',
  'decisions',
  'choices',
  'requests',
  'people',
  'erasures',
  'messages',
  'published',
  'staff',
  'record',
] as const;
type KindGroup = (typeof kindGroups)[number];

const groupOf = {
  'use.allowed': 'uses',
  'use.refused': 'uses',
  'use.reported': 'uses',
  'use.ended': 'uses',
  'use.observed': 'uses',
  'use.uncovered': 'uses',
  'training.registered': 'uses',
  'training.included': 'uses',
  'training.counted': 'uses',
  'training.ended': 'uses',
  'decision.recorded': 'decisions',
  'decision.reported': 'decisions',
  'review.opened': 'decisions',
  'review.assigned': 'decisions',
  'review.evidence-viewed': 'decisions',
  'review.view-noted': 'decisions',
  'review.second-opinion': 'decisions',
  'review.concluded': 'decisions',
  'review.cancelled': 'decisions',
  'consent.given': 'choices',
  'consent.refused': 'choices',
  'consent.withdrawn': 'choices',
  'limit.set': 'choices',
  'limit.lifted': 'choices',
  'request.received': 'requests',
  'request.verified': 'requests',
  'request.extended': 'requests',
  'request.paused': 'requests',
  'request.resumed': 'requests',
  'request.denied': 'requests',
  'request.fulfilled': 'requests',
  'request.cancelled': 'requests',
  'request.appealed': 'requests',
  'task.opened': 'requests',
  'task.moved': 'requests',
  'task.done': 'requests',
  'subject.linked': 'people',
  'subject.described': 'people',
  'address.confirmed': 'people',
  'file.added': 'people',
  'note.added': 'people',
  'hold.set': 'people',
  'hold.lifted': 'people',
  'person.erased': 'erasures',
  'erasure.certified': 'erasures',
  'request.logged': 'erasures',
  'hold.ended': 'erasures',
  'consent.proof-kept': 'erasures',
  'payload.expired': 'erasures',
  'notice.shown': 'messages',
  'message.written': 'messages',
  'message.sent': 'messages',
  'message.given-up': 'messages',
  'message.handed-over': 'messages',
  'purpose.published': 'published',
  'notice.published': 'published',
  'ai-system.published': 'published',
  'recipient.published': 'published',
  'ai-system.suspended': 'published',
  'ai-system.resumed': 'published',
  'staff.described': 'staff',
  'look.taken': 'staff',
  'look.recorded': 'staff',
  'link.made': 'staff',
  'link.opened': 'staff',
  'access.revoked': 'staff',
  'access.restored': 'staff',
  'proposal.made': 'staff',
  'proposal.recorded': 'staff',
  'proposal.settled': 'staff',
  'breach.recorded': 'record',
  'breach.noted': 'record',
  'breach.told': 'record',
  'breach.not-told': 'record',
  'webhook.made': 'record',
  'webhook.changed': 'record',
  'webhook.ended': 'record',
  'log.key-changed': 'record',
  'log.continued': 'record',
  'key.rotated': 'record',
} as const satisfies Record<FactKind, KindGroup>;

const all = Object.entries(groupOf);

/** In the order of the house. */
export const kindsIn = (group: KindGroup): readonly string[] =>
  all.filter(([, each]) => each === group).map(([kind]) => kind);

const isGroup = (word: string): word is KindGroup => (kindGroups as readonly string[]).includes(word);

/** The kinds that a filter means: those of a group, or one by its own name. */
export const kindsOf = (filter: string): readonly string[] => (isGroup(filter) ? kindsIn(filter) : [filter]);
