/**
 * The small forms that every other model is made of: keys, times, texts, people, places in the ledger.
 * Flow:    here → the other models → endpoints.
 * Promise: what comes in is checked and brought into its normal form; what is refused is refused with words.
 * Source:  docs/design.md 8.1; RFC 3339, BCP 47.
 */
import { z } from 'zod';
import { isBlank } from '../../src/vocabulary/blank.ts';
import { isPathIdentifier, writtenIdentifier } from '../../src/vocabulary/identifier.ts';
import { isLanguageTag } from '../../src/vocabulary/language-tag.ts';
import { ownViewFirst } from '../../src/vocabulary/review.ts';

export const Key = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({
    id: 'Key',
    description: 'A name in lower case with hyphens, chosen by the company.',
    examples: ['credit-scoring'],
  });

/** Words of somebody, for somebody to read: at least one sign in them can be read. */
export const freeText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !isBlank(text), {
      message: 'These words are blank.',
      params: { code: 'blank', fix: 'Write at least a word that can be read.' },
    });

/** A code or a short machine word. */
export const Code = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const Regime = z
  .string()
  .max(5)
  .regex(/^[A-Z]{2}(?:-[A-Z]{2})?$/)
  .meta({
    id: 'Regime',
    description:
      'A body of law: EU (or one Member State, such as EU-DE), UK, US (or a state, such as US-CA), BR, CA, CA-QC.',
    examples: ['EU', 'US-CA'],
  });

export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
  .refine(isLanguageTag, {
    message: 'This is no language tag.',
    params: { code: 'wrong-form', fix: 'Send a tag like en or de-AT.' },
  })
  .meta({ id: 'LanguageTag', description: 'A language as a BCP 47 tag.', examples: ['en', 'de'] });

/** Written with any offset, kept in UTC with milliseconds. */
const written = z.iso.datetime({ offset: true });
/** With an offset, the last hours of 9999 lie in a year of five figures, which is no RFC 3339 any more. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');
export const Time = z
  .string()
  .max(40)
  .transform((text, context) => {
    const instant = written.safeParse(text).success ? Date.parse(text) : Number.NaN;
    if (instant >= 0 && instant <= lastMoment) return new Date(instant).toISOString();
    context.issues.push({
      code: 'custom',
      message: 'This is not a time.',
      input: text,
      params: { code: 'wrong-form', fix: 'Send a time like 2026-01-01T08:00:00.000Z.' },
    });
    return z.NEVER;
  })
  .meta({
    id: 'Time',
    description: 'RFC 3339; answered in UTC with milliseconds.',
    format: 'date-time',
    examples: ['2026-01-01T08:00:00.000Z'],
  });

export const At = z
  .string()
  .max(24)
  .meta({
    id: 'At',
    description: 'A moment in UTC, RFC 3339 with milliseconds.',
    format: 'date-time',
    examples: ['2026-01-01T08:00:00.000Z'],
  });

/** ISO 8601, as for `consentValidity`. */
export const Duration = z
  .string()
  .max(20)
  .regex(/^P(?:[1-9][0-9]{0,3}Y)?(?:[1-9][0-9]{0,3}M)?(?:[1-9][0-9]{0,4}D)?$/)
  .refine((text) => text !== 'P', {
    message: 'This is no duration.',
    params: { fix: 'Send a duration like P13M or P365D.' },
  })
  .meta({
    id: 'Duration',
    description: 'A length of time in ISO 8601, in years, months and days.',
    examples: ['P13M'],
  });

const texts = (most: number) =>
  z.record(LanguageTag, z.string().min(1).max(most)).refine((map) => Object.keys(map).length > 0, {
    message: 'At least one language is needed.',
    params: { code: 'required', fix: 'Send {"en": "…"}.' },
  });

export const Texts = texts(4000).meta({
  id: 'Texts',
  description: 'Text by language tag.',
  examples: [{ en: 'Fraud check' }],
});
export const LongTexts = texts(40_000).meta({
  id: 'LongTexts',
  description: 'Long text by language tag, kept exactly.',
  examples: [{ en: 'We use your payment history to …' }],
});

/** Plain text is taken as English. */
export const Label = z
  .union([z.string().min(1).max(4000), Texts])
  .transform((label): Record<string, string> => (typeof label === 'string' ? { en: label } : label))
  .meta({
    id: 'Label',
    description: 'Text by language tag; a plain string is taken as English.',
    examples: ['Loan duration in months'],
  });

/** One value of a person's data. */
export const Value = z.union([z.string().max(1000), z.number(), z.boolean()]);

export const Subject = z
  .string()
  .max(400)
  .transform((text, context) => {
    const written = writtenIdentifier(text);
    if (written !== undefined) return written;
    context.issues.push({
      code: 'custom',
      message: 'This is no identifier of a person.',
      input: text,
      params: {
        code: 'identifier-not-normal',
        fix: 'Send customer:<id>, email:<address>, phone:+<number> or sub_<26 characters>.',
      },
    });
    return z.NEVER;
  })
  .meta({
    id: 'Subject',
    description:
      'A person: `customer:<id>` (1 to 128 visible characters, no white space), `email:<address>` (capitals do not count), `phone:+<number>` (or `00…`; spaces, dashes, dots and brackets do not count), or `sub_…`, the pseudonym Candor gave them.',
    examples: ['customer:42'],
  });

export const PathSubject = z
  .string()
  .max(400)
  .refine(isPathIdentifier, {
    message: 'A path takes no identifier of this form.',
    params: {
      code: 'identifier-not-for-paths',
      fix: 'Send customer:<id> or sub_…; for e-mail addresses and numbers use POST /v1/subjects/lookup.',
    },
  })
  .transform((text) => text.normalize('NFC'))
  .meta({
    id: 'PathSubject',
    description: 'A person in a path: `customer:<id>` or `sub_…`, percent-encoded as any part of a path.',
    examples: ['customer:42'],
  });

const idOf = (prefix: string) =>
  z
    .string()
    .max(prefix.length + 27)
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`));
export const SubjectId = idOf('sub').meta({
  id: 'SubjectId',
  description: 'The pseudonym of a person.',
  examples: ['sub_01h455vb4pex5vsknk084sn02q'],
});
export const ConsentId = idOf('con').meta({ id: 'ConsentId', examples: ['con_01h455vb4pex5vsknk084sn02q'] });
export const LimitId = idOf('lim').meta({ id: 'LimitId', examples: ['lim_01h455vb4pex5vsknk084sn02q'] });
export const UseId = idOf('use').meta({ id: 'UseId', examples: ['use_01h455vb4pex5vsknk084sn02q'] });
export const DecisionId = idOf('dec').meta({ id: 'DecisionId', examples: ['dec_01h455vb4pex5vsknk084sn02q'] });
export const ReviewId = idOf('rev').meta({ id: 'ReviewId', examples: ['rev_01h455vb4pex5vsknk084sn02q'] });
export const HoldId = idOf('hold').meta({ id: 'HoldId', examples: ['hold_01h455vb4pex5vsknk084sn02q'] });
export const FileId = idOf('file').meta({ id: 'FileId', examples: ['file_01h455vb4pex5vsknk084sn02q'] });
export const MessageId = idOf('msg').meta({ id: 'MessageId', examples: ['msg_01h455vb4pex5vsknk084sn02q'] });
export const RequestId = idOf('req').meta({ id: 'RequestId', examples: ['req_01h455vb4pex5vsknk084sn02q'] });

export const Entry = z
  .object({
    log: z.int().min(0).max(1_000_000),
    index: z.int().min(0).describe('Where the entry stands in the log.'),
    leafHash: z.string().max(44).describe('SHA-256 of the entry as RFC 6962 hashes a leaf, base64.'),
    checkpoint: z.string().max(4000).describe('The signed checkpoint that covers the entry (C2SP signed note).'),
  })
  .meta({ id: 'Entry', description: 'Where a recorded fact stands in the ledger, with the signature that proves it.' });

const FieldFault = z.object({
  pointer: z.string().max(400).describe('A JSON pointer into the body, or `query/name`, `path/name`, `header/name`.'),
  code: z.string().max(64),
  message: z.string().max(1000),
  fix: z.string().max(1000).describe('How to mend it.'),
});

export const ProblemModel = z
  .object({
    type: z.string().max(200).describe('A page that explains this problem.'),
    code: z.string().max(64).describe('Stable; programs decide by it.'),
    title: z.string().max(200),
    status: z.int().min(400).max(599),
    detail: z.string().max(1000),
    requestId: z.string().max(64),
    errors: z.array(FieldFault).max(400).optional(),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered (RFC 9457).' });

/** Why something that is on record is not shown to whoever reads. */
export const HeldBackFor = z
  .literal(ownViewFirst)
  .describe('Held back from a member of staff who reviews the decision, until their own view is noted.');

const isDay = (text: string): boolean => {
  const instant = Date.parse(`${text}T12:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};
/** A calendar day of the configured zone. */
export const Day = z
  .string()
  .regex(/^(?:19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}$/)
  .refine(isDay, { message: 'This is no day.', params: { fix: 'Send a day like 2026-11-20.' } });
