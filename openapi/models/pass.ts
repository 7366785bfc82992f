/**
 * Passes for pages of the company, what such a page shows of an AI system, and the choice made on it.
 * Flow:    here → endpoints/passes.ts.
 * Promise: a pass names one person, one AI system and one origin; every word that is shown comes with the answer.
 * Source:  AI Act 50; decision 0128.
 */
import { z } from 'zod';
import { chosenLimits } from '../../src/vocabulary/limit.ts';
import { choiceActs } from '../../src/vocabulary/pass.ts';
import { At, ConsentId, Entry, Key, LanguageTag, LimitId, PathSubject } from './basics.ts';

const Words = z.string().max(40_000);
const Version = z.int().min(1).max(1_000_000);

export const PassBody = z
  .strictObject({
    subject: PathSubject.describe('Who is signed in to your page: `customer:<id>`.'),
    aiSystem: Key.describe('The AI system that is at work there.'),
    origin: z
      .string()
      .max(300)
      .describe('The origin of the page, such as `https://shop.example.com`; it has to stand in CANDOR_PAGE_ORIGINS.'),
  })
  .meta({ id: 'PassBody', description: 'For whom, for which AI system and for which of your pages.' });
export const PassModel = z
  .object({ pass: z.string().max(4000), expiresAt: At })
  .meta({ id: 'Pass', description: 'A pass for one page: fifteen minutes.' });

const Way = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('buttons'),
    buttons: z
      .array(z.object({ label: Words, fields: z.record(z.string().max(40), z.string().max(100)) }))
      .max(5)
      .describe('`fields` are what POST /v1/page/choices takes.'),
    effect: Words.optional(),
  }),
  z.object({ kind: z.literal('said'), words: Words, href: z.string().max(2000).optional() }),
]);

const ChoiceOnPage = z.object({
  purpose: Key,
  name: Words,
  description: Words,
  allowed: z.boolean().describe('What a check would be answered now.'),
  words: Words.describe('How it stands now.'),
  notice: z
    .object({ key: Key, version: Version, title: Words, body: Words })
    .optional()
    .describe('The text that a yes belongs to.'),
  asksForYes: z.boolean().describe('Whether that text has to be in view.'),
  ways: z.array(Way).max(20),
});

export const PageNoticeModel = z
  .object({
    aiSystem: z.object({ key: Key, name: Words, version: Version }),
    language: LanguageTag,
    languageFallback: z.boolean(),
    title: Words,
    disclosure: Words.describe('That it is AI, in the words of the AI system or ours.'),
    status: Words.nullable(),
    parts: z.array(z.object({ title: Words, items: z.array(Words).max(200) })).max(10),
    choices: z.array(ChoiceOnPage).max(100),
    more: z.object({ words: Words, href: z.string().max(2000) }),
    words: z.record(z.string().max(40), Words).describe('What the elements say by themselves.'),
  })
  .meta({ id: 'PageNotice', description: 'What a page shows of one AI system to one person.' });

export const PageChoiceBody = z
  .strictObject({
    action: z.enum(choiceActs),
    purpose: Key,
    limit: z.enum(chosenLimits).exactOptional(),
    notice: z
      .strictObject({ key: Key, version: Version })
      .exactOptional()
      .describe('The text that stood beside the button.'),
  })
  .meta({ id: 'PageChoiceBody', description: 'The fields of a button that was pressed.' });

export const PageChoiceMade = z
  .object({
    recorded: z.object({ id: z.union([ConsentId, LimitId]), entry: Entry.optional() }),
    said: Words.describe('That it is saved, and how it stands now.'),
    notice: PageNoticeModel,
  })
  .meta({ id: 'PageChoiceMade', description: 'The choice is in the record.' });
