/**
 * To whom the result of a decision was given: firms that are published, so that the person can be told their names.
 * Flow:    record-decision.ts → here.
 * Promise: a name that nobody published is refused, because the person would read a code in its place.
 * Source:  C-634/21 (SCHUFA); C-154/21 (the identity of recipients); docs/law.md 4.
 */
import type { Registry } from '../../evaluation/registry.ts';
import type { DecisionReport } from '../../facts/decision.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import { unfitMember } from '../refusal.ts';

export function unknownRecipients(
  registry: Registry,
  { scoreSuppliedTo = [] }: Pick<DecisionReport, 'scoreSuppliedTo'>,
): Problem | undefined {
  const words = {
    message: 'No such recipient is published.',
    fix: 'Publish it with PUT /v1/recipients/{key} first, or leave it out.',
  };
  const faults = scoreSuppliedTo.flatMap(({ recipient }, place) =>
    registry.recipients.has(recipient)
      ? []
      : [unfitMember(`/scoreSuppliedTo/${place}/recipient`, 'unknown-recipient', words)],
  );
  return faults.length === 0 ? undefined : problem('validation-failed', undefined, faults);
}
