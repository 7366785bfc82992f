/**
 * The figures of trust and fairness: choices, uses, decisions and what became of them, by month, AI system and group.
 * Flow:    ask-trust.ts (gathers) → here → http (page, JSON, table).
 * Promise: pure sums; small counts are withheld; nobody can be told from them, and no figure calls a system fair.
 * Source:  decision 0116; docs/law.md 7, 8.
 */
import type { ReviewRow } from '../../views/review/review-row.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import { type Cell, cellOf, cellsOf, leastCount, leastPeople, shareOf, withheldAmong } from './small-cells.ts';

const choiceMeasures = ['shown', 'agreed', 'refused', 'withdrawn', 'explained'] as const;
const systemMeasures = ['uses', 'without', 'decisions', 'against', 'contested', 'changed'] as const;
export type TrustMeasure = (typeof choiceMeasures)[number] | (typeof systemMeasures)[number];
const groupings = ['ageBand', 'regime', 'language'] as const;
type Grouping = (typeof groupings)[number];

/** Something that happened once, or so many times. */
export interface Counted {
  readonly measure: TrustMeasure;
  readonly month: string;
  /** Absent: of no one AI system, as a choice is. */
  readonly aiSystem?: string;
  readonly count: number;
}

export interface DecidedAbout {
  readonly id: string;
  readonly subject: string;
  readonly adverse: boolean;
  readonly groups: Readonly<Record<Grouping, string>>;
}

interface TrustMaterial {
  readonly months: readonly string[];
  readonly systems: readonly string[];
  readonly aiSystem: string | undefined;
  readonly counted: readonly Counted[];
  readonly decided: readonly DecidedAbout[];
  readonly reviews: readonly Pick<ReviewRow, 'decision' | 'why' | 'outcome'>[];
}

const sum = (counted: readonly Counted[]): number => counted.reduce((total, { count }) => total + count, 0);

/** One row a name, one cell a measure; each measure is withheld on its own. */
function table(names: readonly string[], measures: readonly TrustMeasure[], of: (name: string) => readonly Counted[]) {
  const columns = measures.map((measure) => {
    const counts = names.map((name) => sum(of(name).filter((each) => each.measure === measure)));
    // How often systems used data tells of nobody; all else is about what people did, or what was done about them.
    return measure === 'uses' ? counts : cellsOf(counts);
  });
  return names.map((name, row) => ({
    name,
    cells: Object.fromEntries(measures.map((measure, column) => [measure, columns[column]?.[row] ?? null])) as Readonly<
      Partial<Record<TrustMeasure, Cell>>
    >,
  }));
}

function groupRows(by: Grouping, { decided, reviews }: TrustMaterial) {
  const names = [...new Set(decided.map(({ groups }) => groups[by]))].toSorted();
  const members = names.map((name) => decided.filter(({ groups }) => groups[by] === name));
  const people = members.map((each) => new Set(each.map(({ subject }) => subject)).size);
  const withheld = withheldAmong(people, leastPeople);
  return names.map((group, place) => {
    const of = members[place] ?? [];
    if (withheld[place] === true)
      return { group, people: null, decisions: null, ...shareOf(0, 0), contested: null, changed: null };
    const ids = new Set(of.map(({ id }) => id));
    const looked = reviews.filter(({ decision }) => ids.has(decision));
    return {
      group,
      people: people[place] ?? 0,
      decisions: of.length,
      ...shareOf(of.filter(({ adverse }) => adverse).length, of.length),
      contested: cellOf(looked.filter(({ why }) => why === 'contested').length),
      changed: cellOf(looked.filter(({ outcome }) => outcome !== undefined && outcome !== 'upheld').length),
    };
  });
}

export function trustFigures(material: TrustMaterial) {
  const { months, systems, aiSystem, counted } = material;
  const measures = aiSystem === undefined ? [...choiceMeasures, ...systemMeasures] : systemMeasures;
  const shown = aiSystem === undefined ? counted : counted.filter((each) => each.aiSystem === aiSystem);
  return {
    aiSystem: aiSystem ?? null,
    withheldBelow: { count: leastCount, people: leastPeople },
    measures,
    months: table(months, measures, (name) => shown.filter(({ month }) => month === name)),
    aiSystems: table(systems, systemMeasures, (name) => counted.filter((each) => each.aiSystem === name)),
    groups: groupings.map((by) => ({ by, rows: groupRows(by, material) })),
  };
}

type TrustFigures = ReturnType<typeof trustFigures>;

/** A row a figure, so that tables of any width can be made of it; what is withheld is empty and says so. */
export function trustTable({ months, aiSystems, groups }: TrustFigures): string {
  const cells = [
    ...months.map(({ name, cells: of }) => ['month', name, of] as const),
    ...aiSystems.map(({ name, cells: of }) => ['aiSystem', name, of] as const),
    ...groups.flatMap(({ by, rows }) => rows.map(({ group, ...of }) => [by, group, of] as const)),
  ];
  return (
    csvStart +
    csvLine(['by', 'name', 'figure', 'value', 'withheld']) +
    cells
      .flatMap(([by, name, of]) =>
        Object.entries(of).map(([figure, value]) => csvLine([by, name, figure, value, value === null ? 'yes' : 'no'])),
      )
      .join('')
  );
}
