/**
 * Where the bars and bands of the flow chart stand: data on the left, AI systems in the middle, what they do on the
 * right.
 * Flow:    flow-chart.tsx → here (numbers only).
 * Promise: thickness follows the counts with one scale for the whole chart; labels never overlap, because every node
 *          keeps room for two lines.
 * Source:  docs/design.md 12 (chart 1).
 */
export interface FlowSystem {
  readonly key: string;
  readonly name: string;
  readonly does: string;
  readonly uses: number;
  /** 1 to 4, fixed per system. */
  readonly series: number;
  readonly categories: readonly { readonly label: string; readonly count: number }[];
}

export interface FlowNode {
  readonly label: string;
  readonly count: number;
  readonly y: number;
  readonly height: number;
  readonly series: number;
}

export interface FlowBand {
  readonly series: number;
  /** Top and bottom on the left side, then on the right side. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

interface FlowLayout {
  readonly height: number;
  readonly data: readonly FlowNode[];
  readonly systems: readonly (FlowNode & { readonly does: string })[];
  readonly bands: readonly FlowBand[];
}

/** Room of a label of one line and its count, and of each line more. */
const LABEL = 38;
const LINE = 16;
const GAP = 12;
const THICK = 190;
const MOST_DATA = 7;
const MOST_SYSTEMS = 6;

/** A label as lines of at most so many letters, broken between words; what two lines do not hold is cut. */
export function labelLines(text: string, most: number): readonly string[] {
  const words = text.split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < MOST_LINES) {
    let line = words.shift() ?? '';
    while (words.length > 0 && line.length + 1 + (words[0]?.length ?? 0) <= most) line += ` ${words.shift()}`;
    lines.push(line);
  }
  const last = [lines.pop() ?? '', ...words].join(' ');
  return [...lines, last].map((line) => (line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`));
}
const MOST_LINES = 2;

/** Letters that a line holds beside the bar of its column. */
export const lineLengths = { data: 26, systems: 30, does: 27 } as const;

interface Slot {
  readonly y: number;
  readonly height: number;
}

interface Column {
  readonly unit: number;
  /** The height of the drawing, and of a label in it. */
  readonly total: number;
  readonly label: number;
}

/** Stacks nodes with room for their labels and centres the column. */
function stack(counts: readonly number[], { unit, total, label }: Column): readonly Slot[] {
  const rooms = counts.map((count) => Math.max(label, count * unit));
  const used = rooms.reduce((sum, room) => sum + room, 0) + GAP * Math.max(0, counts.length - 1);
  let top = (total - used) / 2;
  return counts.map((count, place) => {
    const room = rooms[place] ?? label;
    const height = Math.max(3, count * unit);
    const slot = { y: top + (room - height) / 2, height };
    top += room + GAP;
    return slot;
  });
}

const heightOf = (counts: readonly number[], { unit, label }: Omit<Column, 'total'>): number =>
  counts.reduce((sum, count) => sum + Math.max(label, count * unit), 0) + GAP * Math.max(0, counts.length - 1);

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Categories over all systems, in order of their weight; the rest together under one label. */
function categoriesOf(systems: readonly FlowSystem[], other: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { categories } of systems)
    for (const { label, count } of categories) counts.set(label, (counts.get(label) ?? 0) + count);
  const ordered = [...counts].sort((one, another) => another[1] - one[1]).map(([label]) => label);
  return ordered.length <= MOST_DATA ? ordered : [...ordered.slice(0, MOST_DATA - 1), other];
}

/** How much of one category goes to one system; `other` takes all that has no label of its own. */
function shareOf(system: FlowSystem, label: string, labels: readonly string[]): number {
  const own = system.categories.filter((one) =>
    labels.includes(one.label) ? one.label === label : label === labels.at(-1),
  );
  return sum(own.map(({ count }) => count));
}

function bandsOf(
  shares: readonly (readonly number[])[],
  columns: { readonly data: readonly Slot[]; readonly systems: readonly Slot[] },
  series: readonly number[],
): readonly FlowBand[] {
  const left = columns.data.map(({ y }) => y);
  return columns.systems.flatMap((slot, at) => {
    const own = shares[at] ?? [];
    const whole = sum(own);
    let right = slot.y;
    return own.flatMap((count, place): readonly FlowBand[] => {
      const data = columns.data[place];
      if (count === 0 || data === undefined) return [];
      const total = sum(shares.map((row) => row[place] ?? 0));
      const start = left[place] ?? data.y;
      const leftSize = (data.height * count) / total;
      const rightSize = (slot.height * count) / whole;
      const band: FlowBand = {
        series: series[at] ?? 1,
        from: [start, start + leftSize],
        to: [right, right + rightSize],
      };
      left[place] = start + leftSize;
      right += rightSize;
      return [band];
    });
  });
}

/** Of the longest label: where one needs two lines, all get the room, so that columns stay even. */
const mostLines = (systems: readonly FlowSystem[], labels: readonly string[]): number =>
  Math.max(
    ...labels.map((label) => labelLines(label, lineLengths.data).length),
    ...systems.map(({ name }) => labelLines(name, lineLengths.systems).length),
    1,
  );

export function flowLayout(all: readonly FlowSystem[], other: string): FlowLayout {
  const systems = all.toSorted((one, another) => another.uses - one.uses).slice(0, MOST_SYSTEMS);
  const labels = categoriesOf(systems, other);
  const shares = systems.map((system) => labels.map((label) => shareOf(system, label, labels)));
  const dataCounts = labels.map((_, place) => sum(shares.map((row) => row[place] ?? 0)));
  const uses = systems.map((system) => system.uses);
  const unit = THICK / Math.max(1, sum(dataCounts), sum(uses));
  const label = LABEL + LINE * (mostLines(systems, labels) - 1);
  const height = Math.max(heightOf(dataCounts, { unit, label }), heightOf(uses, { unit, label }));
  const column = { unit, total: height, label };
  const data = stack(dataCounts, column);
  const middle = stack(uses, column);
  const node = (
    slot: Slot | undefined,
    rest: { readonly label: string; readonly count: number; readonly series: number },
  ): FlowNode => ({
    y: slot?.y ?? 0,
    height: slot?.height ?? 0,
    ...rest,
  });
  return {
    height,
    data: labels.map((label, place) => node(data[place], { label, count: dataCounts[place] ?? 0, series: 0 })),
    systems: systems.map((system, place) => ({
      ...node(middle[place], { label: system.name, count: system.uses, series: system.series }),
      does: system.does,
    })),
    bands: bandsOf(
      shares,
      { data, systems: middle },
      systems.map(({ series }) => series),
    ),
  };
}
