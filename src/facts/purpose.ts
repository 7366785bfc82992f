/**
 * A purpose: why data is used, on what legal basis, with which kinds of data.
 * Flow:    here → registry.ts (what is recorded), openapi/models/registry.ts (what is taken and answered).
 * Promise: its members are named here and nowhere else.
 * Source:  GDPR 5(1)(b), 6, 9(2), 10, 22(2); docs/design.md 8.1; decision 0010.
 */
import { z } from 'zod';
import { legalBases } from '../vocabulary/basis.ts';
import {
  art22Gateways,
  criminalDataGrounds,
  decisionKinds,
  optOutExceptionCodes,
  purposeKinds,
  specialCategoryConditions,
  usesWhenRestricted,
} from '../vocabulary/purpose.ts';
import { categoriesIn, material, override, reference } from './declared-alike.ts';
import type { Forms } from './form.ts';

const flag = z.boolean().exactOptional();

/** What it is for, with which data. */
const aimIn = (form: Forms) => ({
  name: form.texts,
  description: form.texts,
  kind: z.enum(purposeKinds),
  legalBasis: z.record(form.regime, z.enum(legalBases)).describe('The legal basis by regime.'),
  dataCategories: categoriesIn(form),
  significant: flag.describe('Decides something important about the person. Default: kind `automated-decision`.'),
  decisionKind: z
    .enum(decisionKinds)
    .exactOptional()
    .describe(
      'What it decides about, as the laws of California and Colorado name it. Left out, it counts as something they cover.',
    ),
  saleOrShare: flag.describe('A sale or sharing of data. Default: kind `sharing`.'),
  forMarketing: flag.describe('Default: kind `marketing`.'),
  sensitive: flag.describe('Uses specially protected data.'),
});

/** What permits it, and what sets it apart, beyond the legal basis. */
const permissionsIn = (form: Forms) => ({
  specialCategory: z
    .record(form.regime, z.enum(specialCategoryConditions))
    .exactOptional()
    .describe('The letter of GDPR 9(2) by regime.'),
  criminalData: flag.describe('Uses data about convictions and offences.'),
  criminalDataGround: z
    .record(form.regime, z.strictObject({ ground: z.enum(criminalDataGrounds), reference }))
    .exactOptional()
    .describe('What permits data about crimes (GDPR 10), by regime, with the reference of the law.'),
  art22: z
    .record(form.regime, z.enum(art22Gateways))
    .exactOptional()
    .describe('What permits a decision made by AI alone (GDPR 22(2)), by regime.'),
  legitimateInterest: z
    .strictObject({ interest: form.texts, assessmentRef: reference.exactOptional() })
    .exactOptional(),
  optOutExceptions: z
    .array(z.strictObject({ regime: form.regime, code: z.enum(optOutExceptionCodes), evidence: reference }))
    .max(50)
    .exactOptional(),
  allowedWhenRestricted: z.enum(usesWhenRestricted).exactOptional(),
});

/** How long it lasts, and from when. */
const lastingIn = (form: Forms) => ({
  onlineService: z
    .boolean()
    .exactOptional()
    .describe('Offered directly to people online, so that age rules for consent apply.'),
  consentValidity: form.duration.exactOptional(),
  retention: form.texts.exactOptional().describe('How long data is kept, in words.'),
  retentionPeriod: form.duration
    .exactOptional()
    .describe('How long after its last use a law obliges to keep it; what an erasure leaves for a legal obligation.'),
  material,
  effectiveFrom: form.time.exactOptional().describe('Default: when it is recorded.'),
  defaultNotice: form.key.exactOptional(),
  tcfPurposes: z
    .array(z.int().min(1).max(11))
    .min(1)
    .max(11)
    .exactOptional()
    .describe('The purposes of IAB TCF 2.2 that this is: a TC string that agrees to all of them is a yes.'),
  ...override,
  dpv: z
    .string()
    .max(200)
    .regex(/^https:\/\/w3id\.org\/dpv[A-Za-z0-9/#._-]*$/)
    .exactOptional()
    .describe('The term of the Data Privacy Vocabulary.'),
});

/** The members of a purpose, in the forms of whoever takes or keeps it. */
export const purposeIn = (form: Forms) => ({ ...aimIn(form), ...permissionsIn(form), ...lastingIn(form) });
