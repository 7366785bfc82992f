/**
 * The notice that people read before an AI system takes part in a decision about them, made from what is published.
 * Flow:    http (GET, and the hash of what was shown) → here → sections.ts → pages/notice.
 * Promise: pure; only published words and our own; the same versions and language give the same text to the letter, so
 *          that its hash proves it. What the registry lacks is named, never filled in.
 * Source:  11 CCR 7220(c); docs/law.md 3.6, 4 (level 1).
 */

import type { Registry } from '../../evaluation/registry.ts';
import { dayOf, preUseNoticeFrom } from '../../law/law.ts';
import type { HouseSettings } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type ContactTold, contactsOf } from '../contacts.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Gap } from '../use/answer-parts.ts';
import { gapsOf } from '../use/completeness.ts';
import type { PublishedNow } from '../use/material.ts';
import { publishedNow } from '../use/published.ts';
import { exceptionWords, type PublishedSystem, purposesOf } from '../use/systems.ts';
import { exceptionsIn, type NoticeSection, promisesAppeal, sectionsOf } from './sections.ts';

interface VersionOf {
  readonly key: string;
  readonly name: string;
  readonly version: number;
}

export interface PreUseNotice {
  readonly aiSystem: VersionOf;
  readonly purposes: readonly VersionOf[];
  readonly language: string;
  readonly languageFallback: boolean;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly NoticeSection[];
  /** The exact text, as its hash is made of. */
  readonly text: string;
  /** The company's own notice, where the AI system names one. */
  readonly ownNotice: { readonly key: string; readonly version: number; readonly title: string } | null;
  readonly exceptionReliedOn: readonly { readonly purpose: string; readonly code: string; readonly words: string }[];
  readonly completeness: readonly Gap[];
  /** Whose law it follows; beside the text, because it speaks to those of other laws. */
  readonly forWhom: string;
  /** Beside the text, because who answers changes while the text whose hash is kept stays. */
  readonly contacts: readonly ContactTold[];
}

interface NoticeContext {
  readonly published: PublishedNow;
  readonly reader: Reader;
  readonly settings: HouseSettings;
  /** Epoch milliseconds. */
  readonly on: number;
  /** Only about this purpose. */
  readonly purpose?: string;
}

/** The law whose list the notice follows; before its first day by what it will ask for then. */
const LAW = 'US-CA';

function ownNoticeOf({ body }: PublishedSystem, { published, reader }: NoticeContext): PreUseNotice['ownNotice'] {
  const found = published.notices.find(({ key }) => key === body.notice);
  return found === undefined
    ? null
    : { key: found.key, version: found.version, title: reader.text(found.body.title) ?? found.key };
}

function gapsIn(
  system: PublishedSystem,
  { published, reader, on }: NoticeContext,
  purposes: ReturnType<typeof purposesOf>,
): readonly Gap[] {
  const law = { regimes: [LAW], day: dayOf(preUseNoticeFrom(LAW, { kind: undefined, on }) ?? on) };
  const found = gapsOf({ body: system.body, purposes, hasNotice: true }, law, reader).filter(({ requiredBy }) =>
    requiredBy.includes('ccpa-7220-c'),
  );
  const isMissing =
    system.body.notice !== undefined && !published.notices.some(({ key }) => key === system.body.notice);
  const gap = (code: string, words: string): Gap => ({ code, words, regimes: [LAW], requiredBy: ['ccpa-7220-c'] });
  return [
    ...found,
    ...(promisesAppeal(purposes) && system.body.appeal === undefined
      ? [gap('appeal-missing', reader.say('notice.gap.appeal'))]
      : []),
    ...(isMissing ? [gap('own-notice-missing', reader.say('gap.notice'))] : []),
  ];
}

/** Everything a reader sees, in order; links as they stand on the page. */
function textOf({ title, lead, sections }: Pick<PreUseNotice, 'title' | 'lead' | 'sections'>): string {
  const parts = sections.flatMap((section) => [
    section.title,
    ...section.paragraphs,
    ...section.ways.map(({ label, href }) => `${label}: ${href}`),
  ]);
  return [title, lead, ...parts].join('\n\n');
}

function preUseNotice(system: PublishedSystem, asked: NoticeContext): PreUseNotice {
  const { reader, published, purpose } = asked;
  const purposes = purposesOf(system, published).filter(({ key }) => purpose === undefined || key === purpose);
  const ownNotice = ownNoticeOf(system, asked);
  const name = reader.text(system.body.name) ?? system.key;
  const head = { title: reader.say('notice.title'), lead: reader.say('notice.lead', { aiSystem: name }) };
  const versions = {
    aiSystem: { key: system.key, name, version: system.version },
    purposes: purposes.map(({ key, version, body }) => ({ key, name: reader.text(body.name) ?? key, version })),
  };
  const sections = sectionsOf(system, {
    published,
    reader,
    purposes,
    ownNotice,
    versions: [versions.aiSystem, ...versions.purposes],
  });
  return {
    ...versions,
    language: reader.language,
    ...head,
    sections,
    text: textOf({ ...head, sections }),
    ownNotice,
    exceptionReliedOn: exceptionsIn(purposes).map(({ purpose: key, code }) => ({
      purpose: key,
      code,
      words: exceptionWords(code, reader),
    })),
    completeness: gapsIn(system, asked, purposes),
    forWhom: reader.say('notice.for-whom'),
    contacts: contactsOf(asked.settings, reader),
    languageFallback: reader.fellBack(),
  };
}

interface PreUseNoticeQuery {
  readonly aiSystem: string;
  readonly language: string;
  readonly settings: HouseSettings;
  readonly purpose?: string;
  /** As it stood at that moment. */
  readonly on: number;
}

/** The notice of a published AI system; nothing where there is none, or it does not serve the purpose. */
export function findPreUseNotice(
  registry: Registry,
  { aiSystem, language, settings, on, purpose }: PreUseNoticeQuery,
): PreUseNotice | undefined {
  const published = publishedNow(registry, on);
  const system = published.systems.find(({ key }) => key === aiSystem);
  if (system === undefined || (purpose !== undefined && !system.body.purposes.includes(purpose))) return undefined;
  return preUseNotice(system, {
    published,
    reader: readerOf(language, settings.timeZone),
    settings,
    on,
    ...defined({ purpose }),
  });
}
