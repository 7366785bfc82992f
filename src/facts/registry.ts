/**
 * What the company declares: purposes, notices, AI systems, recipients, and the turns of the stop switch.
 * Flow:    commands/registry → here → ledger → evaluation/registry.
 * Promise: the payload is the body exactly as it was published, with key and version and what the registry found. What
 *          an evaluation reads is checked here; words for people were checked at the edge and are kept as they stand.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 1) and 9.
 */
import { z } from 'zod';
import { aiSystemStates, oversightModes } from '../vocabulary/ai-system.ts';
import { legalBases } from '../vocabulary/basis.ts';
import {
  art22Gateways,
  decisionKinds,
  purposeKinds,
  specialCategoryConditions,
  usesWhenRestricted,
} from '../vocabulary/purpose.ts';
import { Code, Key, Keys, Regime, Texts, Time, Version, v1 } from './form.ts';
import { ReasonCatalogue } from './reason-catalogue.ts';

/** Why a version counts as material although it was published as not material. */
export const materialReasons = ['new-category', 'new-kind', 'new-basis', 'new-controller'] as const;

/** A sentence that was published although the gate for plain language had refused it. */
export const PlainFinding = z.strictObject({
  pointer: z.string(),
  measure: Code,
  sentence: z.int().min(1),
  value: z.number(),
  limit: z.number(),
});
export type PlainFinding = z.infer<typeof PlainFinding>;

/** Why a text is published although it is not plain. */
const override = { plainLanguageOverride: z.strictObject({ reason: z.string() }).exactOptional() };

const purpose = {
  ...override,
  name: Texts,
  description: Texts,
  kind: z.enum(purposeKinds),
  legalBasis: z.record(Regime, z.enum(legalBases)),
  dataCategories: Keys,
  significant: z.boolean().exactOptional(),
  decisionKind: z.enum(decisionKinds).exactOptional(),
  saleOrShare: z.boolean().exactOptional(),
  forMarketing: z.boolean().exactOptional(),
  sensitive: z.boolean().exactOptional(),
  specialCategory: z.record(Regime, z.enum(specialCategoryConditions)).exactOptional(),
  art22: z.record(Regime, z.enum(art22Gateways)).exactOptional(),
  optOutExceptions: z.array(z.strictObject({ regime: Regime, code: Code, evidence: z.string() })).exactOptional(),
  allowedWhenRestricted: z.enum(usesWhenRestricted).exactOptional(),
  onlineService: z.boolean().exactOptional(),
  consentValidity: z.string().exactOptional(),
  retentionPeriod: z.string().exactOptional(),
  material: z.boolean().exactOptional(),
  effectiveFrom: Time.exactOptional(),
  defaultNotice: Key.exactOptional(),
};
export const PurposeBody = z.looseObject(purpose);
export type PurposeBody = z.infer<typeof PurposeBody>;

const notice = {
  ...override,
  title: Texts,
  body: Texts,
  purposes: Keys,
  aiSystems: Keys.exactOptional(),
  controllers: z.array(z.string()).exactOptional(),
  explicit: z.boolean().exactOptional(),
  material: z.boolean().exactOptional(),
  effectiveFrom: Time.exactOptional(),
};
export const NoticeBody = z.looseObject(notice);
export type NoticeBody = z.infer<typeof NoticeBody>;

const aiSystem = {
  ...override,
  name: Texts,
  purposes: Keys,
  dataCategories: Keys,
  status: z.enum(aiSystemStates).exactOptional(),
  humanOversight: z
    .looseObject({
      mode: z.enum(oversightModes),
      description: Texts.exactOptional(),
      reviewers: z.union([z.literal(1), z.literal(2)]).exactOptional(),
      training: z.array(Code).exactOptional(),
    })
    .exactOptional(),
  reasonCatalogue: ReasonCatalogue.exactOptional(),
  effectiveFrom: Time.exactOptional(),
};
export const AiSystemBody = z.looseObject(aiSystem);
export type AiSystemBody = z.infer<typeof AiSystemBody>;

const recipient = { name: Texts, kind: Code, effectiveFrom: Time.exactOptional() };
export const RecipientBody = z.looseObject(recipient);
export type RecipientBody = z.infer<typeof RecipientBody>;

const place = { v: v1, key: Key, version: Version };
const passed = { notPlain: z.array(PlainFinding).exactOptional() };
const forced = { materialBecause: z.array(z.enum(materialReasons)).exactOptional() };

export const PurposePublished = z.looseObject({ ...place, ...forced, ...passed, ...purpose });
export const NoticePublished = z.looseObject({ ...place, ...forced, ...passed, ...notice });
export const AiSystemPublished = z.looseObject({ ...place, ...passed, ...aiSystem });
export const RecipientPublished = z.looseObject({ ...place, ...recipient });

/** `affectedSince`: from when on its results are doubted. */
export const AiSystemSuspended = z.strictObject({
  v: v1,
  key: Key,
  reason: Texts.exactOptional(),
  occurredAt: Time.exactOptional(),
  affectedSince: Time.exactOptional(),
});
export type AiSystemSuspended = z.infer<typeof AiSystemSuspended>;

export const AiSystemResumed = z.strictObject({
  v: v1,
  key: Key,
  reason: Texts.exactOptional(),
  occurredAt: Time.exactOptional(),
});
