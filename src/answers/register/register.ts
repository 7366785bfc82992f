/**
 * The public register: every AI system that touches data about people, as it is published, for everybody to read.
 * Flow:    http → here → answers/use/systems.ts (the part that is the same for everybody).
 * Promise: nothing about any person, nothing meant for staff; a retired AI system stays listed, because its decisions
 *          do.
 * Source:  docs/law.md 9 (minimum fields); AI Act 26(7), 50; 11 CCR 7220; Colorado Rule 9.03 and SB 26-189.
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { basisWords } from '../../language/reasons.ts';
import type { HouseSettings } from '../../ports/reads.ts';
import { contactsOf } from '../contacts.ts';
import type { Reader } from '../reader.ts';
import type { PublishedNow } from '../use/material.ts';
import { declaredAnswer, type PublishedSystem, purposesOf } from '../use/systems.ts';
import { humanReviewGiven } from './human-review.ts';
import type { LetThrough } from './let-through.ts';

export interface RegisterMaterial extends PublishedNow {
  readonly letThrough: readonly LetThrough[];
  readonly settings: HouseSettings;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface RegisterPurpose {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: string;
  readonly significant: boolean;
  /** By regime: the code, and what it means in plain words. */
  readonly bases: readonly { readonly regime: string; readonly basis: string; readonly words: string }[];
  readonly dataCategories: readonly string[];
  readonly retention: string | null;
}

function purposeOf(purpose: Purpose, reader: Reader): RegisterPurpose {
  const { body, key } = purpose;
  const { kind, legalBasis, dataCategories } = body;
  return {
    key,
    name: reader.text(body.name) ?? key,
    description: reader.text(body.description),
    kind,
    significant: purpose.significant,
    bases: Object.entries(legalBasis).map(([regime, basis]) => ({
      regime,
      basis,
      words: basisWords(reader.language, basis),
    })),
    dataCategories,
    retention: reader.text(body.retention),
  };
}

/** One AI system as everybody may read it. */
export function registerEntry(system: PublishedSystem, published: RegisterMaterial, reader: Reader) {
  const served = purposesOf(system, published);
  const purposes = served.map((purpose) => purposeOf(purpose, reader));
  const humanReview = humanReviewGiven(served, { now: published.now, reader });
  const ways = {
    explanation: '/me/requests/new?kind=ai-explanation',
    humanReview: humanReview === null ? null : '/me/requests/new?kind=human-review',
    choices: '/me/choices',
    notice: `/v1/pre-use-notices/${system.key}`,
  };
  const declared = declaredAnswer(system, { published, reader });
  const shown = {
    'ai-system': [system.key],
    purpose: system.body.purposes,
    notice: declared.notices.map(({ key }) => key),
  };
  return {
    ...declared,
    notPlain: published.letThrough.filter(({ what, key }) => shown[what].includes(key)),
    purposes,
    decidesAboutPeople: purposes.some(({ significant }) => significant),
    humanReview,
    ways,
    contacts: contactsOf(published.settings, reader),
    languageFallback: reader.fellBack(),
  };
}

export type RegisterEntry = ReturnType<typeof registerEntry>;

/** The AI systems in order of their keys, those in use before those that are not. */
export function registerOf(published: RegisterMaterial, readerFor: () => Reader): readonly RegisterEntry[] {
  const entries = published.systems.map((system) => registerEntry(system, published, readerFor()));
  return entries.toSorted((one, other) => Number(one.status === 'retired') - Number(other.status === 'retired'));
}
