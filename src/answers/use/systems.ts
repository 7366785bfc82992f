/**
 * Level 1 of the answer: one AI system as it is published, as it used this person's data, and what they can do about
 * it.
 * Flow:    assemble.ts → here → uses.ts, choices.ts, actions.ts, completeness.ts.
 * Promise: published words are passed on untouched; the support guide reaches officers only.
 * Source:  docs/law.md 4 level 1, docs/law.md 9.
 */
import type { Purpose } from '../../evaluation/registry.ts';
import type { DeclaredAiSystem } from '../../facts/registry.ts';
import { wordsOfCode } from '../../language/categories.ts';
import { isMessageKey } from '../../language/say.ts';
import { fallsUnder } from '../../law/law.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import { actionsOf } from './actions.ts';
import { choiceOf, choiceWords } from './choices.ts';
import { gapsOf } from './completeness.ts';
import type { AiUseMaterial, PublishedNow } from './material.ts';
import { allTags, isAnnexIII, type Law, systemMembers } from './required.ts';
import type { RightsContext } from './rights-context.ts';
import type { SystemAnswer } from './system-answer.ts';
import { toldBeforehand } from './told-beforehand.ts';
import { usesOf } from './uses.ts';

export interface SystemsContext {
  readonly material: AiUseMaterial;
  readonly reader: Reader;
  readonly law: Law;
  readonly rights: RightsContext;
  readonly months: readonly string[];
}

export type PublishedSystem = PublishedNow['systems'][number];

/** What the part of the answer that is the same for everybody is made from. */
interface DeclaredContext {
  readonly published: PublishedNow;
  readonly reader: Reader;
}

/** What the entry says about itself. */
function declared(body: DeclaredAiSystem, reader: Reader) {
  return {
    description: reader.text(body.description),
    // A name is the same in every language.
    provider: body.provider ?? null,
    interactionDisclosure: reader.text(body.interactionDisclosure) ?? reader.say('use.interaction'),
    significance: body.significance ?? [],
    decisionTypes: reader.texts(body.decisionTypes),
    dataCategories: body.dataCategories.map((category) => ({ category, label: reader.category(category) })),
    sources: reader.texts(body.sources),
    logic: reader.text(body.logic),
    output: {
      type: reader.text(body.outputType),
      use: reader.text(body.outputUse),
      soleFactor: body.soleFactor ?? null,
      otherFactors: reader.texts(body.otherFactors),
    },
    evaluation: (body.evaluations ?? []).map(({ what, done, result, date }) => ({
      what: wordsOfCode(what),
      done,
      result: reader.text(result),
      date: date ?? null,
    })),
    benefits: reader.texts(body.benefits),
    limitations: reader.texts(body.limitations),
    possibleConsequences: reader.texts(body.consequences),
    optOut: reader.text(body.optOut),
    alternativeProcess: reader.text(body.alternative),
    retention: reader.text(body.retention),
  };
}

function oversightOf({ humanOversight }: DeclaredAiSystem, reader: Reader): SystemAnswer['humanOversight'] {
  if (humanOversight === undefined) return null;
  return {
    mode: humanOversight.mode,
    words: reader.say(`use.oversight.${humanOversight.mode}`),
    description: reader.text(humanOversight.description),
  };
}

/** What is recorded of this person outweighs what is published about everybody. */
const trainedHere = (
  { key, body }: PublishedSystem,
  { material, reader }: SystemsContext,
): Partial<Pick<SystemAnswer, 'trainingUse'>> =>
  body.trainingUse?.used !== true &&
  (material.trainings ?? []).some(
    ({ aiSystem, state }) => aiSystem === key && (state === 'open' || state === 'finished'),
  )
    ? { trainingUse: { used: true, words: reader.say('use.training.yes') } }
    : {};

function trainingOf({ trainingUse }: DeclaredAiSystem, reader: Reader): SystemAnswer['trainingUse'] {
  if (trainingUse === undefined) return null;
  return {
    used: trainingUse.used,
    words:
      reader.text(trainingUse.description) ?? reader.say(trainingUse.used ? 'use.training.yes' : 'use.training.no'),
  };
}

function statusOf(system: PublishedSystem, reader: Reader): Pick<SystemAnswer, 'status' | 'statusWords'> {
  if (system.suspendedSince !== undefined)
    return {
      status: 'suspended',
      statusWords: reader.say('use.suspended', { day: reader.date(system.suspendedSince) }),
    };
  const status = system.body.status ?? 'live';
  return { status, statusWords: status === 'retired' ? reader.say('reason.ai-system-retired') : null };
}

function recipientsOf({ body }: PublishedSystem, { published, reader }: DeclaredContext): SystemAnswer['recipients'] {
  return (body.recipients ?? []).map((key) => {
    const found = published.recipients.find((recipient) => recipient.key === key);
    return {
      name: reader.text(found?.body.name) ?? wordsOfCode(key),
      role: found?.body.kind ?? null,
      country: found?.body.country ?? null,
      safeguard: found?.body.transfer?.safeguard ?? null,
    };
  });
}

function noticesOf(system: PublishedSystem, { published, reader }: DeclaredContext): SystemAnswer['notices'] {
  const cites = (purposes: readonly string[]): boolean =>
    purposes.some((purpose) => system.body.purposes.includes(purpose));
  const names = (systems: readonly string[] | undefined): boolean =>
    systems === undefined || systems.includes(system.key);
  const found = published.notices.filter(({ body }) => cites(body.purposes) && names(body.aiSystems));
  return found.map(({ key, version, body }) => ({ key, version, title: reader.text(body.title) ?? key }));
}

function supportGuideOf(
  { supportGuide }: DeclaredAiSystem,
  { material, reader }: SystemsContext,
): Pick<SystemAnswer, 'supportGuide'> {
  if (material.audience !== 'officer') return {};
  return {
    supportGuide: {
      sayThis: reader.text(supportGuide?.sayThis),
      offerThis: reader.text(supportGuide?.offerThis),
      whereItFails: reader.text(supportGuide?.whereItFails),
    },
  };
}

/** Why nobody can opt out here; codes begin with the law they come from, the words do not. */
export function exceptionWords(code: string, reader: Reader): string {
  const key = `use.exception.${code.replace(/^(?:ca-admt|ca|co)-/, '')}`;
  return reader.say(isMessageKey(key) ? key : 'use.exception', { code });
}

/** The exceptions to an opt-out that the purposes rely on, for the regimes of the person. */
function exceptionsOf(
  purposes: readonly Purpose[],
  { reader, material }: SystemsContext,
): SystemAnswer['exceptionReliedOn'] {
  const relied = purposes
    .flatMap(({ body }) => body.optOutExceptions ?? [])
    .filter(({ regime }) => material.regimes.some((own) => fallsUnder(own, regime)));
  return relied.map(({ regime, code }) => ({ regime, code, words: exceptionWords(code, reader) }));
}

/** Everything about one system that is about this person. */
function personal(system: PublishedSystem, purposes: readonly Purpose[], context: SystemsContext) {
  const { material, reader, months } = context;
  const choices = purposes.map((purpose) => choiceOf(system.key, purpose, { reader, standing: material.standing }));
  return {
    uses: usesOf(material.tallies[system.key], { reader, months, audience: material.audience }),
    choice: { words: choiceWords(choices, reader), purposes: choices },
    toldBeforehand: toldBeforehand(material.shown?.filter(({ aiSystem }) => aiSystem === system.key) ?? [], reader),
    whatYouCanDo: actionsOf({ choices, purposes }, context.rights),
  };
}

export const purposesOf = ({ body }: PublishedSystem, { purposes }: PublishedNow): readonly Purpose[] =>
  body.purposes.flatMap((key) => purposes.find((purpose) => purpose.key === key) ?? []);

/** What is published about one system: the same for everybody, and the public register. */
export function declaredAnswer(system: PublishedSystem, context: DeclaredContext) {
  const { reader } = context;
  return {
    key: system.key,
    name: reader.text(system.body.name) ?? system.key,
    version: system.version,
    ...statusOf(system, reader),
    ...declared(system.body, reader),
    humanOversight: oversightOf(system.body, reader),
    trainingUse: trainingOf(system.body, reader),
    recipients: recipientsOf(system, context),
    lastChanged: timeOf(system.at),
    notices: noticesOf(system, context),
  };
}

export function systemAnswer(system: PublishedSystem, context: SystemsContext): SystemAnswer {
  const { material, reader } = context;
  const law: Law = { ...context.law, annexIII: isAnnexIII(system.body) };
  const purposes = purposesOf(system, material.published);
  const published = declaredAnswer(system, { published: material.published, reader });
  return {
    ...published,
    ...trainedHere(system, context),
    exceptionReliedOn: exceptionsOf(purposes, context),
    reduced: !purposes.some(({ significant }) => significant),
    ...personal(system, purposes, context),
    completeness: gapsOf({ body: system.body, purposes, hasNotice: published.notices.length > 0 }, law, reader),
    languageFallback: reader.fellBack(),
    requiredBy: allTags(systemMembers, law),
    ...supportGuideOf(system.body, context),
  };
}
