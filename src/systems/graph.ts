/**
 * The way of a person through the collections of a system: where it begins, what is reached from what, in which order.
 * Flow:    dataset.ts → here → plan.ts.
 * Promise: each collection is read once, after everything that leads to it; a collection that nothing leads to, a
 *          circle and a reference into nowhere are faults in words.
 */
import type { Collection, MappedField } from './dataset.ts';

/** One column, by the name of its collection. */
export interface Column {
  readonly collection: string;
  readonly field: string;
}

/** Values go from one column to another. */
interface ValueEdge {
  readonly from: Column;
  readonly to: Column;
  /** The collection whose column refers to the other one, as a foreign key does. */
  readonly holder: string;
}

export interface Graph {
  readonly order: readonly Collection[];
  readonly edges: readonly ValueEdge[];
  /** Every reference of the map, followed or not. */
  readonly references: readonly { readonly holder: Column; readonly target: Column }[];
}

interface Told {
  readonly faults: string[];
  readonly notes: string[];
}

const said = ({ collection, field }: Column): string => `${collection}.${field}`;

export function graphOf(collections: readonly Collection[], told: Told): Graph {
  const known = new Map(collections.map((each) => [each.name, each]));
  const found = collections.flatMap((each) =>
    each.fields.flatMap((field) => referencesOf(each, field, { known, told })),
  );
  const begins = collections.filter(({ fields }) => fields.some(({ identity }) => identity !== undefined));
  if (begins.length === 0)
    told.faults.push('No field has an identity, so that no person can be found: set fides_meta.identity.');
  const depth = depths(begins, found);
  for (const { name } of collections)
    if (!depth.has(name))
      told.faults.push(
        `${name}: nothing leads here from an identity. Give one of its fields an identity or a reference, or set skip_processing.`,
      );
  const edges = found.filter(({ from, to }) => depth.has(from.collection) && depth.has(to.collection));
  const followed = edges.flatMap((edge) => oriented(edge, depth));
  const before = new Map(collections.map(({ name }) => [name, new Set<string>()]));
  for (const { from, to } of followed) before.get(to.collection)?.add(from.collection);
  for (const { name, after } of collections)
    for (const other of after) if (known.has(other)) before.get(name)?.add(other);
  const order = ordered(before);
  if ('circle' in order)
    told.faults.push(
      `${order.circle.join(' → ')}: values go round in a circle, so that none of them can be read first. Set direction on one of the references, or leave it out.`,
    );
  return {
    order: 'circle' in order ? [] : order.names.flatMap((name) => (depth.has(name) ? (known.get(name) ?? []) : [])),
    edges: followed,
    references: found.map(({ from, to, holder }) =>
      from.collection === holder ? { holder: from, target: to } : { holder: to, target: from },
    ),
  };
}

/** An edge that may be walked in both directions until it is known which end is reached first. */
interface FoundEdge extends ValueEdge {
  readonly isBoth: boolean;
}

interface Knowing {
  readonly known: ReadonlyMap<string, Collection>;
  readonly told: Told;
}

function referencesOf(holder: Collection, field: MappedField, { known, told }: Knowing): readonly FoundEdge[] {
  return field.references.flatMap((reference) => {
    const here = { collection: holder.name, field: field.name };
    const there = { collection: reference.collection, field: reference.field };
    const place = `${said(here)} refers to ${reference.dataset}.${said(there)}`;
    const target = known.get(reference.collection);
    if (target === undefined || target.dataset !== reference.dataset) {
      told.notes.push(`${place}, which is in no dataset of this system: the reference is not followed.`);
      return [];
    }
    if (!target.fields.some(({ name }) => name === reference.field)) {
      told.faults.push(`${place}, and that collection has no such field.`);
      return [];
    }
    if (target.name === holder.name) {
      told.notes.push(`${place}, which is itself: the reference is not followed.`);
      return [];
    }
    const isDown = reference.direction !== 'to';
    const [from, to] = isDown ? [there, here] : [here, there];
    return [{ from, to, holder: holder.name, isBoth: reference.direction === undefined }];
  });
}

/** How many steps each collection is away from an identity; absent where no step leads there. */
function depths(begins: readonly Collection[], edges: readonly FoundEdge[]): ReadonlyMap<string, number> {
  const depth = new Map(begins.map(({ name }) => [name, 0]));
  const waiting = [...depth.keys()];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const next = (depth.get(name) ?? 0) + 1;
    for (const { from, to, isBoth } of edges) {
      const reached =
        from.collection === name ? to.collection : isBoth && to.collection === name ? from.collection : '';
      if (reached === '' || depth.has(reached)) continue;
      depth.set(reached, next);
      waiting.push(reached);
    }
  }
  return depth;
}

function oriented({ from, to, holder, isBoth }: FoundEdge, depth: ReadonlyMap<string, number>): readonly ValueEdge[] {
  const isTurned = isBoth && (depth.get(to.collection) ?? 0) < (depth.get(from.collection) ?? 0);
  return [isTurned ? { from: to, to: from, holder } : { from, to, holder }];
}

/** Names in an order in which each comes after those before it, or a circle. */
export function ordered(
  before: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly names: readonly string[] } | { readonly circle: readonly string[] } {
  const names: string[] = [];
  const path: string[] = [];
  const visit = (name: string): readonly string[] | undefined => {
    if (names.includes(name)) return undefined;
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name].reverse();
    path.push(name);
    for (const earlier of before.get(name) ?? []) {
      const circle = visit(earlier);
      if (circle !== undefined) return circle;
    }
    path.pop();
    names.push(name);
    return undefined;
  };
  for (const name of before.keys()) {
    const circle = visit(name);
    if (circle !== undefined) return { circle };
  }
  return { names };
}
