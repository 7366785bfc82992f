/**
 * A person and their choices: subject, consents, limits, and the feed of changes.
 * Flow:    here → endpoints/subjects.ts, consents.ts, changes.ts.
 * Promise: bodies are strict; identifiers come out in normal form.
 * Source:  docs/design.md 7 and 8.1; docs/law.md 5.1.
 */
import { z } from 'zod';
import { changeWords } from '../../src/vocabulary/change.ts';
import { consentEffects, consentMethods, consentStates, givers } from '../../src/vocabulary/consent.ts';
import { chosenLimits, liftCodes, limitKinds, limitSources } from '../../src/vocabulary/limit.ts';
import { ageBands } from '../../src/vocabulary/person.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import {
  At,
  ConsentId,
  DecisionId,
  Entry,
  freeText,
  Key,
  LanguageTag,
  LimitId,
  PathSubject,
  Regime,
  RequestId,
  Subject,
  SubjectId,
  Time,
} from './basics.ts';
import { KeepModel } from './hold.ts';
import { StaffId } from './staff.ts';

const Identifiers = z.array(Subject).max(50).describe('All identifiers of the person.');
const FreeText = freeText(4000);

export const SubjectBody = z
  .strictObject({
    identifiers: Identifiers.exactOptional().describe('Added to those already known; none is ever taken away.'),
    regimes: z
      .array(Regime)
      .min(1)
      .max(20)
      .exactOptional()
      .describe('The bodies of law this person stands under. Default: that of the installation.'),
    ageBand: z.enum(ageBands).exactOptional().describe('Absent means unknown.'),
    ageBandUntil: Time.exactOptional().describe('Until when the age band holds.'),
    language: LanguageTag.exactOptional(),
  })
  .meta({
    id: 'SubjectBody',
    description: 'What is known about a person. Replaces regimes, age band and language; identifiers only add.',
  });

export const SubjectModel = z
  .object({
    subject: SubjectId,
    identifiers: Identifiers,
    regimes: z.array(Regime).max(20),
    ageBand: z.enum(ageBands).nullable(),
    ageBandUntil: At.optional(),
    language: LanguageTag.nullable(),
    assumptions: z
      .array(z.string().max(100))
      .max(20)
      .optional()
      .describe('What was assumed because nothing was stated.'),
    entry: Entry.optional(),
  })
  .meta({ id: 'SubjectState' });

const Returned = z.strictObject({
  how: FreeText.describe('How the person came back, for example a new contract.'),
  occurredAt: Time,
  newHolder: z.boolean().exactOptional().describe('True where somebody else now holds this address or number.'),
});
export const FollowUpModel = z
  .discriminatedUnion('why', [
    z.object({
      why: z.literal('newer-consent-undone'),
      subject: SubjectId,
      purpose: Key,
      saidAt: At.describe('When the no happened.'),
      recordedAt: At.describe('When it arrived.'),
    }),
    z.object({
      why: z.literal('identifier-shared'),
      subject: SubjectId,
      others: z.array(SubjectId).max(100).describe('Who was linked to the same address in other capitals.'),
    }),
  ])
  .meta({ id: 'FollowUpModel' });

export const LookupBody = z
  .strictObject({
    identifier: Subject,
    returned: Returned.exactOptional().describe(
      'Lets an erased person come back, under a new pseudonym without any link to the old one.',
    ),
  })
  .meta({ id: 'LookupBody' });

const Authorisation = z.strictObject({ by: z.string().min(1).max(200).exactOptional(), evidence: FreeText });

const choice = {
  purpose: Key,
  state: z.enum(consentStates),
  notice: z
    .strictObject({ key: Key, version: z.int().min(1).max(1_000_000).exactOptional() })
    .exactOptional()
    .describe('What the person was shown. Default: the notice of the purpose, in the version in force at that moment.'),
  language: LanguageTag.exactOptional(),
  method: z.enum(consentMethods).exactOptional(),
  dataCategories: z.array(Key).min(1).max(100).exactOptional(),
  occurredAt: Time.exactOptional().describe('When the person chose. A late message never revives a consent.'),
  evidence: FreeText.exactOptional(),
};

export const ConsentBody = z
  .strictObject({
    subject: Subject,
    ...choice,
    givenBy: z.enum(givers).exactOptional(),
    authorisation: Authorisation.exactOptional(),
  })
  .superRefine((body, context) => {
    if (body.givenBy === undefined || body.givenBy === 'self' || body.authorisation !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['authorisation'],
      message: 'Somebody else chose for the person, so it must be said by what right.',
      params: { code: 'required', fix: 'Send authorisation: {"evidence": "…"}.' },
    });
  })
  .meta({ id: 'ConsentBody', description: 'One choice of one person about one purpose.' });
export const OwnConsentBody = z
  .strictObject(choice)
  .meta({ id: 'OwnConsentBody', description: 'My choice about one purpose.' });

export const Consent = z
  .object({
    id: ConsentId,
    subject: SubjectId.nullable(),
    purpose: Key,
    purposeVersion: z.int().min(0).max(1_000_000),
    state: z.enum(consentStates),
    effect: z.enum(consentEffects).describe('What the choice does.'),
    at: At,
    occurredAt: At.optional(),
    notice: z
      .object({ key: Key, version: z.int().min(1).max(1_000_000) })
      .nullable()
      .optional(),
    warnings: z.array(z.string().max(100)).max(20),
    entry: Entry.optional(),
  })
  .meta({ id: 'Consent' });

const limit = {
  kind: z.enum(chosenLimits),
  purpose: Key.exactOptional().describe('Left out: all purposes.'),
  dataCategories: z.array(Key).min(1).max(100).exactOptional().describe('For a restriction: only these kinds of data.'),
  state: z.enum(['set', 'lifted']),
  reason: FreeText.exactOptional(),
  occurredAt: Time.exactOptional(),
};
export const LimitBody = z
  .strictObject({
    ...limit,
    code: z.enum(liftCodes).exactOptional().describe('Why staff lift a limit.'),
    evidence: FreeText.exactOptional(),
    source: z.enum(limitSources).exactOptional(),
  })
  .meta({ id: 'LimitBody', description: 'A restriction, an objection or an opt-out, set or lifted.' });
export const OwnLimitBody = z
  .strictObject(limit)
  .meta({ id: 'OwnLimitBody', description: 'A restriction, an objection or an opt-out of mine.' });

export const Limit = z
  .object({
    id: LimitId,
    subject: SubjectId.nullable(),
    kind: z.enum(limitKinds),
    purpose: Key.nullable().optional(),
    state: z.enum(['set', 'lifted']),
    effect: z.enum(['set', 'lifted', 'none']).describe('What the act does; `warnings` say why it does nothing.'),
    at: At,
    occurredAt: At.optional(),
    source: z.enum(limitSources).optional().describe('`gpc`: the privacy signal of the browser set it.'),
    warnings: z.array(z.string().max(100)).max(20).optional(),
    entry: Entry.optional(),
  })
  .meta({ id: 'Limit' });

export const Change = z
  .object({
    subject: SubjectId.nullable(),
    identifiers: z.array(Subject).max(50).describe('Empty after an erasure.'),
    purpose: Key.optional(),
    aiSystem: Key.optional(),
    decision: DecisionId.optional().describe('The automated decision that waits for a human, or no longer does.'),
    request: RequestId.optional().describe('The request that came a step further; what it asks for is read there.'),
    corrected: z
      .literal(true)
      .optional()
      .describe('Something of the person was corrected: whoever got their data reads it anew.'),
    what: z.enum(changeWords),
    at: At,
  })
  .meta({ id: 'Change', description: 'Something that other services must act on, or tell in their own way.' });

export const ErasureBody = z
  .strictObject({
    reason: FreeText.exactOptional(),
    keep: z.array(KeepModel).min(1).max(50).exactOptional().describe('Purposes that a legal ground goes on to need.'),
    request: z
      .string()
      .max(30)
      .regex(/^req_[0-9a-hjkmnp-tv-z]{26}$/)
      .exactOptional(),
  })
  .meta({ id: 'ErasureBody' });

export const LinkBody = z
  .strictObject({
    subject: PathSubject.exactOptional().describe('The customer who comes in.'),
    staff: z
      .strictObject({
        id: StaffId,
        scopes: z.array(z.enum(consoleScopes)).min(1).max(10).describe('What they may do in the console.'),
      })
      .exactOptional()
      .describe('Instead of a customer: the member of staff who comes in to the console.'),
    send: z
      .literal('email')
      .exactOptional()
      .describe(
        'Sends the link to the e-mail address on record and shows it to nobody else; only such a session may delete or take copies.',
      ),
  })
  .meta({ id: 'LinkBody', description: 'Whom the link lets in: a customer, or a member of staff.' });
export const Link = z
  .object({
    url: z.string().max(2000).optional().describe('Absent where it was sent.'),
    sent: z.literal(true).optional().describe('It left by e-mail.'),
    expiresAt: At,
    known: z
      .boolean()
      .optional()
      .describe('Whether anything is recorded of whom it lets in. Where not, the page will be empty: is the id right?'),
  })
  .meta({ id: 'Link', description: 'A sign-in link: single use, ten minutes.' });
