/**
 * What a service does after a no, for every row of the evaluation that can refuse.
 * Flow:    refusal → here.
 * Promise: never says how to get around the refusal.
 */
import { type Reason, reasons } from '../vocabulary/reason.ts';

type Row = (typeof reasons)[Reason]['row'];

const without = 'Go on without AI for this person, and let a human do the work.';
const ask =
  'Show the person the notice of this purpose and record what they choose (POST /v1/consents); then call again.';
const publish =
  'Whoever publishes purposes and AI systems in Candor has to complete what is declared; then call again.';

const steps: Readonly<Record<Row, string>> = {
  availability: 'Try again when Candor answers.',
  erasure: without,
  declaration: publish,
  identity: 'Name the person by an identifier that Candor knows (X-Candor-Subject), or describe them first.',
  restriction: without,
  objection: without,
  'opt-out': without,
  'legal-basis': publish,
  choice: without,
  'special-category': publish,
  'criminal-data': publish,
  'decision-ground': publish,
  notice: 'Show the notice of this decision and record that (POST /v1/notices/shown); then call again.',
  consent: ask,
  'minor-opt-in': ask,
  permission: without,
};

/** Reasons that need another step than the rest of their row, and those that are no reason of the evaluation. */
const others: Readonly<Record<string, string>> = {
  'ai-system-suspended': 'Go on without this AI system until an officer lifts the stop.',
  'question-incomplete':
    'Send the headers X-Candor-Subject, X-Candor-Purpose and X-Candor-AI-System with the call, as docs/gate.md says.',
};

const isReason = (code: string): code is Reason => Object.hasOwn(reasons, code);

export const nextStepFor = (code: string): string =>
  others[code] ?? (isReason(code) ? steps[reasons[code].row] : without);
