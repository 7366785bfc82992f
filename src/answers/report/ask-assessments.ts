/**
 * Worksheets for the assessments that law asks for before an AI system is used: filled as far as the registry and the
 * ledger know, and naming what a person has still to write.
 * Flow:    http → here → ports/reads, assessment-parts.ts.
 * Promise: nothing is made up: what nobody declared is named as missing. A worksheet is no assessment; whether one was
 *          made is told by the references on file.
 * Source:  GDPR 35(7); AI Act 27(1); docs/law.md 8; decision 0115.
 */
import { type AiSystem, inForce, type Purpose, type Registry } from '../../evaluation/registry.ts';
import { basisForOfficers } from '../../language/reasons.ts';
import { regimeWords } from '../../language/regions.ts';
import type { Reads } from '../../ports/reads.ts';
import { type Assessed, worksheetKinds } from '../../vocabulary/assessment.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { askOversight, type TimeSpan } from '../oversight/ask.ts';
import { type Reader, readerOf } from '../reader.ts';
import { citationOf, worksheetParts } from './assessment-parts.ts';

type Figures = Awaited<ReturnType<typeof askOversight>>['systems'][number];

interface Assessing {
  readonly system: AiSystem;
  readonly purposes: readonly Purpose[];
  readonly registry: Registry;
  readonly figures: Figures | undefined;
  readonly at: number;
  readonly reader: Reader;
}

type Declared = AiSystem['body'];

const evaluationsOf = ({ evaluations = [] }: Declared, reader: Reader): readonly string[] =>
  evaluations.map(({ what, done, result, date }) => {
    const said = result === undefined ? undefined : reader.text(result);
    const day = date === undefined ? [] : [reader.date(Date.parse(date))];
    const state = reader.say(done ? 'report.assessment.evaluated.officer' : 'report.assessment.not-evaluated.officer');
    return [reader.say(`report.assessment.evaluation.${what}.officer`), state, ...day, ...(said ? [said] : [])].join(
      ' · ',
    );
  });

const basesOf = (purposes: readonly Purpose[], reader: Reader): readonly string[] =>
  purposes.flatMap(({ key, body: { name, legalBasis } }) =>
    Object.entries(legalBasis).map(([regime, basis]) => {
      const law = `${regimeWords(reader.language, regime)}: ${basisForOfficers(reader.language, basis)}`;
      return `${reader.text(name) ?? key} (${law})`;
    }),
  );

function recipientsOf({ system, registry, at, reader }: Assessing): readonly string[] {
  return (system.body.recipients ?? []).map((key) => {
    const recipient = inForce(registry.recipients.get(key) ?? [], at);
    return recipient === undefined ? key : (reader.text(recipient.body.name) ?? key);
  });
}

const countedUses = ({ figures, reader }: Assessing): readonly string[] =>
  figures === undefined
    ? []
    : [
        reader.say('report.assessment.counted-uses.officer', {
          uses: figures.activity.allowed + figures.activity.reported,
          refused: figures.activity.refused,
          decisions: figures.activity.decisions,
        }),
      ];

const countedReviews = ({ figures, reader }: Assessing): readonly string[] => {
  if (figures === undefined || figures.reviews.opened === 0) return [];
  const { opened, concluded, outcomes } = figures.reviews;
  const changed = concluded - (outcomes['upheld'] ?? 0);
  return [reader.say('report.assessment.counted-reviews.officer', { opened, concluded, changed })];
};

/** What is known, in words; nothing where nobody declared it. */
const known: Readonly<Record<Assessed, (of: Assessing) => readonly string[]>> = {
  description: ({ system, reader }) => reader.texts(system.body.description),
  purposes: ({ purposes, reader }) =>
    purposes.map(({ key, body }) =>
      [reader.text(body.name) ?? key, reader.text(body.description) ?? []].flat().join(': '),
    ),
  data: ({ system, reader }) => system.body.dataCategories.map((code) => reader.category(code)),
  sources: ({ system, reader }) => reader.texts(system.body.sources),
  logic: ({ system, reader }) => reader.texts(system.body.logic),
  recipients: recipientsOf,
  retention: ({ system, purposes, reader }) => [
    ...new Set([system, ...purposes].flatMap(({ body }) => reader.texts(body.retention))),
  ],
  basis: ({ purposes, reader }) => basesOf(purposes, reader),
  'output-use': ({ system, reader }) => [
    ...reader.texts(system.body.outputType),
    ...reader.texts(system.body.outputUse),
  ],
  alternative: ({ system, reader }) => reader.texts(system.body.alternative),
  consequences: ({ system, reader }) => reader.texts(system.body.consequences),
  limitations: ({ system, reader }) => reader.texts(system.body.limitations),
  evaluations: ({ system, reader }) => evaluationsOf(system.body, reader),
  reviews: countedReviews,
  oversight: ({ system: { body }, reader }) =>
    body.humanOversight === undefined
      ? []
      : [
          reader.say(`report.assessment.oversight.${body.humanOversight.mode}.officer`),
          ...reader.texts(body.humanOversight.description),
        ],
  'opt-out': ({ system, reader }) => reader.texts(system.body.optOut),
  appeal: ({ system, reader }) => reader.texts(system.body.appeal),
  'incident-contact': ({ system: { body } }) => (body.incidentContact === undefined ? [] : [body.incidentContact]),
  'next-review': ({ system: { body }, reader }) =>
    body.nextReview === undefined ? [] : [reader.date(Date.parse(body.nextReview))],
  uses: countedUses,
  people: () => [],
};

function worksheetsOf(of: Assessing) {
  return worksheetKinds.map((kind) => ({
    kind,
    parts: worksheetParts[kind].map(({ part, asks }) => {
      const all = asks.map((what) => ({ what, words: known[what](of) }));
      return {
        part,
        source: `${citationOf[kind]}(${part})`,
        known: all.filter(({ words }) => words.length > 0),
        missing: all.flatMap(({ what, words }) => (words.length === 0 ? [what] : [])),
      };
    }),
  }));
}

export async function askAssessments(reads: Reads, span: TimeSpan, language: string) {
  const at = reads.now();
  const registry = await reads.registry();
  const oversight = await askOversight(reads, span);
  const systems = [...registry.aiSystems.values()].flatMap((versions) => inForce(versions, at) ?? []);
  return {
    from: timeOf(span.from),
    to: timeOf(span.to),
    generatedAt: timeOf(at),
    aiSystems: systems.map((system) => {
      const reader = readerOf(language, reads.settings.timeZone, 'officer');
      const { key, version, body } = system;
      const purposes = body.purposes.flatMap((each) => inForce(registry.purposes.get(each) ?? [], at) ?? []);
      const figures = oversight.systems.find(({ aiSystem }) => aiSystem === key);
      return {
        aiSystem: key,
        version,
        name: reader.text(body.name),
        significance: body.significance ?? [],
        onFile: (body.assessments ?? []).map(({ kind, reference }) => ({ kind, reference })),
        worksheets: worksheetsOf({ system, purposes, registry, figures, at, reader }),
      };
    }),
  };
}

export type AssessmentReport = Awaited<ReturnType<typeof askAssessments>>;

/** One row for all that is known to a part, and one for each thing that is missing. */
export function assessmentTable({ aiSystems }: AssessmentReport): string {
  const head = ['aiSystem', 'version', 'worksheet', 'part', 'source', 'what', 'words', 'missing'];
  const rows = aiSystems.flatMap(({ aiSystem, version, worksheets }) =>
    worksheets.flatMap(({ kind, parts }) =>
      parts.flatMap(({ part, source, known: told, missing }) => {
        const row = [aiSystem, version, kind, part, source] as const;
        return [
          ...told.map(({ what, words }) => [...row, what, words.join('\n'), 'no']),
          ...missing.map((what) => [...row, what, '', 'yes']),
        ];
      }),
    ),
  );
  return csvStart + csvLine(head) + rows.map((row) => csvLine(row)).join('');
}
