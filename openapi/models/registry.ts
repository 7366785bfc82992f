/**
 * What the company declares before it uses anything: purposes, notices, AI systems, recipients.
 * Flow:    here → endpoints/registry.ts; commands/registry receive the checked bodies.
 * Promise: a body is strict; what is answered is the body as published plus key, version and time.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 1) and 9.
 */
import { z } from 'zod';
import { aiSystemStates, oversightModes } from '../../src/vocabulary/ai-system.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';
import {
  art22Gateways,
  decisionKinds,
  optOutExceptionCodes,
  purposeKinds,
  specialCategoryConditions,
  usesWhenRestricted,
} from '../../src/vocabulary/purpose.ts';
import { At, Code, Duration, Entry, Key, LanguageTag, LongTexts, Regime, Texts, Time } from './basics.ts';

const Url = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(2000);
const Reference = z.string().min(1).max(500);
const override = {
  plainLanguageOverride: z
    .strictObject({ reason: z.string().min(10).max(500).describe('Why these exact words; everybody can read it.') })
    .exactOptional()
    .describe(
      'Publishes texts that are not plain enough all the same. Recorded with who did it and what was said against it.',
    ),
};
const DataCategories = z.array(Key).min(1).max(100).describe('The kinds of data, by keys of the company.');
const Keys = z.array(Key).max(100);

export const PurposeBody = z
  .strictObject({
    name: Texts,
    description: Texts,
    kind: z.enum(purposeKinds),
    legalBasis: z.record(Regime, z.enum(legalBases)).describe('The legal basis by regime.'),
    dataCategories: DataCategories,
    significant: z
      .boolean()
      .exactOptional()
      .describe('Decides something important about the person. Default: kind `automated-decision`.'),
    decisionKind: z
      .enum(decisionKinds)
      .exactOptional()
      .describe(
        'What it decides about, as the laws of California and Colorado name it. Left out, it counts as something they cover.',
      ),
    saleOrShare: z.boolean().exactOptional().describe('A sale or sharing of data. Default: kind `sharing`.'),
    forMarketing: z.boolean().exactOptional().describe('Default: kind `marketing`.'),
    sensitive: z.boolean().exactOptional().describe('Uses specially protected data.'),
    specialCategory: z
      .record(Regime, z.enum(specialCategoryConditions))
      .exactOptional()
      .describe('The letter of GDPR 9(2) by regime.'),
    criminalData: z.boolean().exactOptional(),
    art22: z
      .record(Regime, z.enum(art22Gateways))
      .exactOptional()
      .describe('What permits a decision made by AI alone (GDPR 22(2)), by regime.'),
    legitimateInterest: z.strictObject({ interest: Texts, assessmentRef: Reference.exactOptional() }).exactOptional(),
    optOutExceptions: z
      .array(z.strictObject({ regime: Regime, code: z.enum(optOutExceptionCodes), evidence: Reference }))
      .max(50)
      .exactOptional(),
    allowedWhenRestricted: z.enum(usesWhenRestricted).exactOptional(),
    onlineService: z
      .boolean()
      .default(true)
      .describe('Offered directly to people online, so that age rules for consent apply.'),
    consentValidity: Duration.exactOptional(),
    retention: Texts.exactOptional().describe('How long data is kept, in words.'),
    retentionPeriod: Duration.exactOptional().describe(
      'How long after its last use a law obliges to keep it; what an erasure leaves for a legal obligation.',
    ),
    material: z.boolean().default(true).describe('False where earlier consents stay good under the new version.'),
    effectiveFrom: Time.exactOptional().describe('Default: when it is recorded.'),
    defaultNotice: Key.exactOptional(),
    ...override,
    dpv: z
      .string()
      .max(200)
      .regex(/^https:\/\/w3id\.org\/dpv[A-Za-z0-9/#._-]*$/)
      .exactOptional()
      .describe('The term of the Data Privacy Vocabulary.'),
  })
  .meta({ id: 'PurposeBody', description: 'Why data is used, on what legal basis, with which kinds of data.' });

export const NoticeBody = z
  .strictObject({
    title: Texts,
    body: LongTexts.describe('The exact text the person sees; kept with its hash by language and version.'),
    purposes: z.array(Key).min(1).max(100),
    aiSystems: Keys.exactOptional().describe('Where present, a consent on this notice covers these AI systems only.'),
    controllers: z.array(z.string().min(1).max(200)).max(50).exactOptional(),
    explicit: z.boolean().default(false).describe('Written so that agreeing is an explicit act.'),
    material: z.boolean().default(true).describe('False where earlier consents stay good under the new version.'),
    effectiveFrom: Time.exactOptional(),
    ...override,
  })
  .meta({ id: 'NoticeBody', description: 'What people are shown before they choose.' });

const Oversight = z.strictObject({
  mode: z.enum(oversightModes).describe('`before-effect`: a decision waits until a person has looked at it.'),
  description: Texts.exactOptional(),
  reviewers: z
    .union([z.literal(1), z.literal(2)])
    .exactOptional()
    .describe('How many people look at a decision when it is reviewed. Default: 1.'),
  training: z
    .array(Code)
    .min(1)
    .max(20)
    .exactOptional()
    .describe('A reviewer has learned one of these. Default: the key of the AI system.'),
});
const SupportGuide = z.strictObject({
  sayThis: Texts,
  offerThis: Texts.exactOptional(),
  whereItFails: Texts.exactOptional(),
});
const Evaluation = z.strictObject({
  what: z.enum(['accuracy', 'fairness', 'bias', 'robustness']),
  done: z.boolean(),
  result: Texts.exactOptional(),
  date: Time.exactOptional(),
});
const Reason = z.strictObject({
  code: Code.describe('As decisions name it in `factors[].code`.'),
  text: Texts.describe(
    'The reason in words for the person, in every language served; `{value}` stands for their own value.',
  ),
  feature: z
    .string()
    .min(1)
    .max(100)
    .exactOptional()
    .describe('The input it speaks of. Default: the code without `-for` or `-against`.'),
  category: Key.exactOptional().describe('The kind of data.'),
  unchangeable: z
    .boolean()
    .exactOptional()
    .describe('The person cannot change it, so it is never offered as what would have changed the result.'),
  protected: z.boolean().exactOptional().describe('Law protects it; never offered either.'),
});
const ReasonCatalogue = z
  .strictObject({
    reasons: z.array(Reason).min(1).max(500),
    languages: z
      .array(LanguageTag)
      .min(1)
      .max(50)
      .exactOptional()
      .describe('The languages the company serves. Default: those of `name`.'),
    terms: z
      .array(Texts)
      .max(1000)
      .exactOptional()
      .describe('Words that decisions use in English only (labels, outcomes, values), in every language served.'),
  })
  .meta({
    id: 'ReasonCatalogue',
    description:
      'What each reason of a decision means. Once published, a decision with a reason that is not in it, is vague or is not translated is refused.',
  });

export const AiSystemBody = z
  .strictObject({
    name: Texts,
    purposes: z.array(Key).min(1).max(100),
    dataCategories: DataCategories,
    description: Texts.exactOptional(),
    status: z.enum(aiSystemStates).exactOptional().describe('A retired AI system is refused. Default: live.'),
    logic: Texts.exactOptional().describe('How it comes to its result, in plain words.'),
    benefits: Texts.exactOptional(),
    limitations: Texts.exactOptional(),
    consequences: Texts.exactOptional().describe('What may follow for the person.'),
    humanOversight: Oversight.exactOptional(),
    supportGuide: SupportGuide.exactOptional().describe(
      'What support staff say, offer, and where the AI system fails.',
    ),
    reasonCatalogue: ReasonCatalogue.exactOptional(),
    interactionDisclosure: Texts.exactOptional().describe('How people learn that they are dealing with AI.'),
    decisionTypes: z.array(Texts).max(50).exactOptional(),
    significance: z
      .array(z.enum(['gdpr-22', 'uk-22a', 'ca-significant', 'co-consequential', 'annex-iii']))
      .max(5)
      .exactOptional(),
    annexIIIPoint: z
      .string()
      .max(10)
      .regex(/^[1-8](?:[a-z])?$/)
      .exactOptional(),
    article50: z
      .array(
        z.enum(['interaction', 'synthetic-content', 'emotion-recognition', 'biometric-categorisation', 'deep-fake']),
      )
      .max(5)
      .exactOptional(),
    outputType: Texts.exactOptional(),
    outputUse: Texts.exactOptional(),
    soleFactor: z.boolean().exactOptional(),
    otherFactors: z.array(Texts).max(50).exactOptional(),
    sources: z.array(Texts).max(50).exactOptional().describe('Where the data comes from.'),
    evaluations: z.array(Evaluation).max(20).exactOptional(),
    trainingUse: z
      .strictObject({ used: z.boolean(), description: Texts.exactOptional(), purpose: Key.exactOptional() })
      .exactOptional(),
    role: z.enum(['provider', 'deployer', 'both']).exactOptional(),
    provider: z.string().min(1).max(200).exactOptional(),
    recipients: Keys.exactOptional(),
    retention: Texts.exactOptional(),
    optOut: Texts.exactOptional().describe('How to opt out.'),
    alternative: Texts.exactOptional().describe('What happens instead for somebody who opts out.'),
    appeal: Texts.exactOptional(),
    scoreSuppliedTo: Keys.exactOptional(),
    reliedOnStrongly: z
      .boolean()
      .exactOptional()
      .describe('Whether those who receive the score draw strongly on it (C-634/21).'),
    assessments: z
      .array(z.strictObject({ kind: z.enum(['dpia', 'fria', 'risk-assessment']), reference: Reference }))
      .max(20)
      .exactOptional(),
    incidentContact: z.string().min(1).max(200).exactOptional(),
    nextReview: Time.exactOptional(),
    notice: Key.exactOptional().describe('The notice shown before it is used.'),
    modelVersion: z.string().min(1).max(100).exactOptional(),
    links: z.array(Url).max(20).exactOptional(),
    effectiveFrom: Time.exactOptional(),
    ...override,
  })
  .meta({ id: 'AiSystemBody', description: 'A model or service that uses data about people.' });

export const RecipientBody = z
  .strictObject({
    name: Texts,
    kind: z.enum(['processor', 'controller', 'joint-controller', 'third-party', 'authority']),
    country: z
      .string()
      .max(2)
      .regex(/^[A-Z]{2}$/)
      .exactOptional(),
    purposes: Keys.exactOptional(),
    dataCategories: Keys.exactOptional(),
    transfer: z
      .strictObject({
        safeguard: z.enum(['adequacy', 'standard-clauses', 'binding-rules', 'derogation']),
        reference: Reference.exactOptional(),
      })
      .exactOptional(),
    contact: z.string().min(1).max(200).exactOptional(),
    effectiveFrom: Time.exactOptional(),
  })
  .meta({ id: 'RecipientBody', description: 'Who receives data.' });

const PlainFinding = z.object({
  pointer: z.string().max(200).describe('The member and its language.'),
  measure: z.string().max(64).describe('For example `long-sentence` or `legal-word`.'),
  sentence: z.int().min(1).max(100_000).describe('Which sentence, from 1.'),
  value: z.number().min(-100_000).max(100_000),
  limit: z.number().min(0).max(1000),
});
const plainLanguage = z.object({
  overriddenBy: z.object({ id: z.string().max(100), role: z.string().max(20) }),
  findings: z.array(PlainFinding).max(50),
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

export const Purpose = published(PurposeBody).meta({ id: 'Purpose' });
export const Notice = published(NoticeBody)
  .extend({
    hashes: z
      .record(z.string().max(35), z.string().max(44))
      .optional()
      .describe('SHA-256 of the exact text, base64, by language.'),
  })
  .meta({ id: 'Notice' });
export const AiSystem = published(AiSystemBody)
  .extend({ suspended: suspension.describe('Since when it is stopped, or null.') })
  .meta({ id: 'AiSystem' });
export const Recipient = published(RecipientBody).meta({ id: 'Recipient' });

export const SuspensionBody = z
  .strictObject({
    reason: Texts.exactOptional(),
    occurredAt: Time.exactOptional(),
    affectedSince: Time.exactOptional().describe(
      'From when on its results are doubted; `/affected` lists the decisions since then.',
    ),
  })
  .meta({ id: 'SuspensionBody' });
export const Suspension = z
  .object({ key: Key, suspended: z.boolean(), at: At, entry: Entry.optional() })
  .meta({ id: 'Suspension' });
