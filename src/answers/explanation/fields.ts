/**
 * How each field of the list is found in an explanation, and where it came from.
 * Flow:    checklist.ts → here.
 * Promise: one reader a field; what is empty counts as given only where the answer says in words that there is none.
 * Source:  docs/law.md 4 (levels 1 to 3).
 */
import { type ChecklistField, fallsUnder } from '../../law/law.ts';
import type { FieldStatus } from './checked-field.ts';
import type { ExplanationAnswer, SystemCard } from './explanation-answer.ts';

interface Read {
  readonly status: FieldStatus;
  readonly from: string;
}
type Reader = (answer: ExplanationAnswer) => Read;

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

const registryOf = ({ aiSystem, layers }: ExplanationAnswer, kind: 'ai-system' | 'purpose'): string => {
  const cited = layers[3].versions.find((version) => version.kind === kind);
  return cited === undefined
    ? `registry: ${kind} ${aiSystem.key}`
    : `registry: ${kind} ${cited.key} version ${cited.version} (${cited.fact})`;
};

/** A member of the description of the AI system; a gap that `completeness` names is no silence. */
const published =
  (read: (system: SystemCard) => unknown, gap?: string): Reader =>
  (answer) => {
    const { system } = answer.layers[2];
    const from = registryOf(answer, 'ai-system');
    if (system !== null && isGiven(read(system))) return { status: 'given', from };
    const isNamed = gap !== undefined && (system?.completeness ?? []).some(({ code }) => code === gap);
    return { status: isNamed ? 'named-as-missing' : 'missing', from };
  };

const ofPurpose =
  (
    read: (purpose: SystemCard['purposes'][number]) => unknown,
    applies: (purpose: SystemCard['purposes'][number], answer: ExplanationAnswer) => boolean = () => true,
  ): Reader =>
  (answer) => {
    const purpose = answer.layers[2].system?.purposes.find(({ key }) => key === answer.purpose.key);
    const from = registryOf(answer, 'purpose');
    if (purpose === undefined) return { status: 'missing', from };
    if (!applies(purpose, answer)) return { status: 'not-applicable', from };
    return { status: isGiven(read(purpose)) ? 'given' : 'missing', from };
  };

/** A member of what was recorded; a gap that `notRecorded` names is no silence. */
const recorded =
  (read: (answer: ExplanationAnswer) => unknown, item?: string): Reader =>
  (answer) => {
    const from = `decision fact ${answer.id}`;
    if (isGiven(read(answer))) return { status: 'given', from };
    const isNamed = item !== undefined && answer.layers[3].notRecorded.some((gap) => gap.item === item);
    return { status: isNamed ? 'named-as-missing' : 'missing', from };
  };

const right =
  (...kinds: readonly string[]): Reader =>
  ({ layers }) => {
    const found = kinds.map((kind) => layers[2].rights.find((one) => one.right === kind));
    const isWhole = found.every((one) => one !== undefined && isGiven(one.how) && isGiven(one.href));
    return { status: isWhole ? 'given' : 'missing', from: 'law tables: rights, clocks, complaint routes' };
  };

/** An opt-out stands among the rights where a law gives one; else the answer has nothing to say. */
const optOutRight: Reader = ({ layers }) => {
  const isGivenByLaw = layers[2].rights.some(({ right: kind }) => kind.startsWith('optout-'));
  return { status: isGivenByLaw ? 'given' : 'not-applicable', from: 'law tables: rights' };
};

const optOut: Reader = (answer) => {
  const { system } = answer.layers[2];
  const isSaid = isGiven(system?.optOut) && isGiven(system?.alternativeProcess);
  if (isSaid || isGiven(system?.exceptionReliedOn)) return { status: 'given', from: registryOf(answer, 'ai-system') };
  return published(() => null, isGiven(system?.optOut) ? 'alternative-process-missing' : 'opt-out-missing')(answer);
};

const humanInvolvement: Reader = ({ id, layers, effect }) => ({
  status: isGiven(layers[2].humanInvolvement.words) ? 'given' : 'missing',
  from: effect.review === null ? `decision fact ${id}` : `review ${effect.review}`,
});

const computed =
  (status: (answer: ExplanationAnswer) => FieldStatus, how: string): Reader =>
  (answer) => ({ status: status(answer), from: `worked out: ${how}` });

/** What was not recorded is said in words beside the result. */
const rule: Reader = ({ id, layers }) => {
  const { output } = layers[2];
  return { status: isGiven(output?.rule) ? 'given' : 'named-as-missing', from: `decision fact ${id}` };
};

const otherFactors: Reader = (answer) => {
  const { otherFactors: recordedOnes, otherFactorsWords, system } = answer.layers[2];
  if (isGiven(recordedOnes)) return { status: 'given', from: `decision fact ${answer.id}` };
  if (system?.output.soleFactor === true) return { status: 'given', from: registryOf(answer, 'ai-system') };
  return { status: isGiven(otherFactorsWords) ? 'named-as-missing' : 'missing', from: `decision fact ${answer.id}` };
};

export const fieldReaders: Readonly<Record<ChecklistField, Reader>> = {
  systemName: published(({ name }) => name),
  provider: published(({ provider }) => provider, 'provider-missing'),
  interactionDisclosure: published(({ interactionDisclosure }) => interactionDisclosure),
  purpose: ofPurpose(({ description }) => description),
  decisionTypes: published(({ decisionTypes }) => decisionTypes, 'decision-types-missing'),
  significance: published(({ significance }) => significance),
  dataCategories: published(({ dataCategories }) => dataCategories),
  sources: published(({ sources }) => sources, 'sources-missing'),
  logic: published(({ logic }) => logic, 'logic-missing'),
  outputType: published(({ output }) => output.type, 'output-missing'),
  outputUse: published(({ output }) => output.use, 'output-missing'),
  soleFactor: published(({ output }) => output.soleFactor ?? (output.otherFactors.length > 0 || null)),
  humanRole: published(({ humanOversight }) => humanOversight, 'human-oversight-missing'),
  evaluation: published(({ evaluation }) => evaluation.filter(({ done }) => done), 'evaluation-missing'),
  benefits: published(({ benefits }) => benefits, 'benefits-missing'),
  limitations: published(({ limitations }) => limitations, 'limitations-missing'),
  possibleConsequences: published(({ possibleConsequences }) => possibleConsequences, 'possible-consequences-missing'),
  optOut,
  trainingUse: published(({ trainingUse }) => trainingUse, 'training-use-missing'),
  legalBasis: ofPurpose(({ bases }) => bases),
  art22Gateway: ofPurpose(
    ({ art22 }) => Object.keys(art22),
    ({ kind }, { regimes }) => kind === 'automated-decision' && regimes.some((regime) => fallsUnder(regime, 'EU')),
  ),
  specialCategoryBasis: ofPurpose(
    ({ specialCategory }) => Object.keys(specialCategory),
    ({ specialCategory }) => Object.keys(specialCategory).length > 0,
  ),
  recipients: published(({ recipients }) => recipients, 'recipients-missing'),
  retention: published(({ retention }) => retention, 'retention-missing'),
  version: published(({ version, lastChanged }) => (version > 0 ? lastChanged : null)),
  noticeVersion: published(({ notices }) => notices, 'notice-missing'),

  what: recorded(({ layers }) => layers[0].what),
  decidedAt: recorded(({ decidedAt }) => decidedAt),
  outcome: recorded(({ layers }) => layers[0].outcome),
  adverse: recorded(({ layers }) => layers[0].adverse),
  aiRole: recorded(({ layers }) => layers[0].aiRole.words),
  inputs: recorded(({ layers }) => layers[2].dataUsed, 'inputs'),
  factors: recorded(({ layers }) => layers[2].factors, 'factors'),
  output: recorded(({ layers }) => layers[2].output, 'output'),
  rule,
  counterfactual: recorded(
    ({ layers }) => layers[1].counterfactual ?? layers[1].counterfactualWords,
    'counterfactuals',
  ),
  feasible: computed(
    ({ layers: [, { counterfactual }] }) => (counterfactual === null ? 'not-applicable' : 'given'),
    'from the recorded counterfactuals and what nobody can change',
  ),
  consequences: recorded(
    ({ layers }) =>
      layers[2].consequences ?? layers[2].significance ?? (layers[2].system?.possibleConsequences ?? [])[0],
    'consequences',
  ),
  otherFactors,
  humanInvolvement,
  futureUse: recorded(({ layers }) => layers[2].futureUse, 'futureUse'),
  versionsThen: recorded(
    ({ layers }) => (layers[3].versions.length > 0 ? layers[3].modelVersion : null),
    'modelVersion',
  ),
  aggregate: computed(
    ({ layers }) => (layers[1].aggregate === null ? 'not-applicable' : 'given'),
    'by the count of decisions in twelve months',
  ),
  withheld: computed(
    ({ withheld }) => (withheld.length === 0 ? 'not-applicable' : 'given'),
    'nothing is withheld unless a ground is named',
  ),
  storedThen: computed(
    ({ reconstructed }) => (typeof reconstructed === 'boolean' ? 'given' : 'missing'),
    'from the times of decision and record',
  ),

  humanReview: right('human-review'),
  giveView: right('give-view'),
  contest: right('contest'),
  correct: right('rectification'),
  optOutRight,
  accessAndErasure: right('access', 'erasure'),
  complaint: right('complaint'),
  court: right('court'),
  noRetaliation: right('no-retaliation'),
  deepLinks: computed(
    ({ layers }) => (layers[2].rights.every(({ href }) => /[?#].+|\/dec_/.test(href)) ? 'given' : 'missing'),
    'from the way of each right',
  ),
  language: ({ languageFallback }) => ({
    status: languageFallback ? 'named-as-missing' : 'given',
    from: 'request: the language asked for',
  }),
};
