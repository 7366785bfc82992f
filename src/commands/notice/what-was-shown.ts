/**
 * What a notice that was shown told about: which AI systems, for which purposes, each in the version of that moment.
 * Flow:    http (to find the exact text) and show-notice.ts → here → fact `notice.shown`.
 * Promise: what is named must be published and belong together; a text that did not exist yet was not shown.
 * Source:  11 CCR 7220.
 */

import { type AiSystem, inForceOrFirst, type Notice, type Registry } from '../../evaluation/registry.ts';
import type { Instant } from '../../facts/fact.ts';
import type { Covered } from '../../facts/message.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { unfit } from '../refusal.ts';

/** The AI system whose notice it was, or the company's own notice; the rest narrows it. */
export interface NamedAsShown {
  readonly aiSystem?: string;
  readonly notice?: { readonly key: string; readonly version?: number };
  readonly purpose?: string;
  readonly language: string;
}

interface WhatWasShown {
  readonly covers: readonly Covered[];
  /** Absent where it was the notice made from the registry. */
  readonly notice?: Notice;
}

/** As many as one fact holds. */
const MOST_COVERED = 50;

const unknown = (pointer: string, what: string): Problem =>
  unfit(pointer, 'not-published', {
    message: `No such ${what} was published at that moment.`,
    fix: 'Name one that was published before it was shown.',
  });

/** The version of that moment; nothing where the first one was published later. */
function publishedBy<P extends { readonly at: Instant; readonly effectiveFrom: Instant }>(
  versions: readonly P[] | undefined,
  moment: Instant,
): P | undefined {
  const found = inForceOrFirst(versions, moment);
  return found === undefined || found.at > moment ? undefined : found;
}

function noticeNamed(
  registry: Registry,
  { notice: named, language }: NamedAsShown,
  moment: Instant,
): Notice | Problem | undefined {
  if (named === undefined) return undefined;
  const versions = registry.notices.get(named.key);
  const notice =
    named.version === undefined
      ? publishedBy(versions, moment)
      : versions?.find(({ version, at }) => version === named.version && at <= moment);
  if (notice === undefined) return unknown('/notice', 'notice, or no such version of it,');
  if (Object.hasOwn(notice.body.body, language)) return notice;
  return unfit('/language', 'language-missing', {
    message: 'The notice has no text in this language.',
    fix: 'Name the language in which it was shown.',
  });
}

function systemsNamed(
  registry: Registry,
  named: NamedAsShown,
  of: { readonly notice: Notice | undefined; readonly moment: Instant },
): readonly AiSystem[] {
  const { notice, moment } = of;
  const keys =
    named.aiSystem === undefined ? (notice?.body.aiSystems ?? [...registry.aiSystems.keys()]) : [named.aiSystem];
  const isMeant = (key: string): boolean => notice?.body.aiSystems?.includes(key) ?? true;
  return keys.filter(isMeant).flatMap((key) => publishedBy(registry.aiSystems.get(key), moment) ?? []);
}

function pairsOf(
  registry: Registry,
  systems: readonly AiSystem[],
  of: { readonly purposes: readonly string[] | undefined; readonly moment: Instant },
): Covered[] {
  return systems.flatMap((system) =>
    [...system.purposes]
      .filter((key) => of.purposes?.includes(key) ?? true)
      .flatMap((key) => {
        const purpose = publishedBy(registry.purposes.get(key), of.moment);
        return purpose === undefined
          ? []
          : [{ aiSystem: system.key, aiSystemVersion: system.version, purpose: key, purposeVersion: purpose.version }];
      }),
  );
}

export function whatWasShown(registry: Registry, named: NamedAsShown, moment: Instant): WhatWasShown | Problem {
  const { aiSystem, purpose } = named;
  if (aiSystem === undefined && named.notice === undefined)
    return unfit('/aiSystem', 'required', {
      message: 'It is not said what was shown.',
      fix: 'Name the AI system whose notice it was, or your own notice.',
    });
  const notice = noticeNamed(registry, named, moment);
  if (notice !== undefined && isProblem(notice)) return notice;
  if (aiSystem !== undefined && publishedBy(registry.aiSystems.get(aiSystem), moment) === undefined)
    return unknown('/aiSystem', 'AI system');
  const purposes =
    purpose === undefined
      ? notice?.body.purposes
      : (notice?.body.purposes ?? [purpose]).filter((key) => key === purpose);
  const covers = pairsOf(registry, systemsNamed(registry, named, { notice, moment }), { purposes, moment });
  if (covers.length === 0)
    return unfit(
      purpose === undefined ? (notice === undefined ? '/aiSystem' : '/notice') : '/purpose',
      'covers-nothing',
      {
        message: 'The notice tells about no AI system and purpose that belong together.',
        fix: 'Name an AI system, and a purpose that it declares.',
      },
    );
  if (covers.length > MOST_COVERED)
    return unfit('/aiSystem', 'too-many', {
      message: `This is about more than ${MOST_COVERED} pairs of AI system and purpose.`,
      fix: 'Name the AI system, or the purpose.',
    });
  return { covers, ...defined({ notice }) };
}
