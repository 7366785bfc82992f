/**
 * Requests: what a person asks of the company, and the steps until it is answered.
 * Flow:    here → endpoints/requests.ts; commands/request decides.
 * Promise: every kind is accepted and gets a date; bodies are strict.
 * Source:  docs/design.md 8.1; docs/law.md 3.1 to 3.4.
 */
import { z } from 'zod';
import { holdEnds } from '../../src/vocabulary/hold.ts';
import { limitKinds } from '../../src/vocabulary/limit.ts';
import {
  mandateChecks,
  requestChannels,
  requestKinds,
  requestStates,
  verificationLevels,
} from '../../src/vocabulary/request.ts';
import { traceEnds, traceKinds, tracePlaces } from '../../src/vocabulary/trace.ts';
import { withheldItems } from '../../src/vocabulary/withheld.ts';
import {
  At,
  Code,
  DecisionId,
  Entry,
  freeText,
  HoldId,
  Key,
  LanguageTag,
  Regime,
  RequestId,
  ReviewId,
  Subject,
  SubjectId,
  Texts,
  Time,
} from './basics.ts';
import { SignedContacts } from './contact.ts';
import { Ground, HeldItemModel, KeepModel } from './hold.ts';
import { UntoldOfRequest } from './request-work.ts';
import { CorrectedValue, SystemKept, SystemKey, SystemTables } from './task.ts';

const FreeText = freeText(10_000);
const requestMembers = {
  kind: z.enum(requestKinds),
  message: FreeText.exactOptional().describe('In the words of the person.'),
  language: LanguageTag.exactOptional(),
  period: z.strictObject({ from: Time.exactOptional(), to: Time.exactOptional() }).exactOptional(),
  purpose: Key.exactOptional().describe(
    'For an objection, a restriction, an opt-out or a withdrawal: only this purpose. Left out: all that it covers.',
  ),
  dataCategories: z.array(Key).min(1).max(100).exactOptional().describe('For a restriction: only these kinds of data.'),
  decision: DecisionId.exactOptional().describe(
    'For a human review: the decision that is meant. Left out: the only one there is.',
  ),
  decisions: z.array(DecisionId).min(1).max(20).exactOptional().describe('For a human review of several decisions.'),
};

const MandateModel = z
  .strictObject({
    by: freeText(400).describe('Who gave the mandate: the person, or who speaks for them by law.'),
    evidence: freeText(4000).describe('What shows it, and where it can be seen.'),
    verified: z.enum(mandateChecks).describe('How it was checked.'),
  })
  .meta({ id: 'Mandate' });

export const RequestBody = z
  .strictObject({
    ...requestMembers,
    subject: Subject,
    receivedAt: Time.exactOptional().describe('When it reached the company, if that was earlier.'),
    mandate: MandateModel.exactOptional().describe('By what right it is asked; an agent must say it.'),
  })
  .meta({ id: 'RequestBody', description: 'A request on behalf of a person.' });
export const OwnRequestBody = z
  .strictObject(requestMembers)
  .meta({ id: 'OwnRequestBody', description: 'A request of mine.' });

const Clock = z.object({
  rule: z.string().max(64),
  source: z.string().max(400),
  words: z.string().max(1000).describe('How the date was found, in words.'),
});

const Stop = z.object({
  id: z.string().max(40).describe('The limit, or the withdrawal of a consent.'),
  kind: z.enum([...limitKinds, 'consent']),
  purpose: Key.nullable().describe('Null: every purpose that it covers.'),
  dataCategories: z.array(Key).max(100).optional(),
  since: At,
  already: z.boolean().optional().describe('It stood before this request.'),
});

const request = {
  id: RequestId,
  kind: z.enum(requestKinds),
  regimes: z.array(Regime).max(20),
  state: z.enum(requestStates),
  receivedAt: At,
  dueAt: At.nullable(),
  clock: Clock,
  stopped: z
    .array(Stop)
    .max(1001)
    .optional()
    .describe('What stopped with this request: the limits it set and the consents it took back.'),
  reviews: z.array(ReviewId).max(20).optional().describe('The looks of a human that it opened; it ends with them.'),
};

export const RequestReceipt = z
  .object({
    ...request,
    subject: SubjectId.nullable().optional(),
    channel: z.enum(requestChannels),
    secret: z
      .string()
      .max(100)
      .optional()
      .describe(
        'Shown once. Opens the request and its certificate even after an erasure, in the header Request-Secret.',
      ),
    warnings: z.array(z.string().max(100)).max(20).optional().describe('What goes on all the same, and why.'),
    entry: Entry,
  })
  .meta({ id: 'RequestReceipt' });

const Complaint = z.object({
  regime: Regime,
  to: z.string().max(400),
  court: z.boolean().optional(),
  firstToUs: z.boolean().optional(),
  words: z.string().max(1000),
  href: z.string().max(400).optional(),
});

export const RequestModel = z
  .object({
    ...request,
    subject: SubjectId.nullable().optional(),
    channel: z.enum(requestChannels),
    ackDueAt: At.optional().describe('Until when the receipt must be confirmed, where law asks for it.'),
    acknowledgedAt: At.optional().describe(
      'Since when the person knows that the request is with us, where law asks for it.',
    ),
    verification: z.enum(verificationLevels).optional(),
    extended: z.boolean().optional(),
    appealed: z.boolean().optional(),
    language: LanguageTag.optional(),
    period: z.object({ from: At.optional(), to: At.optional() }).optional(),
    closedAt: At.optional(),
    outcome: z.string().max(64).optional(),
    denialCode: Code.optional(),
    denial: z
      .object({
        code: Code,
        words: z.string().max(2000),
        legalReference: z.string().max(400),
        inPart: z.boolean(),
        complaints: z.array(Complaint).max(50),
      })
      .optional()
      .describe('The ground of a refusal, and where to complain.'),
    treeSize: z.int().min(0).optional(),
    verificationNeeded: z
      .array(z.enum(verificationLevels))
      .max(20)
      .optional()
      .describe('For staff: the levels that are enough to answer it, the first that law names first.'),
    suspendedDueAt: At.optional().describe(
      'The last day if the time in which proof of identity was awaited does not count. `dueAt` stays the day to keep.',
    ),
    recipientsTold: z
      .array(
        z.object({
          name: z.string().max(400),
          recipient: z.string().max(200).optional().describe('The key of a published recipient.'),
          by: z
            .enum(['connected-system', 'changes-feed', 'staff'])
            .describe('How they are told: by a task, by the feed of changes, or by those who answered.'),
          told: z
            .enum(['told', 'not-yet', 'not-known'])
            .describe('`not-known`: it stands in the feed, and no reader that is bound to them has come past it.'),
          at: At.optional().describe('When they had it.'),
        }),
      )
      .max(2000)
      .optional()
      .describe('Of a correction or a restriction: everybody who may hold the data, and whether they were told.'),
    untold: UntoldOfRequest.optional(),
    checklist: z
      .array(
        z.object({
          field: z.string().max(100),
          words: z.string().max(1000),
          requiredBy: z.array(z.string().max(200)).max(100),
        }),
      )
      .max(200)
      .optional()
      .describe(
        'For staff: what the answer must hold by the laws of this person, and which place in the law asks for it.',
      ),
    entry: Entry.optional(),
  })
  .meta({ id: 'Request' });

const Withheld = z
  .strictObject({
    item: z.enum(withheldItems),
    decision: DecisionId.exactOptional().describe('Left out: of every automated decision in the answer.'),
    words: freeText(1000).exactOptional().describe('For `other`: what is left out, as the person reads it.'),
  })
  .meta({
    id: 'WithheldPart',
    description: 'A part that is left out of an answer. Reasons speak of data: where the data is left out, name both.',
  });

export const StepBody = z
  .strictObject({
    reason: FreeText,
    code: Code.exactOptional().describe('For `deny`: the ground. For `extend`: why. For `pause`: what is awaited.'),
    level: z.enum(verificationLevels).exactOptional().describe('For `verify`: how it was made sure who asks.'),
    arrivedAt: Time.exactOptional().describe(
      'For `resume`: when what was awaited arrived; left out: now. In the United Kingdom the clock starts then, or goes on.',
    ),
    withheld: z
      .array(Withheld)
      .min(1)
      .max(50)
      .exactOptional()
      .describe('For `fulfil` in part, with its `code`: what is left out of the answer.'),
    keep: z
      .array(KeepModel)
      .min(1)
      .max(50)
      .exactOptional()
      .describe('For `fulfil` of an erasure, by officers: purposes that a legal ground goes on to need.'),
  })
  .meta({ id: 'StepBody' });

export const FulfilBody = StepBody.extend({
  reason: FreeText.exactOptional().describe(
    'What the person reads beside the answer. Needed for a complaint, an appeal and a check of sensitive data.',
  ),
  rectified: z
    .array(CorrectedValue)
    .min(1)
    .max(100)
    .exactOptional()
    .describe('For a correction: each value, from what, to what, and who was told.'),
}).meta({ id: 'FulfilBody' });

export const Package = z
  .object({
    request: RequestId,
    kind: z.enum(requestKinds),
    generatedAt: At,
    treeSize: z.int().min(0).optional().describe('The size of the ledger that the package was computed from.'),
    withheld: z
      .array(
        z.object({
          item: z.string().max(4000),
          ground: z.string().max(4000),
          legalRef: z.string().max(4000),
          escalation: z.string().max(4000),
        }),
      )
      .max(100)
      .optional()
      .describe('What an answer in part leaves out, on which ground, and who can decide about it.'),
  })
  .meta({
    id: 'Package',
    description: 'The answer to a fulfilled request, computed when it is read and never stored.',
  });

export const ErasureId = z
  .string()
  .max(40)
  .regex(/^(req|fact)_[0-9a-hjkmnp-tv-z]{26}$/)
  .describe('The request that is answered by it, or the fact that certifies it.');

export const ErasureUnderWay = z
  .object({
    underWay: z.string().max(40).describe('The id to ask for at `look`.'),
    request: RequestId.optional(),
    begunAt: At,
    look: z.string().max(100).describe('Where the certificate will be, or how far the systems are.'),
  })
  .meta({
    id: 'ErasureUnderWay',
    description:
      'It was begun for good and goes on by itself. Of an erasure: the person is refused everywhere, the rest follows. Of a correction or a restriction: connected systems are told first.',
  });

export const Certificate = z
  .object({
    request: RequestId.optional(),
    erasedAt: At.optional(),
    unreadableHere: At.optional(),
    unreadableInBackups: At.optional(),
    covers: z
      .array(z.object({ log: z.int().min(0), from: z.int().min(0), to: z.int().min(0) }))
      .max(100_000)
      .optional(),
    stays: z
      .array(
        z.object({
          what: z.string().max(200),
          ground: z.string().max(400),
          on: Ground.optional().describe('The ground in law, where one was named.'),
          purpose: z.string().max(64).optional(),
          hold: HoldId.optional(),
          until: At.nullable(),
        }),
      )
      .max(100)
      .optional(),
    traces: z
      .array(
        z.object({
          where: z.enum(tracePlaces).describe('The files of the database or of the keys, or the log ahead of them.'),
          what: z
            .array(z.enum(traceKinds))
            .max(10)
            .describe(
              '`pseudonyms`: names that we made, ids and keyed hashes, never the own ones. Sealed contents open with their key alone, a wrapped key with the master key alone.',
            ),
          until: z
            .enum(traceEnds)
            .describe(
              '`written-over`: until the database uses the place again. `archived`: as long as the archive is.',
            ),
        }),
      )
      .max(10)
      .optional()
      .describe('Where remains may still lie in the files of the engine. Left out where none do.'),
    held: z
      .array(z.object({ hold: HoldId, items: z.array(HeldItemModel).max(50), on: Ground, entries: z.int().min(0) }))
      .max(1000)
      .optional()
      .describe('What each legal hold keeps.'),
    ended: z
      .array(z.object({ hold: HoldId, at: At, why: z.enum(holdEnds), entries: z.int().min(0), entry: Entry }))
      .max(1000)
      .optional()
      .describe('Holds that have ended since it was signed; what they kept is erased, too.'),
    recipients: z
      .array(
        z.object({
          recipient: z.string().max(200),
          name: Texts.optional(),
          providerOf: z
            .array(z.string().max(64))
            .max(1000)
            .optional()
            .describe('The AI systems it provides, where it is named by them; `recipient` is its published name.'),
          told: z
            .enum(['told', 'not-known', 'changes-feed'])
            .describe(
              '`told`: the reader that it is bound to has read past this erasure in the feed of changes. `changes-feed` in older certificates: it was put there, and nobody knows who read it.',
            ),
          readBy: At.optional().describe('By when it had read that; beside the signed note, which is older.'),
          answer: z.enum(['unknown']),
        }),
      )
      .max(1000)
      .optional()
      .describe(
        'Who else may hold something: the recipients and providers of the AI systems that used the data, and the recipients of the purposes.',
      ),
    systems: z
      .array(
        z.object({
          system: SystemKey,
          name: z.string().max(300),
          at: At,
          by: z.enum(['connector', 'person']),
          tables: SystemTables,
          kept: SystemKept.optional(),
        }),
      )
      .max(200)
      .optional()
      .describe('What each connected system did before the keys were destroyed, and what it keeps.'),
    toldAt: At.optional(),
    toldPosition: z.int().min(0).optional().describe('Where the erasure stands in the feed of changes.'),
    contacts: SignedContacts.optional(),
    heads: z
      .object({ before: z.string().max(2000), after: z.string().max(2000) })
      .optional()
      .describe('Signed checkpoints of the ledger around the erasure.'),
    entry: Entry.optional(),
    signed: z
      .string()
      .max(10_000_000)
      .optional()
      .describe('A signed note that holds all of this, for `npm run verify`. Keep it: it is checked without us.'),
  })
  .meta({ id: 'Certificate', description: 'What was erased, what stays and until when, and how to check it.' });
