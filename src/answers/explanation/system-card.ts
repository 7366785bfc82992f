/**
 * The AI system as it was published when it decided: benefits and limits side by side, and what permits its decisions.
 * Flow:    assemble.ts → here → answers/use/systems.ts.
 * Promise: the version that decided, not the newest one; where it has changed since, that is said.
 * Source:  docs/law.md 4 level 1 (as it was actually applied), docs/law.md 9.
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { forRegime } from '../../law/law.ts';
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { PublishedNow } from '../use/material.ts';
import { type SystemsContext, systemAnswer } from '../use/systems.ts';
import type { PurposeCard, SystemCard } from './explanation-answer.ts';

type Found = PublishedNow['systems'][number];

function forRegimes(
  map: Readonly<Record<string, string>> | undefined,
  regimes: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    regimes.flatMap((regime) => {
      const found = forRegime(map ?? {}, regime);
      return found === undefined ? [] : [[regime, found] as const];
    }),
  );
}

function purposeCard(
  { key, version, body }: Purpose,
  bases: PurposeCard['bases'],
  { material, reader }: SystemsContext,
): PurposeCard {
  return {
    key,
    version,
    name: reader.text(body.name) ?? key,
    description: reader.text(body.description),
    kind: body.kind,
    bases,
    art22: forRegimes(body.art22, material.regimes),
    specialCategory: forRegimes(body.specialCategory, material.regimes),
  };
}

interface SystemThen {
  readonly decision: DecisionAnswer;
  /** Everything published, as it stood when the decision was made. */
  readonly published: PublishedNow;
  readonly context: SystemsContext;
}

const newestVersion = ({ material }: SystemsContext, key: string): number | undefined =>
  material.published.systems.find((system) => system.key === key)?.version;

export function systemCard({ decision, published, context }: SystemThen): SystemCard | null {
  const system: Found | undefined = published.systems.find(({ key }) => key === decision.aiSystem.key);
  if (system === undefined) return null;
  const asThen = { ...context, material: { ...context.material, published } };
  const {
    uses: _uses,
    choice,
    whatYouCanDo: _actions,
    languageFallback: _fallback,
    ...told
  } = systemAnswer(system, asThen);
  const purposes = system.body.purposes.flatMap(
    (key) => published.purposes.find((purpose) => purpose.key === key) ?? [],
  );
  const basesOf = (key: string): PurposeCard['bases'] =>
    choice.purposes.find(({ purpose }) => purpose === key)?.bases ?? [];
  const isNewest = newestVersion(context, system.key) === system.version;
  return {
    ...told,
    purposes: purposes.map((purpose) => purposeCard(purpose, basesOf(purpose.key), asThen)),
    changedWords: isNewest ? null : context.reader.say('explanation.system.then', { version: system.version }),
  };
}
