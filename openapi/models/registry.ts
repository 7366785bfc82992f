/**
 * What the company declares before it uses anything, as the API takes and answers it.
 * Flow:    facts (purpose, notice, AI system, recipient) → here → endpoints/registry.ts; commands/registry receive the
 *          checked bodies.
 * Promise: a body is strict; what is answered is the body as published plus key, version and time.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 1) and 9; decision 0010.
 */
import { z } from 'zod';
import { aiSystemIn } from '../../src/facts/ai-system.ts';
import { noticeIn } from '../../src/facts/notice.ts';
import { purposeIn } from '../../src/facts/purpose.ts';
import { recipientIn } from '../../src/facts/recipient.ts';
import { PlainFinding, suspensionIn } from '../../src/facts/registry.ts';
import { At, Entry, Key, Texts } from './basics.ts';
import { orElse, taken } from './taken.ts';

const purpose = purposeIn(taken);
export const PurposeBody = z
  .strictObject({
    ...purpose,
    onlineService: orElse(purpose.onlineService, true),
    material: orElse(purpose.material, true),
  })
  .meta({ id: 'PurposeBody', description: 'Why data is used, on what legal basis, with which kinds of data.' });

const notice = noticeIn(taken);
export const NoticeBody = z
  .strictObject({
    ...notice,
    explicit: orElse(notice.explicit, false),
    material: orElse(notice.material, true),
  })
  .meta({ id: 'NoticeBody', description: 'What people are shown before they choose.' });

const aiSystem = aiSystemIn(taken);
export const AiSystemBody = z
  .strictObject({
    ...aiSystem,
    reasonCatalogue: aiSystem.reasonCatalogue
      .unwrap()
      .meta({
        id: 'ReasonCatalogue',
        description:
          'What each reason of a decision means. Once published, a decision with a reason that is not in it, is vague or is not translated is refused.',
      })
      .exactOptional(),
  })
  .meta({ id: 'AiSystemBody', description: 'A model or service that uses data about people.' });

export const RecipientBody = z
  .strictObject(recipientIn(taken))
  .meta({ id: 'RecipientBody', description: 'Who receives data.' });

const plainLanguage = z.object({
  overriddenBy: z.object({ id: z.string().max(100), role: z.string().max(20) }),
  findings: z.array(z.object(PlainFinding.shape)).max(50),
});

/** What the registry answers: the body as published, with its place among the versions. */
const published = <S extends z.ZodRawShape>(body: z.ZodObject<S>) =>
  z.object({
    key: Key,
    version: z.int().min(1).max(1_000_000),
    publishedAt: At,
    ...body.shape,
    warnings: z
      .array(z.string().max(64))
      .max(50)
      .optional()
      .describe('Codes of what still needs care, for example `regimes-without-basis`.'),
    plainLanguage: plainLanguage
      .optional()
      .describe(
        'Only where texts were published although they are not plain enough; the reason is in `plainLanguageOverride`.',
      ),
    completeness: z.array(z.string().max(100)).max(100).optional().describe('Codes of what law would still ask for.'),
    entry: Entry.optional(),
  });
const suspension = z
  .object({
    since: At,
    reason: Texts.optional(),
    affectedSince: At.optional(),
    by: z.object({ id: z.string().max(100), role: z.string().max(20) }).optional(),
  })
  .nullable()
  .optional();

export const PurposeReply = published(PurposeBody).meta({ id: 'Purpose' });
export const NoticeReply = published(NoticeBody)
  .extend({
    hashes: z
      .record(z.string().max(35), z.string().max(44))
      .optional()
      .describe('SHA-256 of the exact text, base64, by language.'),
  })
  .meta({ id: 'Notice' });
export const AiSystemReply = published(AiSystemBody)
  .extend({ suspended: suspension.describe('Since when it is stopped, or null.') })
  .meta({ id: 'AiSystem' });
export const RecipientReply = published(RecipientBody).meta({ id: 'Recipient' });

export const SuspensionBody = z.strictObject(suspensionIn(taken)).meta({ id: 'SuspensionBody' });
export const Suspension = z
  .object({ key: Key, suspended: z.boolean(), at: At, entry: Entry.optional() })
  .meta({ id: 'Suspension' });
