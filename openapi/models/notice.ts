/**
 * The notice before a decision, the proof that it was shown, and the notices that law asks for after an adverse
 * outcome.
 * Flow:    here → endpoints/notices.ts; answers/notice assembles them.
 * Promise: the members below are fixed; more may stand beside them.
 * Source:  11 CCR 7220; C.R.S. 6-1-1704; docs/law.md 3.6, 3.7.
 */
import { z } from 'zod';
import { adverseNoticeStates, waysOfShowing } from '../../src/vocabulary/notice.ts';
import { At, DecisionId, Entry, Key, LanguageTag, Regime, Subject, SubjectId, Time } from './basics.ts';
import { ContactsModel } from './contact.ts';

const Words = z.string().max(4000);
const Version = z.int().min(1).max(1_000_000);
const VersionOf = z.object({ key: Key, name: Words, version: Version });
const Way = z.object({
  label: Words,
  href: z.string().max(400).describe('The page with the very form.'),
  api: z.object({
    method: z.string().max(10),
    href: z.string().max(400),
    body: z.record(z.string().max(64), z.unknown()).optional(),
  }),
});
const Hash = z.string().length(44).describe('SHA-256 of the exact text, base64.');

export const PreUseNoticeModel = z
  .object({
    aiSystem: VersionOf,
    purposes: z.array(VersionOf).max(100),
    language: LanguageTag,
    languageFallback: z.boolean(),
    title: Words,
    lead: Words,
    sections: z
      .array(
        z.object({
          id: z.string().max(40).describe('The anchor on the page.'),
          title: Words,
          paragraphs: z.array(z.string().max(40_000)).max(200),
          ways: z.array(Way).max(5),
          source: z.string().max(100).nullable().describe('The place in the law that asks for it.'),
        }),
      )
      .max(20),
    text: z.string().max(500_000).describe('The exact text, of which the hash is made.'),
    hash: Hash,
    ownNotice: z
      .object({ key: Key, version: Version, title: Words })
      .nullable()
      .describe('The company’s own notice, where the AI system names one.'),
    exceptionReliedOn: z.array(z.object({ purpose: Key, code: z.string().max(64), words: Words })).max(100),
    completeness: z
      .array(
        z.object({
          code: z.string().max(100),
          words: Words,
          regimes: z.array(Regime).max(20),
          requiredBy: z.array(z.string().max(64)).max(20),
        }),
      )
      .max(100)
      .describe('What the law asks for and the registry lacks.'),
    forWhom: Words.describe('Whose law the text follows; not part of it.'),
    contacts: ContactsModel,
  })
  .meta({
    id: 'PreUseNotice',
    description: 'What people read before an AI system takes part in a decision about them.',
  });

const showing = {
  aiSystem: Key.exactOptional().describe('The AI system whose notice it was; with `notice`, narrows it to this one.'),
  notice: z
    .strictObject({ key: Key, version: Version.exactOptional() })
    .exactOptional()
    .describe('Your own notice, where it was that one.'),
  purpose: Key.exactOptional().describe('Only this purpose was told about. Default: all that belong to it.'),
  language: LanguageTag.describe('The language in which it was shown.'),
  how: z.enum(waysOfShowing),
  acknowledged: z.boolean().describe('Whether the person said that they saw it.'),
  occurredAt: Time.exactOptional().describe('When it was shown. Default: now.'),
  hash: Hash.exactOptional().describe('Of the text that you showed; refused where it is not the text of that moment.'),
};
export const NoticeShownBody = z.strictObject({ subject: Subject, ...showing }).meta({ id: 'NoticeShownBody' });
export const OwnNoticeShownBody = z.strictObject(showing).meta({ id: 'OwnNoticeShownBody' });

export const NoticeShownModel = z
  .object({
    id: z.string().max(40),
    subject: SubjectId,
    covers: z
      .array(z.object({ aiSystem: Key, aiSystemVersion: Version, purpose: Key, purposeVersion: Version }))
      .max(50)
      .describe('What the notice told about, in the versions of that moment.'),
    notice: z.object({ key: Key, version: Version }).nullable(),
    language: LanguageTag,
    hash: Hash,
    how: z.enum(waysOfShowing),
    acknowledged: z.boolean(),
    occurredAt: At.optional(),
    at: At,
    entry: Entry.optional(),
  })
  .meta({ id: 'NoticeShown', description: 'The proof that a notice was shown.' });

const adverse = {
  regime: Regime,
  rule: z.string().max(40),
  source: z.string().max(200),
  dueAt: At,
  message: z.string().max(40).nullable(),
  state: z.enum(adverseNoticeStates),
  late: z.boolean().describe('The day has passed and nothing has reached the person.'),
};
export const AdverseNoticeModel = z.object(adverse).meta({
  id: 'AdverseNotice',
  description: 'Until when a person has to be told of an outcome against them, and how far that has come.',
});
export const AdverseNoticeDue = z
  .object({ decision: DecisionId, subject: SubjectId, decidedAt: At, ...adverse })
  .meta({ id: 'AdverseNoticeDue' });

export const AdverseNoticeGivenBody = z
  .strictObject({ how: z.enum(waysOfShowing), occurredAt: Time.exactOptional() })
  .meta({ id: 'AdverseNoticeGivenBody' });

export const MessageHandedOverModel = z
  .object({
    id: z.string().max(40),
    message: z.string().max(40),
    how: z.enum(waysOfShowing),
    occurredAt: At.optional(),
    at: At,
    entry: Entry.optional(),
  })
  .meta({ id: 'MessageHandedOver' });
