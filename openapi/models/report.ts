/**
 * The reports that law asks a company to keep or to publish: about requests, and of processing.
 * Flow:    here → endpoints/reports.ts; answers/report computes them.
 * Promise: shares from 0 to 1, null where there is nothing to divide by; nobody is named but recipients and contacts.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1); docs/law.md 8.
 */
import { z } from 'zod';
import { assessed, worksheetKinds } from '../../src/vocabulary/assessment.ts';
import { requestMetrics } from '../../src/vocabulary/request-metric.ts';
import { At, Code, Key, Regime } from './basics.ts';
import { ContactsModel } from './contact.ts';

const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const Days = z.number().min(0).max(1e6).nullable();
const Words = z.string().max(20_000);

const Figures = z.object({
  metric: z.enum(requestMetrics),
  received: Count,
  complied: Count.describe('In whole or in part.'),
  denied: Count,
  open: Count,
  withdrawn: Count.describe('The person no longer wanted it, or an erasure ended it.'),
  meanDays: Days.describe('From receipt to the answer.'),
  medianDays: Days,
  grounds: z
    .array(z.object({ code: Code, count: Count }))
    .max(200)
    .describe('Denied, by the ground that was named.'),
});

export const RequestReportModel = z
  .object({
    from: At,
    to: At,
    generatedAt: At,
    regime: Regime.nullable(),
    received: Count,
    answered: Count,
    onTime: Count.describe('Answered until the last day that stood then.'),
    onTimeShare: z.number().min(0).max(1).nullable(),
    extended: Count,
    openAndLate: Count,
    metrics: z.array(Figures).max(20),
  })
  .meta({ id: 'RequestReport', description: 'Requests received in a time, and what became of them until now.' });

const Undeclared = z
  .array(z.object({ service: z.string().max(200).nullable(), aiSystem: z.string().max(200).nullable(), count: Count }))
  .max(10_000);

export const ProcessingReportModel = z
  .object({
    from: At,
    to: At,
    generatedAt: At,
    contacts: ContactsModel,
    activities: z
      .array(
        z.object({
          purpose: Key,
          version: Count,
          name: Words.nullable(),
          description: Words.nullable(),
          legalBasis: z.record(z.string().max(20), z.string().max(64)),
          dataCategories: z.array(Key).max(1000),
          sensitive: z.boolean(),
          aiSystems: z.array(z.object({ key: Key, name: Words.nullable() })).max(1000),
          recipients: z
            .array(
              z.object({
                key: Key,
                name: Words.nullable(),
                role: z.string().max(64),
                country: z.string().max(2).nullable(),
                safeguard: z.string().max(64).nullable(),
                safeguardReference: z.string().max(2000).nullable(),
              }),
            )
            .max(1000),
          retention: Words.nullable(),
          missing: z.array(z.string().max(64)).max(20).describe('What law asks for and nobody published.'),
        }),
      )
      .max(10_000),
    undeclared: z
      .object({ usesWithoutPermission: Undeclared, uncoveredCalls: Undeclared })
      .describe('What was done in the time and no record declares: uses without a permission, calls without a use.'),
  })
  .meta({ id: 'ProcessingReport', description: 'The records of processing activities of a controller.' });

const Assessed = z.enum(assessed);
const Part = z.object({
  part: z.enum(['a', 'b', 'c', 'd', 'e', 'f']),
  source: z.string().max(64).describe('The clause that asks for it.'),
  known: z.array(z.object({ what: Assessed, words: z.array(Words).max(1000) })).max(50),
  missing: z.array(Assessed).max(50).describe('What a person has still to write: nobody declared it.'),
});

export const AssessmentReportModel = z
  .object({
    from: At,
    to: At,
    generatedAt: At,
    aiSystems: z
      .array(
        z.object({
          aiSystem: Key,
          version: Count,
          name: Words.nullable(),
          significance: z.array(z.string().max(64)).max(20),
          onFile: z
            .array(z.object({ kind: z.string().max(64), reference: z.string().max(2000) }))
            .max(100)
            .describe('The assessments that were made, as the registry names them.'),
          worksheets: z.array(z.object({ kind: z.enum(worksheetKinds), parts: z.array(Part).max(10) })).max(5),
        }),
      )
      .max(10_000),
  })
  .meta({
    id: 'AssessmentReport',
    description: 'For each AI system what is known to the parts of an impact assessment, and what is missing.',
  });
