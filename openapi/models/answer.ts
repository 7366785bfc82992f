/**
 * The answer to "how is my data used by AI?" and the data that is held about a person.
 * Flow:    here → endpoints/answers.ts; answers/use assembles it.
 * Promise: the members below are fixed; more may stand beside them.
 * Source:  docs/design.md 8.1; docs/law.md 4.
 */
import { z } from 'zod';
import { trainingStates } from '../../src/vocabulary/training.ts';
import { At, Key, LanguageTag, Regime } from './basics.ts';
import { ContactsModel } from './contact.ts';

const Words = z.string().max(4000);
const Count = z.int().min(0);
const Call = z.object({
  method: z.enum(['GET', 'POST', 'DELETE']),
  href: z.string().max(400),
  body: z.record(z.string().max(64), z.unknown()).optional(),
});
const Way = {
  href: z.string().max(400).describe('A page of this service.'),
  api: Call.describe('The call behind the page.'),
};
const Tags = z.array(z.string().max(64)).max(100).describe('Which rules ask for this.');

const Uses = z.object({
  allowed: Count,
  refused: Count,
  reported: Count,
  reportedWithoutPermission: Count.describe('Of the reported ones: those that nothing on record permits.'),
  firstAt: At.nullable(),
  lastAt: At.nullable(),
  byMonth: z.array(z.object({ month: z.string().max(7), allowed: Count, refused: Count, reported: Count })).max(1200),
  byCategory: z.array(z.object({ category: Key, label: Words, count: Count })).max(1000),
});

const Doing = z.array(z.object({ action: z.string().max(40), words: Words, effect: Words, way: z.object(Way) }));
const WithoutPermission = z
  .object({
    count: Count,
    firstAt: At,
    lastAt: At,
    words: Words,
    systems: z
      .array(
        z.object({
          aiSystem: z.object({ key: Key, name: Words }),
          count: Count,
          firstAt: At,
          lastAt: At,
          words: Words,
          because: z.array(z.object({ reason: Key, count: Count, words: Words })).max(100),
        }),
      )
      .max(1000),
    whatYouCanDo: Doing.max(1000),
  })
  .meta({ id: 'AiUseWithoutPermission', description: 'Uses that were reported and that nothing on record permits.' });

const System = z
  .object({
    key: Key,
    name: Words,
    version: Count,
    status: z.string().max(20),
    uses: Uses,
    choice: z.object({ words: Words }),
    whatYouCanDo: Doing.max(100),
    completeness: z.array(z.object({ code: z.string().max(100), words: Words })).max(100),
    requiredBy: Tags,
  })
  .meta({
    id: 'AiUseSystem',
    description: 'One AI system: what is published about it, and how it used the data of this person.',
  });

const Decision = z.object({ id: z.string().max(30), requiredBy: Tags.optional() }).meta({
  id: 'AiUseDecision',
  description: 'One automated decision, with the inputs, factors and alternatives recorded at the time.',
});

const Right = z
  .object({
    right: z.string().max(64),
    title: Words.optional(),
    available: z.boolean(),
    why: Words,
    how: Words,
    ...Way,
    answerWithin: Words.nullable(),
    requiredBy: Tags,
  })
  .meta({ id: 'AiUseRight' });

export const AiUse = z
  .object({
    contacts: ContactsModel,
    subject: z.string().max(160),
    regimes: z.array(Regime).max(20),
    period: z.object({ from: At.nullable(), to: At }),
    generatedAt: At,
    language: LanguageTag,
    languageFallback: z.boolean(),
    summary: Words,
    usesWithoutPermission: WithoutPermission.nullable().describe('Said first; null where every use was permitted.'),
    systems: z.array(System).max(1000),
    trainings: z
      .array(
        z.object({
          run: z.string().max(30),
          aiSystem: z.object({ key: Key, name: Words }),
          purpose: z.object({ key: Key, name: Words }),
          modelVersion: z.string().max(64),
          at: At,
          state: z.enum(trainingStates),
          words: Words,
        }),
      )
      .max(50)
      .describe('Training runs that the data of this person went into, the newest first.'),
    automatedDecisions: z.array(Decision).max(20).describe('The newest first.'),
    next: z.string().max(2000).nullable(),
    rights: z.array(Right).max(100),
    withheld: z.array(z.object({ item: Words, ground: Words, legalRef: Words, escalation: Words })).max(100),
    noUseRecorded: z
      .object({ since: At.nullable(), systemsNotReporting: z.array(z.unknown()).max(1000) })
      .nullable()
      .describe('Said where nothing was recorded, so that silence is never an answer.'),
    proof: z.object({ checkpoint: z.string().max(4000).nullable(), entries: Count }),
  })
  .meta({ id: 'AiUse', description: 'How AI uses the data of one person, from recorded facts only.' });

export const HeldData = z
  .object({ subject: z.string().max(160).nullable(), generatedAt: At })
  .meta({ id: 'HeldData', description: 'Everything held about one person, opened, in a portable form.' });
