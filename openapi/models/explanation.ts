/**
 * The explanation of one automated decision in four layers.
 * Flow:    here → endpoints/explanations.ts; answers/explanation assembles it.
 * Promise: the members below are fixed; more may stand beside them.
 * Source:  docs/design.md 8.1; docs/law.md 4.
 */
import { z } from 'zod';
import { effectStates } from '../../src/vocabulary/review.ts';
import { At, DecisionId, Key, LanguageTag, Regime } from './basics.ts';

const Words = z.string().max(8000);
const Count = z.int().min(0);
const Title = { title: Words.describe('What a page writes above this layer.') };

const Reason = z.object({
  rank: Count.describe('1 weighed most of all factors.'),
  code: z.string().max(64),
  feature: z.string().max(100).describe('The input it speaks of.'),
  label: Words,
  value: Words.describe('The person’s own value, as it was used.'),
  direction: z.enum(['for', 'against']),
  words: Words.describe('In the words of the catalogue in force at the time, else of the record.'),
  unchangeable: z
    .boolean()
    .describe('Law protects it, or the person cannot change it; told as a reason, never offered as a way.'),
  strength: Count.max(100).describe('The share of the strongest factor, for drawing a bar; no score.'),
  note: Words.nullable().optional(),
  weight: z.number().optional().describe('For staff only.'),
  method: z.string().max(64).optional().describe('For staff only.'),
});
const Counterfactual = z.object({
  name: z.string().max(100),
  label: Words,
  from: Words,
  to: Words,
  outcome: Words,
  feasible: z.boolean().nullable(),
  offered: z.boolean(),
  heldBack: z
    .enum(['protected', 'unchangeable', 'same-outcome', 'same-value'])
    .nullable()
    .describe('Why it is not held out as a way to another result; `words` say it.'),
  words: Words,
});
const Aggregate = z.object({
  uses: Count,
  from: At,
  to: At,
  rule: z.string().max(100),
  words: Words,
  outcomes: z.array(z.object({ outcome: Words, count: Count, words: Words })).max(500),
  factors: z
    .array(
      z.object({
        feature: z.string().max(100),
        label: Words,
        against: Count,
        for: Count,
        averageStrength: Count,
        words: Words,
      }),
    )
    .max(500),
});
const HumanInvolvement = z.object({
  role: Words,
  qualifies: z.boolean().describe('Only the recorded steps of a review can show this.'),
  limbs: z.object({ understands: z.boolean(), analyses: z.boolean(), mayChange: z.boolean() }),
  evidence: z.array(z.object({ limb: z.string().max(20), kind: z.string().max(64), id: z.string().max(64) })).max(500),
  whatTheyDid: Words.nullable(),
  words: Words,
});
const Right = z.object({
  right: z.string().max(64),
  title: Words,
  available: z.boolean(),
  why: Words,
  how: Words,
  href: z.string().max(400),
  api: z.object({ method: z.string().max(10), href: z.string().max(400) }),
  answerWithin: Words.nullable(),
});

const Layer1 = z.object({
  layer: z.literal(1),
  ...Title,
  sentence: Words.describe('The outcome, and who decided.'),
  what: Words,
  outcome: Words,
  adverse: z.boolean().nullable(),
  aiRole: z.object({ code: z.string().max(20), words: Words }),
  solelyAutomated: z.boolean(),
});
const Layer2 = z.object({
  layer: z.literal(2),
  ...Title,
  lead: Words,
  reasons: z.array(Reason).max(4).describe('The strongest first.'),
  words: Words,
  method: Words.nullable().describe('How the reasons were found; calls an approximation one.'),
  counterfactual: Counterfactual.nullable().describe('One thing that would have changed the result, as recorded.'),
  counterfactualWords: Words,
  aggregate: Aggregate.nullable().describe('All decisions of twelve months together; under US-CA only, above four.'),
});
const Layer3 = z.object({
  layer: z.literal(3),
  ...Title,
  dataUsed: z
    .array(
      z.object({
        name: z.string().max(100),
        label: Words,
        value: Words,
        category: Key,
        categoryLabel: Words,
        source: Words.nullable(),
      }),
    )
    .max(500),
  output: z.object({ value: Words, scale: Words.nullable(), rule: Words.nullable(), words: Words }).nullable(),
  factors: z.array(Reason).max(200),
  system: z
    .object({
      key: Key,
      name: Words,
      version: Count,
      benefits: z.array(Words).max(50),
      limitations: z.array(Words).max(50),
      changedWords: Words.nullable(),
    })
    .nullable()
    .describe('As it was published when it decided.'),
  humanInvolvement: HumanInvolvement,
  otherFactors: z.array(Words).max(100),
  otherFactorsWords: Words.nullable(),
  significance: Words.nullable(),
  consequences: Words.nullable(),
  futureUse: Words.nullable(),
  rights: z.array(Right).max(50).describe('How to object, and what else the person can do.'),
});
const Layer4 = z.object({
  layer: z.literal(4),
  ...Title,
  record: z
    .record(z.string().max(64), z.unknown())
    .describe('As it was recorded; without weights and methods for the person.'),
  counterfactuals: z.array(Counterfactual).max(100),
  modelVersion: z.string().max(100).nullable(),
  versions: z
    .array(
      z.object({
        kind: z.enum(['ai-system', 'purpose']),
        key: Key,
        version: Count,
        fact: z.string().max(64),
        log: Count,
        index: Count,
      }),
    )
    .max(10)
    .describe('The published versions it was made under.'),
  permission: z.object({ covered: z.boolean(), reason: z.string().max(64), words: Words }),
  notRecorded: z.array(z.object({ item: z.string().max(64), words: Words })).max(50),
  checklist: z
    .array(
      z.object({
        level: z.int().min(1).max(3),
        field: z.string().max(64),
        requiredBy: z.array(z.string().max(64)).max(50),
        status: z.enum(['given', 'named-as-missing', 'not-applicable', 'missing']),
        from: z.string().max(400),
      }),
    )
    .max(100)
    .optional()
    .describe('For staff: every field that law asks for, whether it is there, and where it came from.'),
});

export const Explanation = z
  .object({
    id: DecisionId,
    generatedAt: At,
    language: LanguageTag,
    languageFallback: z.boolean(),
    regimes: z.array(Regime).max(20),
    decidedAt: At,
    recordedAt: At,
    layers: z.tuple([Layer1, Layer2, Layer3, Layer4]),
    effect: z.object({
      state: z.enum(effectStates),
      since: At,
      review: z.string().max(64).nullable(),
      words: Words.nullable(),
    }),
    reconstructed: z
      .boolean()
      .describe('True where the reasons were worked out after the decision, or nobody can show that they were not.'),
    reconstructedBecause: z.enum(['reported', 'recorded-late']).nullable(),
    reconstructedWords: Words.nullable(),
    approximation: z
      .boolean()
      .nullable()
      .describe('True where a reason is an estimate; null where it is not on record.'),
    proof: z.object({
      log: Count,
      index: Count,
      leafHash: z.string().max(44),
      treeSize: Count,
      inclusion: z.array(z.string().max(44)).max(64).describe('RFC 6962, from the leaf to the root, base64.'),
      checkpoint: z.string().max(4000).nullable(),
      words: Words,
    }),
    withheld: z.array(z.object({ item: Words, ground: Words, legalRef: Words, escalation: Words })).max(100),
    requiredBy: z.array(z.string().max(64)).max(100),
  })
  .meta({
    id: 'Explanation',
    description: 'Why one automated decision came out as it did, in four layers, from recorded facts only.',
  });
