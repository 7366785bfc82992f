/**
 * An AI system: what it is, what people are told of it, and what law asks to have on file about it.
 * Flow:    here → registry.ts (what is recorded), openapi/models/registry.ts (what is taken and answered).
 * Promise: its members are named here and nowhere else.
 * Source:  AI Act 13, 14, 26, 27, 50; docs/law.md 4 (level 1) and 9; docs/design.md 8.1; decision 0010.
 */
import { z } from 'zod';
import { aiSystemStates, oversightModes } from '../vocabulary/ai-system.ts';
import { categoriesIn, keysIn, override, properName, reference, someKeysIn } from './declared-alike.ts';
import type { Forms } from './form.ts';
import { catalogueIn } from './reason-catalogue.ts';

const url = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(2000);

const oversightIn = (form: Forms) =>
  z.strictObject({
    mode: z.enum(oversightModes).describe('`before-effect`: a decision waits until a person has looked at it.'),
    description: form.texts.exactOptional(),
    reviewers: z
      .union([z.literal(1), z.literal(2)])
      .exactOptional()
      .describe('How many people look at a decision when it is reviewed. Default: 1.'),
    training: z
      .array(form.code)
      .min(1)
      .max(20)
      .exactOptional()
      .describe('A reviewer has learned one of these. Default: the key of the AI system.'),
  });
const declaredInput = z.strictObject({
  name: z.string().min(1).max(100).describe('As decisions name it in `inputs[].name`.'),
  changeable: z.boolean().exactOptional().describe('Whether the person can change it.'),
  protected: z.boolean().exactOptional().describe('Law protects it; never held out as a way to another result.'),
});
const guideIn = ({ texts }: Forms) =>
  z.strictObject({ sayThis: texts, offerThis: texts.exactOptional(), whereItFails: texts.exactOptional() });
const evaluationIn = (form: Forms) =>
  z.strictObject({
    what: z.enum(['accuracy', 'fairness', 'bias', 'robustness']),
    done: z.boolean(),
    result: form.texts.exactOptional(),
    date: form.time.exactOptional(),
  });

/** What it is, what it does, and who watches it. */
const describedIn = (form: Forms) => ({
  name: form.texts,
  purposes: someKeysIn(form),
  dataCategories: categoriesIn(form),
  description: form.texts.exactOptional(),
  status: z.enum(aiSystemStates).exactOptional().describe('A retired AI system is refused. Default: live.'),
  logic: form.texts.exactOptional().describe('How it comes to its result, in plain words.'),
  benefits: form.texts.exactOptional(),
  limitations: form.texts.exactOptional(),
  consequences: form.texts.exactOptional().describe('What may follow for the person.'),
  humanOversight: oversightIn(form).exactOptional(),
  supportGuide: guideIn(form).exactOptional().describe('What support staff say, offer, and where the AI system fails.'),
  reasonCatalogue: z.strictObject(catalogueIn(form)).exactOptional(),
  inputs: z
    .array(declaredInput)
    .max(500)
    .exactOptional()
    .describe('What goes in, and whether a person can change it; decides what is held out as a way to another result.'),
  interactionDisclosure: form.texts.exactOptional().describe('How people learn that they are dealing with AI.'),
});

/** What it decides and makes, and how well. */
const decidingIn = (form: Forms) => ({
  decisionTypes: z.array(form.texts).max(50).exactOptional(),
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
    .array(z.enum(['interaction', 'synthetic-content', 'emotion-recognition', 'biometric-categorisation', 'deep-fake']))
    .max(5)
    .exactOptional(),
  outputType: form.texts.exactOptional(),
  outputUse: form.texts.exactOptional(),
  soleFactor: z.boolean().exactOptional(),
  otherFactors: z.array(form.texts).max(50).exactOptional(),
  sources: z.array(form.texts).max(50).exactOptional().describe('Where the data comes from.'),
  evaluations: z.array(evaluationIn(form)).max(20).exactOptional(),
  trainingUse: z
    .strictObject({
      used: z.boolean(),
      description: form.texts.exactOptional(),
      purpose: form.key.exactOptional(),
    })
    .exactOptional(),
});

/** Who answers for it, who receives what, and what a person can do. */
const answeringIn = (form: Forms) => ({
  role: z.enum(['provider', 'deployer', 'both']).exactOptional(),
  provider: properName.exactOptional(),
  recipients: keysIn(form).exactOptional(),
  retention: form.texts.exactOptional(),
  optOut: form.texts.exactOptional().describe('How to opt out.'),
  alternative: form.texts.exactOptional().describe('What happens instead for somebody who opts out.'),
  appeal: form.texts.exactOptional(),
  scoreSuppliedTo: keysIn(form).exactOptional(),
  reliedOnStrongly: z
    .boolean()
    .exactOptional()
    .describe('Whether those who receive the score draw strongly on it (C-634/21).'),
  assessments: z
    .array(z.strictObject({ kind: z.enum(['dpia', 'fria', 'risk-assessment']), reference }))
    .max(20)
    .exactOptional(),
  incidentContact: properName.exactOptional(),
  nextReview: form.time.exactOptional(),
  notice: form.key.exactOptional().describe('The notice shown before it is used.'),
  modelVersion: z.string().min(1).max(100).exactOptional(),
  links: z.array(url).max(20).exactOptional(),
  effectiveFrom: form.time.exactOptional(),
  ...override,
});

/** The members of an AI system, in the forms of whoever takes or keeps it. */
export const aiSystemIn = (form: Forms) => ({ ...describedIn(form), ...decidingIn(form), ...answeringIn(form) });
