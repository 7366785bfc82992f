/**
 * The part of held data that a person may take elsewhere: what they provided, typed or observed.
 * Flow:    answers/request/ask-package.ts → here.
 * Promise: nothing inferred: no results, scores or factors, and nothing that we wrote about the person.
 * Source:  GDPR 20(1); decision 0027.
 */
import type { HeldRecord } from './ask.ts';

type Item = HeldRecord;
type Data = HeldRecord;

const listOf = (data: Data, member: string): readonly Item[] =>
  Array.isArray(data[member]) ? (data[member] as readonly Item[]) : [];

/** What went into a decision, without what came out of it; a value that an AI system worked out is not the person's. */
export const inputsOf = ({ id, kind, at, entry, aiSystem, decidedAt, inputs }: Item): readonly Item[] => {
  const given = (Array.isArray(inputs) ? (inputs as readonly Item[]) : []).filter(
    ({ category }) => category !== 'inferred',
  );
  return given.length === 0 ? [] : [{ id, kind, at, entry, aiSystem, decidedAt, inputs: given }];
};

/** Their own words and corrections, not what staff noted on it. */
export const ownStatement = ({
  id,
  kind,
  at,
  entry,
  decision,
  statement,
  corrections,
  files,
}: Item): readonly Item[] =>
  kind === 'review.opened' && statement !== undefined
    ? [
        {
          id,
          kind,
          at,
          entry,
          decision,
          statement,
          ...(corrections ? { corrections } : {}),
          ...(files ? { files } : {}),
        },
      ]
    : [];

export function portableData(data: Data): Data {
  const { subject, generatedAt, identifiers, person, consents, limits, files } = data;
  return {
    subject,
    generatedAt,
    identifiers,
    person,
    consents,
    limits,
    files,
    requests: listOf(data, 'requests').filter(({ kind }) => kind === 'request.received'),
    reviews: listOf(data, 'reviews').flatMap(ownStatement),
    decisionInputs: listOf(data, 'automatedDecisions').flatMap(inputsOf),
  };
}
