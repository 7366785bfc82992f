/**
 * The declaration row: is this use declared at all, and is the AI system running?
 * Flow:    evaluate → here → a finding, or the versions that are in force.
 * Promise: what nobody declared MUST be refused, whatever the person chose.
 * Source:  docs/design.md 7 (unknown-purpose, use-not-declared); GDPR 5(1)(b).
 */
import type { Instant } from '../../facts/fact.ts';
import { citedPublication, type Finding, refuse } from '../case.ts';
import type { Question } from '../question.ts';
import { type AiSystem, inForce, inForceOrFirst, type Purpose, type Registry, stopAt, stopNow } from '../registry.ts';

export interface Declared {
  readonly purpose: Purpose;
  readonly system: AiSystem;
  readonly categories: readonly string[];
}

/** The moment, and whether it is an earlier one that is judged as of then. */
export interface Moment {
  readonly on: Instant;
  readonly asOf: boolean;
}

export function declaredUse(registry: Registry, question: Question, moment: Moment): Declared | Finding {
  const pick = moment.asOf ? inForceOrFirst : inForce;
  const purpose = pick(registry.purposes.get(question.purpose), moment.on);
  if (purpose === undefined) return refuse('unknown-purpose');
  const system = pick(registry.aiSystems.get(question.aiSystem), moment.on);
  if (system === undefined) return refuse('unknown-ai-system');
  const stop = moment.asOf ? stopAt(registry, question.aiSystem, moment.on) : stopNow(registry, question.aiSystem);
  if (stop !== undefined) return refuse('ai-system-suspended', citedPublication(stop));
  if (system.retired) return refuse('ai-system-retired', citedPublication(system));
  const categories = question.categories ?? purpose.categories;
  return declares(system, purpose, categories)
    ? { purpose, system, categories }
    : refuse('use-not-declared', citedPublication(system));
}

/** The purpose has to name the kinds of data too: a use beyond its purpose is nobody's declared use. */
function declares(system: AiSystem, purpose: Purpose, categories: readonly string[]): boolean {
  if (!system.purposes.has(purpose.key)) return false;
  for (const category of categories) {
    if (!system.categories.has(category) || !purpose.categories.includes(category)) return false;
  }
  return true;
}
