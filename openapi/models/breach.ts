/**
 * A breach of personal data: what is known of it, whom law wants told and until when, and whom it reached.
 * Flow:    basics.ts → here → endpoints/breaches.ts, models/report.ts; answers/breach computes them.
 * Promise: whoever writes names nobody; people are listed apart, by pseudonym.
 * Source:  GDPR 33, 34; decision 0117.
 */
import { z } from 'zod';
import { breachParties, breachStates, breachTopics, everyBreachGround } from '../../src/vocabulary/breach.ts';
import { At, Entry, freeText, Key, Regime, SubjectId, Time } from './basics.ts';

export const BreachId = z
  .string()
  .max(30)
  .regex(/^brc_[0-9a-hjkmnp-tv-z]{26}$/)
  .meta({ id: 'BreachId', examples: ['brc_01h455vb4pex5vsknk084sn02q'] });

const Words = freeText(20_000).describe('In your words. Name nobody: this is kept for ever.');
const keys = z.array(Key).min(1).max(100).exactOptional();
const scope = {
  from: Time.exactOptional().describe('From when on data was within reach.'),
  to: Time.exactOptional(),
  aiSystems: keys.describe('By whose uses the affected people are found. Left out: any.'),
  purposes: keys.describe('Only uses for these. Left out: any.'),
  dataCategories: keys.describe('Which kinds of data, for the authority.'),
};

export const BreachBody = z
  .strictObject({
    what: Words,
    noticedAt: Time.describe('When you became aware of it. The hours of the law run from here.'),
    regimes: z
      .array(Regime)
      .min(1)
      .max(20)
      .exactOptional()
      .describe('The laws that you stand under. Left out: the one of this installation.'),
    ...scope,
  })
  .meta({ id: 'BreachBody' });
export const BreachNoteBody = z
  .strictObject({ about: z.enum(breachTopics), text: Words, ...scope })
  .meta({ id: 'BreachNoteBody', description: 'What was found since. What is named of the scope replaces what stood.' });
export const BreachToldBody = z
  .strictObject({
    whom: z.enum(breachParties),
    toldAt: Time,
    text: Words.describe('How, and under which number.'),
    lateBecause: Words.exactOptional().describe('Needed where the authority was told later than the law wants it.'),
  })
  .meta({ id: 'BreachToldBody' });
export const BreachNotToldBody = z
  .strictObject({
    whom: z.enum(breachParties),
    ground: z
      .enum(everyBreachGround)
      .describe(
        'For the authority `risk-unlikely` (GDPR 33(1)); for people `no-high-risk` (34(1)), `unintelligible`, `risk-averted` or `public-notice` (34(3)).',
      ),
    text: Words.describe('Why it is so here.'),
  })
  .meta({ id: 'BreachNotToldBody' });

export const BreachTaken = z.object({ id: BreachId, entry: Entry.optional() }).meta({ id: 'BreachTaken' });

const By = z.string().max(40);
const listOfKeys = z.array(Key).max(100);
const Said = z.object({
  state: z.enum(breachStates),
  said: z
    .array(
      z.object({
        at: At,
        by: By,
        told: z.boolean(),
        toldAt: At.nullable(),
        ground: z.enum(everyBreachGround).nullable(),
        text: z.string().max(40_000),
        lateBecause: z.string().max(40_000).nullable(),
      }),
    )
    .max(10_000)
    .describe('The oldest first; the last one counts.'),
});

const shown = {
  id: BreachId,
  what: z.string().max(40_000),
  noticedAt: At,
  recordedAt: At,
  regimes: z.array(Regime).max(20),
  from: At.nullable(),
  to: At.nullable(),
  aiSystems: listOfKeys,
  purposes: listOfKeys,
  dataCategories: listOfKeys,
  clocks: z
    .array(z.object({ regime: Regime, rule: z.string().max(40), source: z.string().max(100), dueAt: At }))
    .max(20)
    .describe('Hours of the clock from the moment it was noticed. Empty where no law of yours has hours.'),
  dueAt: At.nullable().describe('When the first of them ends.'),
  isLate: z.boolean().describe('The authority was told after that, or is not told yet and it has passed.'),
  authority: Said,
  people: Said,
  notes: z.array(z.object({ at: At, by: By, about: z.enum(breachTopics), text: z.string().max(40_000) })).max(10_000),
};
export const BreachModel = z
  .object(shown)
  .meta({ id: 'Breach', description: 'A breach of personal data as the register has it.' });

export const Breaches = z
  .object({ items: z.array(BreachModel).max(10_000).describe('The newest first.') })
  .meta({ id: 'Breaches' });

const count = z.int().min(0);
export const ReachedCount = z.object({ people: count, uses: count }).meta({
  id: 'BreachAffectedCount',
  description: 'How many people, and how many uses of their data, lie in the scope.',
});
export const ReachedList = z
  .object({
    items: z
      .array(z.object({ subject: SubjectId, identifiers: z.array(z.string().max(400)).max(1000), uses: count }))
      .max(1000),
    next: z.string().max(400).nullable(),
  })
  .meta({ id: 'BreachAffected' });
export const BreachReportModel = z
  .object({
    from: At,
    to: At,
    generatedAt: At,
    late: count,
    open: count.describe('Where the authority or the people are neither told nor is there a reason.'),
    breaches: z.array(z.object({ ...shown, affected: z.object({ people: count, uses: count }) })).max(10_000),
  })
  .meta({ id: 'BreachReport', description: 'The breaches noticed in a time.' });
