/**
 * Assembles the answer to "how is my data used by AI?" from recorded facts and published entries.
 * Flow:    http (gathers the material) → here → http (JSON) and pages.
 * Promise: pure: the same material gives the same answer; nothing is invented, and what is missing is named.
 * Source:  docs/design.md 8.1; docs/law.md 4.
 */

import type { Purpose } from '../../evaluation/registry.ts';
import { monthBefore, monthOf } from '../../language/dates.ts';
import { fallsUnder } from '../../law/law.ts';
import { inPath } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { promisesHumanAppeal } from '../../vocabulary/purpose.ts';
import { contactsOf } from '../contacts.ts';
import { explainDecision } from '../decision/explain.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { AiUseAnswer, LookAnswer, Period } from './ai-use-answer.ts';
import type { AiUseMaterial, Look } from './material.ts';
import { decisionMembers, isAnnexIII, type Law, requiredOf, systemMembers, tagTitles } from './required.ts';
import { lawOfTags, rightsOf } from './rights.ts';
import type { RightsContext } from './rights-context.ts';
import { signInAnswer } from './sign-ins.ts';
import { noUseOf, numbersOf, summaryOf } from './summary.ts';
import { systemAnswer } from './systems.ts';
import { trainingAnswers } from './trainings.ts';
import { usesWithoutPermission } from './without-permission.ts';

const MONTHS = 12;

/** Does it rely, under a law of the person, on the exception that owes everybody an appeal to a human? */
const offersHumanAppeal = ({ body }: Purpose, regimes: readonly string[]): boolean =>
  (body.optOutExceptions ?? []).some(
    ({ regime, code }) => promisesHumanAppeal(code) && regimes.some((own) => fallsUnder(own, regime)),
  );

/** Which rights have something to act on, told from what is published and recorded. */
export function rightsContextOf(material: AiUseMaterial, reader: Reader): RightsContext {
  const { subject, audience, regimes, now, holidays, published, standing } = material;
  const { purposes } = published;
  return {
    reader,
    regimes,
    now,
    holidays,
    subject,
    audience,
    hasDecisions: material.decisionCount > 0,
    touches: {
      consent: standing.some(({ reason }) => reason === 'consent-given'),
      marketing: purposes.some((purpose) => purpose.forMarketing),
      sale: purposes.some((purpose) => purpose.saleOrShare),
      sensitive: purposes.some((purpose) => purpose.sensitive),
      significant: purposes.some((purpose) => purpose.significant),
    },
    humanAppeals: purposes.filter((purpose) => offersHumanAppeal(purpose, regimes)).map(({ key }) => key),
    annexIII: published.systems.filter(({ body }) => isAnnexIII(body)).map(({ key }) => key),
  };
}

/** The newest twelve months up to the end of the period, oldest first. */
function monthsUpTo(to: number, timeZone: string): readonly string[] {
  const last = monthOf(to, timeZone);
  return Array.from({ length: MONTHS }, (_, place) => monthBefore(last, MONTHS - 1 - place));
}

function periodOf(material: AiUseMaterial, months: readonly string[], reader: Reader): Omit<Period, 'span'> {
  const to = material.to ?? material.now;
  const words =
    material.from === undefined
      ? reader.say('use.period.all')
      : reader.say('use.period.from-to', { from: reader.date(material.from), to: reader.date(to) });
  const expired = material.expired.map(({ from, to: until, count }) => ({
    from: timeOf(from),
    to: timeOf(until),
    count,
  }));
  return {
    from: material.from === undefined ? null : timeOf(material.from),
    to: timeOf(to),
    months,
    timeZone: material.timeZone,
    words,
    expired,
  };
}

/** "In the last 12 months" only where that is true of every counted use; else since the first one. */
function spanOf(material: AiUseMaterial, months: readonly string[], reader: Reader): string {
  const first = Math.min(...Object.values(material.tallies).map(({ firstAt }) => firstAt));
  if (material.from !== undefined)
    return reader.say('use.span.from-to', {
      from: reader.date(material.from),
      to: reader.date(material.to ?? material.now),
    });
  if (!Number.isFinite(first) || monthOf(first, material.timeZone) >= (months[0] ?? ''))
    return reader.say('use.span.twelve-months');
  return reader.say('use.span.since', { day: reader.date(first) });
}

function lookOf(look: Look, reader: Reader): LookAnswer {
  const { at, role, reason, what } = look;
  return {
    at: timeOf(at),
    role,
    reason,
    what,
    words: reader.say('use.look', {
      day: reader.date(at),
      role: reader.say('use.look.role', { role }),
      reason: reader.say('use.look.reason', { reason }),
    }),
  };
}

const signalOf = ({ signalSince }: AiUseMaterial, reader: Reader): AiUseAnswer['signal'] =>
  signalSince === undefined
    ? null
    : { since: timeOf(signalSince), words: reader.say('use.signal', { day: reader.date(signalSince) }) };

function proofOf({ audience, checkpoint, entries, subject }: AiUseMaterial, reader: Reader): AiUseAnswer['proof'] {
  const base = audience === 'officer' ? `/v1/subjects/${inPath(subject)}` : '/v1/me';
  return {
    checkpoint,
    entries,
    words: reader.say(checkpoint === null ? 'use.proof.empty' : 'use.proof', { entries }),
    ledger: { href: '/me/ledger', api: { method: 'GET', href: `${base}/ledger` } },
    evidence: { href: '/me/evidence', api: { method: 'GET', href: `${base}/evidence` } },
  };
}

function decisionsWords(material: AiUseMaterial, reader: Reader): string {
  const significant = material.published.purposes.some(({ significant }) => significant);
  const [count, shown] = [material.decisionCount, material.decisions.length];
  if (count > 0)
    return reader.say(shown < count ? 'use.decisions.count-shown' : 'use.decisions.count', { count, shown });
  return reader.say(significant ? 'use.decisions.none' : 'use.decisions.not-made');
}

/** The published name of something, in the language of the reader. */
const namesIn =
  ({ published: { purposes, recipients, systems } }: AiUseMaterial, reader: Reader) =>
  (what: 'ai-system' | 'purpose' | 'recipient', key: string): string => {
    const named = { purpose: purposes, recipient: recipients, 'ai-system': systems }[what];
    return reader.text(named.find((one) => one.key === key)?.body.name) ?? key;
  };

/** The whole answer. */
export function aiUseAnswer(material: AiUseMaterial): AiUseAnswer {
  const reader = readerOf(material.language, material.timeZone, material.audience);
  const rights = rightsContextOf(material, reader);
  const law: Law = lawOfTags(rights);
  const months = monthsUpTo(material.to ?? material.now, material.timeZone);
  const context = { material, reader, law, rights, months };
  const systems = material.published.systems.map((system) => systemAnswer(system, context));
  const automatedDecisions = material.decisions.map((record) =>
    explainDecision(record, { reader, law, rights, audience: material.audience, nameOf: namesIn(material, reader) }),
  );
  const numbers = numbersOf(systems, automatedDecisions, material);
  const span = spanOf(material, months, reader);
  const told = {
    period: { ...periodOf(material, months, reader), span },
    summary: summaryOf(numbers, span, reader),
    automatedDecisionsWords: decisionsWords(material, reader),
    rights: rightsOf(rights),
    noUseRecorded: noUseOf(numbers, material, reader),
    signal: signalOf(material, reader),
    looks: material.looks.map((look) => lookOf(look, reader)),
    signIns: (material.signIns ?? []).map((signIn) => signInAnswer(signIn, reader)),
    trainings: trainingAnswers(material.trainings, reader, namesIn(material, reader)),
    proof: proofOf(material, reader),
  };
  return {
    contacts: contactsOf(material.settings, reader),
    subject: material.subject,
    regimes: material.regimes,
    regimesAssumed: material.regimesAssumed,
    generatedAt: timeOf(material.now),
    language: material.language,
    languageFallback: reader.fellBack(),
    ...told,
    numbers,
    usesWithoutPermission: usesWithoutPermission(material, { systems, rights }),
    systems,
    automatedDecisions,
    // Whoever answers page by page puts the cursor of the next decisions here.
    next: null,
    withheld: [],
    requiredBy: { systems: requiredOf(systemMembers, law), automatedDecisions: requiredOf(decisionMembers, law) },
    tags: tagTitles(law),
  };
}
