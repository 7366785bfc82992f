/**
 * Who works here on requests and reviews, and what the support desk sees of one person.
 * Flow:    here → endpoints/staff.ts, http/handlers/{staff,desk}.ts.
 * Promise: a name never leaves to anybody but staff; what is shown of a person is recorded as a look.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import { z } from 'zod';
import { staffAuthorities, staffRoles } from '../../src/vocabulary/staff.ts';
import { At, Code, Entry, freeText, LanguageTag, Subject, SubjectId, Time } from './basics.ts';
import { UntoldOfRequest } from './request-work.ts';

/** As the `sub` of a token. */
export const StaffId = z
  .string()
  .max(255)
  .regex(/^[A-Za-z0-9._~@-]{1,255}$/)
  .meta({ id: 'StaffId', examples: ['nina'] });
const Training = z.strictObject({
  code: Code.describe('What was learned, for example the key of an AI system.'),
  at: Time,
  until: Time.exactOptional(),
});
const Name = z.string().min(1).max(200);

export const StaffBody = z
  .strictObject({
    name: Name,
    roles: z.array(z.enum(staffRoles)).min(1).max(10),
    training: z.array(Training).max(200).default([]),
    authority: z
      .array(z.enum(staffAuthorities))
      .max(20)
      .default([])
      .describe('Without `change-outcome` a review by this person is not meaningful.'),
    active: z.boolean().default(true),
    own: z
      .array(Subject)
      .max(20)
      .default([])
      .describe('Under which they are known as customers; they never decide on themselves.'),
  })
  .meta({
    id: 'StaffBody',
    description: 'A member of staff: role, training, authority. Kept sealed; replaces what stood before.',
  });

export const Staff = z
  .object({
    id: StaffId,
    actor: z.string().max(40).optional().describe('The pseudonym their acts stand under.'),
    name: Name,
    roles: z.array(z.enum(staffRoles)).max(10),
    training: z.array(z.object({ code: Code, at: At, until: At.optional() })).max(200),
    authority: z.array(z.string().max(64)).max(20),
    active: z.boolean(),
    own: z.array(SubjectId).max(20),
    describedAt: At.optional(),
    entry: Entry.optional(),
  })
  .meta({ id: 'Staff' });

export const DeskSearchBody = z
  .strictObject({ subject: Subject, language: LanguageTag.exactOptional() })
  .meta({ id: 'DeskSearchBody', description: 'Whom to look for, by any identifier.' });

const Words = z.string().max(4000);
const Playbook = z.object({
  whatItDoes: Words.nullable(),
  whereItFails: Words.nullable(),
  sayThis: Words.nullable(),
  offerThis: Words.nullable(),
});

export const DeskAnswerModel = z
  .object({
    subject: SubjectId,
    language: z.string().max(35).nullable(),
    regimes: z.array(z.string().max(5)).max(20),
    summary: Words,
    systems: z
      .array(
        z.object({
          key: z.string().max(64),
          name: Words,
          status: z.string().max(20),
          choice: Words,
          playbook: Playbook,
        }),
      )
      .max(1000),
    decisions: z
      .array(
        z.object({
          id: z.string().max(30),
          headline: Words,
          adverse: z
            .boolean()
            .nullable()
            .describe('Null for whoever reviews it and has noted no view of their own yet.'),
          explanation: z.string().max(200),
          review: z.string().max(30).nullable(),
        }),
      )
      .max(20),
    requests: z
      .array(
        z.object({
          id: z.string().max(30),
          kind: z.string().max(40),
          state: z.string().max(20),
          dueAt: At,
          untold: UntoldOfRequest,
        }),
      )
      .max(100)
      .describe('The open ones, and those of which the person must still be told something.'),
    reviews: z
      .array(z.object({ id: z.string().max(30), decision: z.string().max(30), state: z.string().max(20), dueAt: At }))
      .max(100),
    messages: z.array(z.object({ id: z.string().max(30), template: z.string().max(40), at: At })).max(20),
    notes: z
      .array(
        z.object({
          id: z.string().max(64),
          at: At,
          by: z.string().max(100),
          text: z.string().max(40_000),
          about: z.string().max(64).nullable(),
        }),
      )
      .max(100),
    handOver: z
      .object({ method: z.literal('POST'), href: z.string().max(100) })
      .describe('How to put a decision before a reviewer.'),
  })
  .meta({ id: 'DeskAnswer', description: 'What support staff need to help one person at once.' });

export const NoteBody = z
  .strictObject({
    subject: Subject,
    text: freeText(4000),
    about: z
      .string()
      .max(64)
      .regex(/^[a-z]+_[0-9a-z]+$/)
      .exactOptional()
      .describe('The decision, review or request it is about.'),
  })
  .meta({ id: 'NoteBody', description: 'A note in the record of a person, who can read it.' });
export const Note = z
  .object({ id: z.string().max(64), subject: SubjectId, at: At, entry: Entry.optional() })
  .meta({ id: 'Note' });
