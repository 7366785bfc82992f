/**
 * Asks what a page of the company shows of one AI system to one person.
 * Flow:    http → here → ports/reads, use/ask.ts, my-choices.ts, page-notice.ts.
 * Promise: one reading of person and registry; somebody unknown gets the same honest answer as on their own pages.
 * Source:  decision 0128.
 */
import { inForce } from '../../evaluation/registry.ts';
import type { Reads } from '../../ports/reads.ts';
import { myChoices } from '../consent/my-choices.ts';
import { askStandingNow } from '../use/ask.ts';
import { type PageNotice, pageNotice } from './page-notice.ts';

interface NoticeQuery {
  readonly identifier: string;
  readonly aiSystem: string;
  readonly language: string;
}

/** Nothing where no such AI system is published. */
export async function askPageNotice(
  reads: Reads,
  { identifier, aiSystem, language }: NoticeQuery,
): Promise<PageNotice | undefined> {
  const { answer, registry, person, now, reader } = await askStandingNow(reads, { identifier, language });
  const system = answer.systems.find(({ key }) => key === aiSystem);
  if (system === undefined) return undefined;
  const { choices } = myChoices({ answer: { ...answer, systems: [system] }, registry, person, now, reader });
  return pageNotice({ system, choices, reader, baseUrl: reads.settings.baseUrl });
}

/** Which purposes a published AI system serves; nothing where no such AI system is published. */
export async function findPurposesOf(reads: Reads, aiSystem: string): Promise<readonly string[] | undefined> {
  const registry = await reads.registry();
  return inForce(registry.aiSystems.get(aiSystem), reads.now())?.body.purposes;
}
