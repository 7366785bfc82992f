/**
 * Requests: what a person asks of the company, and the steps until it is answered.
 * Flow:    here → endpoints/requests.ts; commands/request decides.
 * Promise: every kind is accepted and gets a date; bodies are strict.
 * Source:  docs/design.md 8.1; docs/law.md 3.1 to 3.4.
 */
import { z } from 'zod';
import { holdEnds } from '../../src/vocabulary/hold.ts';
import { requestChannels, requestKinds, requestStates, verificationLevels } from '../../src/vocabulary/request.ts';
import { withheldItems } from '../../src/vocabulary/withheld.ts';
import {
  At,
  Code,
  DecisionId,
  Entry,
  HoldId,
  LanguageTag,
  Regime,
  RequestId,
  Subject,
  SubjectId,
  Texts,
  Time,
} from './basics.ts';
import { Ground, HeldItemModel, KeepModel } from './hold.ts';

const FreeText = z.string().min(1).max(10_000);
const requestMembers = {
  kind: z.enum(requestKinds),
  message: FreeText.exactOptional().describe('In the words of the person.'),
  language: LanguageTag.exactOptional(),
  period: z.strictObject({ from: Time.exactOptional(), to: Time.exactOptional() }).exactOptional(),
};

export const RequestBody = z
  .strictObject({
    ...requestMembers,
    subject: Subject,
    receivedAt: Time.exactOptional().describe('When it reached the company, if that was earlier.'),
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

const request = {
  id: RequestId,
  kind: z.enum(requestKinds),
  regimes: z.array(Regime).max(20),
  state: z.enum(requestStates),
  receivedAt: At,
  dueAt: At.nullable(),
  clock: Clock,
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
    words: z
      .string()
      .min(1)
      .max(1000)
      .exactOptional()
      .describe('For `other`: what is left out, as the person reads it.'),
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
          told: z.enum(['changes-feed']),
          answer: z.enum(['unknown']),
        }),
      )
      .max(1000)
      .optional()
      .describe(
        'Who else may hold something: the recipients of the AI systems that used the data, and of the purposes.',
      ),
    toldAt: At.optional(),
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
