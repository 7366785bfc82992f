/**
 * One AI system as everybody may read it.
 * Flow:    here → endpoints/register.ts; answers/register assembles it.
 * Promise: the members below are fixed; more may stand beside them; nothing about any person.
 * Source:  docs/law.md 9.
 */
import { z } from 'zod';
import { At, Key, Regime } from './basics.ts';
import { ContactsModel } from './contact.ts';

const Words = z.string().max(4000);
const Lines = z.array(Words).max(100);

export const RegisterEntryModel = z
  .object({
    key: Key,
    name: Words,
    version: z.int().min(1),
    status: z.enum(['live', 'suspended', 'retired']),
    statusWords: Words.nullable(),
    description: Words.nullable(),
    purposes: z
      .array(
        z.object({
          key: Key,
          name: Words,
          description: Words.nullable(),
          significant: z.boolean(),
          bases: z.array(z.object({ regime: Regime, basis: z.string().max(64), words: Words })).max(50),
        }),
      )
      .max(100),
    decidesAboutPeople: z.boolean(),
    dataCategories: z.array(z.object({ category: Key, label: Words })).max(100),
    sources: Lines,
    logic: Words.nullable(),
    benefits: Lines,
    limitations: Lines,
    possibleConsequences: Lines,
    humanOversight: z.object({ mode: z.string().max(40), words: Words, description: Words.nullable() }).nullable(),
    evaluation: z
      .array(z.object({ what: Words, done: z.boolean(), result: Words.nullable(), date: At.nullable() }))
      .max(20),
    optOut: Words.nullable(),
    alternativeProcess: Words.nullable(),
    trainingUse: z.object({ used: z.boolean(), words: Words }).nullable(),
    retention: Words.nullable(),
    humanReview: z
      .object({ regimes: z.array(Regime).max(100), words: Words })
      .nullable()
      .describe('The laws that give a human who looks again at a decision. Null: none that applies here.'),
    ways: z.object({
      explanation: z.string().max(400),
      humanReview: z.string().max(400).nullable().describe('Null where no law below gives it.'),
      choices: z.string().max(400),
      notice: z.string().max(400),
    }),
    notPlain: z
      .array(
        z.object({
          what: z.enum(['ai-system', 'purpose', 'notice']),
          key: Key,
          version: z.int().min(1),
          reason: z.string().max(500),
          role: z.string().max(20).describe('In which role it was published.'),
          publishedAt: At,
        }),
      )
      .max(300)
      .describe('Texts that were published although they are not plain enough, and the reason given.'),
    contacts: ContactsModel,
    lastChanged: At,
    languageFallback: z.boolean(),
  })
  .meta({ id: 'RegisterEntry', description: 'One AI system in the public register.' });

export const Register = z
  .object({ items: z.array(RegisterEntryModel).max(1000), contacts: ContactsModel })
  .meta({ id: 'Register', description: 'Every AI system that touches data about people.' });
