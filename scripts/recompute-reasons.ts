/**
 * `npm run recompute-reasons`: works out order and direction of the reasons from the decisions alone, and compares.
 * Flow:    decisions (as a service reported them) and explanations (as they were answered) → here → what differs.
 * Promise: imports nothing of this project, so that a fault of the service cannot hide in its own check. Exit 0 when
 *          all agree, 1 when one differs, 2 when nothing could be read.
 */
import { readFileSync } from 'node:fs';

const HELP = `Compares explanations with the decisions they explain, without any code of the service.

  npm run recompute-reasons -- <decisions.ndjson> <explanations.ndjson>

One decision a line, as reported; one explanation a line: {"subject": "customer:…", "explanation": {…}}, in any order.
Exit: 0 all agree · 1 some differ, each named · 2 nothing could be read.
`;

interface Factor {
  readonly code: string;
  readonly value?: unknown;
  readonly direction: string;
  readonly weight?: number;
}
interface Decision {
  readonly subject: string;
  readonly outcome: string;
  readonly adverse: boolean;
  readonly inputs: readonly { readonly name: string; readonly value: unknown }[];
  readonly factors: readonly Factor[];
  readonly counterfactuals: readonly {
    readonly name: string;
    readonly from: unknown;
    readonly to: unknown;
    readonly feasible?: boolean;
  }[];
}
interface Reason {
  readonly code: string;
  readonly value: string;
  readonly direction: string;
  readonly words: string;
}
interface Layer {
  readonly layer: number;
  readonly sentence?: string;
  readonly outcome?: string;
  readonly reasons?: readonly Reason[];
  readonly counterfactual?: { readonly name: string; readonly from: string; readonly to: string } | null;
}
interface ServedExplanation {
  readonly subject: string;
  readonly explanation: { readonly layers: readonly Layer[] };
}

/** Reasons that are none; a list of this script's own. */
const empty = [
  /scores? (is|was)? ?(too )?(low|high|insufficient)/i,
  /(low|insufficient) (credit )?score/i,
  /internal (polic|rule|standard|criteri)/i,
  /^(other|others|unknown|n\/a|misc(ellaneous)?)\b[. ]*$/i,
  /not (meet|satisfy) .*(criteria|requirements|standards)/i,
  /(system|model|algorithm) (decided|refused|declined)/i,
  /high risk/i,
  /business reasons?/i,
];
/** What nobody can be asked to change. */
const notToChange = new Set(['age', 'sex', 'gender', 'nationality', 'foreign-worker', 'personal-status']);

const weightOf = ({ weight }: Factor): number => Math.abs(weight ?? 0);

/** The four weightiest factors that speak for the outcome; equal weights may stand in either order. */
function expectedReasons({ adverse, factors }: Decision): readonly Factor[] {
  const side = factors.filter(({ direction }) => direction === (adverse ? 'against' : 'for'));
  return [...side].sort((one, other) => weightOf(other) - weightOf(one)).slice(0, 4);
}

function reasonFaults(decision: Decision, reasons: readonly Reason[]): readonly string[] {
  const expected = expectedReasons(decision);
  const faults: string[] = [];
  if (reasons.length !== expected.length) faults.push(`${reasons.length} reasons, ${expected.length} expected`);
  if (decision.adverse && reasons.length === 0) faults.push('declined without a reason');
  for (const [place, reason] of reasons.entries()) {
    const recorded = decision.factors.find(({ code }) => code === reason.code);
    const value = recorded?.value ?? decision.inputs.find(({ name }) => reason.code.startsWith(`${name}-`))?.value;
    if (recorded === undefined) faults.push(`${reason.code} was never recorded`);
    else if (weightOf(recorded) !== weightOf(expected[place] ?? recorded))
      faults.push(`${reason.code} stands at place ${place + 1}, where ${expected[place]?.code} belongs`);
    else if (reason.direction !== recorded.direction)
      faults.push(`${reason.code} points ${reason.direction}, recorded ${recorded.direction}`);
    if (reason.value !== String(value) || !reason.words.includes(String(value)))
      faults.push(`${reason.code} does not carry the person’s own value`);
    if (empty.some((pattern) => pattern.test(reason.words)))
      faults.push(`${reason.code} says nothing: ${reason.words}`);
  }
  return faults;
}

function counterfactualFaults(decision: Decision, told: Layer['counterfactual']): readonly string[] {
  const open = decision.counterfactuals.filter(({ name, feasible }) => feasible !== false && !notToChange.has(name));
  if (told === undefined || told === null)
    return open.length === 0 ? [] : ['the record has a counterfactual, the explanation has none'];
  const found = open.some(
    ({ name, from, to }) => name === told.name && String(from) === told.from && String(to) === told.to,
  );
  return found ? [] : [`a counterfactual that was not recorded or must not be offered: ${told.name}`];
}

/** Everything in which an explanation differs from what its decision says. */
function differences(decision: Decision, { explanation }: ServedExplanation): readonly string[] {
  const { layers } = explanation;
  const order = layers.map(({ layer }) => layer).join();
  const [first, second] = layers;
  const sentence = first?.sentence ?? '';
  return [
    ...(order === '1,2,3,4' ? [] : [`layers ${order}`]),
    ...(sentence.includes(decision.outcome) &&
    sentence
      .trim()
      .split(/[.!?](?:\s|$)/)
      .filter((part) => part !== '').length === 1
      ? []
      : [`the first layer is not one sentence with the outcome`]),
    ...reasonFaults(decision, second?.reasons ?? []),
    ...counterfactualFaults(decision, second?.counterfactual),
  ];
}

const linesOf = <T>(file: string): readonly T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

export interface Recomputed {
  readonly decisions: number;
  readonly declined: number;
  readonly reasons: number;
  readonly counterfactuals: number;
  readonly faults: readonly { readonly subject: string; readonly fault: string }[];
}

/** Compares two files; each decision must have exactly one explanation. */
export function recompute(decisionsFile: string, explanationsFile: string): Recomputed {
  const decisions = linesOf<Decision>(decisionsFile);
  const told = new Map(linesOf<ServedExplanation>(explanationsFile).map((one) => [one.subject, one]));
  const faults = decisions.flatMap((decision) => {
    const found = told.get(decision.subject);
    const different = found === undefined ? ['has no explanation'] : differences(decision, found);
    return different.map((fault) => ({ subject: decision.subject, fault }));
  });
  const layers = [...told.values()].map(({ explanation }) => explanation.layers[1]);
  return {
    decisions: decisions.length,
    declined: decisions.filter(({ adverse }) => adverse).length,
    reasons: layers.reduce((sum, layer) => sum + (layer?.reasons?.length ?? 0), 0),
    counterfactuals: layers.filter((layer) => (layer?.counterfactual ?? null) !== null).length,
    faults,
  };
}

export function describeRecomputed({ decisions, declined, reasons, counterfactuals, faults }: Recomputed): string {
  const head = `${decisions} decisions, ${declined} declined, ${reasons} reasons, ${counterfactuals} with one thing that would have changed the result.`;
  const told = faults.slice(0, 50).map(({ subject, fault }) => `  ${subject}: ${fault}`);
  return [
    head,
    faults.length === 0
      ? 'Order, direction and values agree with the record in all of them.'
      : `${faults.length} differ:`,
    ...told,
    '',
  ].join('\n');
}

const sentenceOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault);
  const { code, path } = fault as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `${path} is missing.`;
  if (code === 'EISDIR') return `${path ?? 'One of them'} is a folder. Name a file.`;
  return fault.message;
};

/** Its own few lines, because not even the command line may be shared with what is checked. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const [decisions, explanations] = argv;
  const unknown = argv.find((word) => word.startsWith('-'));
  if (unknown !== undefined || decisions === undefined || explanations === undefined) {
    process.stderr.write(`${unknown === undefined ? 'Name both files.' : `There is no option ${unknown}.`}\n\n${HELP}`);
    return 2;
  }
  try {
    const found = recompute(decisions, explanations);
    process.stdout.write(describeRecomputed(found));
    return found.faults.length === 0 ? 0 : 1;
  } catch (fault) {
    process.stderr.write(`${sentenceOf(fault)}\n`);
    return 2;
  }
}
