/**
 * What is done for one person in one database, before it is done: which rows are read by which key, what is masked how,
 * what is deleted, in which order.
 * Flow:    read-maps.ts → here → connectors/sql, scripts/data-map.
 * Promise: pure; whatever refers to rows that are deleted lets go of them before. A plan with faults is never run.
 * Source:  GDPR 15, 17; decision 0100.
 */
import type { Collection, Dataset, MappedField } from './dataset.ts';
import { type Column, type Graph, graphOf, ordered } from './graph.ts';
import { type Mask, nothing } from './masks.ts';
import { type DatabaseSystem, type Scheme, usualIdentities } from './system.ts';

/** By what the rows of a collection are found. */
export type ReadBy =
  | { readonly field: string; readonly identity: Scheme }
  /** `isUp`: the rows are referred to by what was read before, and may belong to others, too. */
  | { readonly field: string; readonly values: Column; readonly isUp: boolean };

export interface ReadStep {
  readonly collection: string;
  readonly fields: readonly string[];
  readonly key: readonly string[];
  readonly by: readonly ReadBy[];
  /** Fields that say whose row it is. */
  readonly identities: readonly { readonly field: string; readonly scheme: Scheme }[];
}

export type EraseStep = { readonly collection: string } & (
  | { readonly how: 'delete' }
  | { readonly how: 'mask'; readonly masks: readonly { readonly field: string; readonly mask: Mask }[] }
);

export interface DataPlan {
  readonly system: DatabaseSystem;
  readonly reads: readonly ReadStep[];
  readonly erasures: readonly EraseStep[];
  /** What is kept against an erasure, and why. */
  readonly kept: readonly { readonly collection: string; readonly reason: string }[];
  readonly references: Graph['references'];
  readonly faults: readonly string[];
  /** Worth knowing, and no hindrance. */
  readonly notes: readonly string[];
}

export function planFor(system: DatabaseSystem, datasets: readonly Dataset[]): DataPlan {
  const faults: string[] = [];
  const notes: string[] = [];
  const collections = datasets.flatMap((each) => each.collections);
  const names = collections.map(({ name }) => name);
  for (const name of new Set(names.filter((each, place) => names.indexOf(each) !== place)))
    faults.push(`${name}: two datasets of this system have a collection of this name.`);
  for (const name of [...(system.delete ?? []), ...Object.keys(system.keep ?? {})])
    if (!names.includes(name)) faults.push(`${name}: systems.yaml names it, and no dataset of this system has it.`);
  const graph = graphOf(collections, { faults, notes });
  const identities = identitiesOf(system, collections, faults);
  const erasing = erasuresOf(system, graph, faults);
  return {
    system,
    reads: graph.order.map((each) => readOf(each, graph, identities)),
    ...erasing,
    references: graph.references,
    faults,
    notes,
  };
}

function identitiesOf(system: DatabaseSystem, collections: readonly Collection[], faults: string[]) {
  const all = new Map(Object.entries({ ...usualIdentities, ...system.identities }));
  for (const { name, fields } of collections)
    for (const { name: field, identity } of fields)
      if (identity !== undefined && !all.has(identity))
        faults.push(
          `${name}.${field}: nobody here is known by ${identity}. Say in systems.yaml what it is: identities: { ${identity}: customer }.`,
        );
  return all;
}

function readOf(collection: Collection, { edges }: Graph, schemes: ReadonlyMap<string, Scheme>): ReadStep {
  const identities = collection.fields.flatMap(({ name: field, identity }) => {
    const scheme = schemes.get(identity ?? '');
    return scheme === undefined ? [] : [{ field, scheme }];
  });
  return {
    collection: collection.name,
    fields: collection.fields.map(({ name }) => name),
    key: collection.fields.filter(({ isKey }) => isKey).map(({ name }) => name),
    by: [
      ...identities.map(({ field, scheme }) => ({ field, identity: scheme })),
      ...edges
        .filter(({ to }) => to.collection === collection.name)
        .map(({ from, to, holder }) => ({ field: to.field, values: from, isUp: holder !== collection.name })),
    ],
    identities,
  };
}

/** What says something about a person. Keys and references stay: without names they lead to nobody. */
const isAboutPerson = ({ categories, identity, isKey, references, mask }: MappedField): boolean =>
  mask !== undefined ||
  (!isKey &&
    (identity !== undefined ||
      (references.length === 0 && categories.some((category) => /^user(\.|$)/.test(category)))));

type Erasing = Pick<DataPlan, 'erasures' | 'kept'>;

function erasuresOf({ delete: deleted = [], keep = {} }: DatabaseSystem, graph: Graph, faults: string[]): Erasing {
  const isKept = ({ name }: Collection): boolean => Object.hasOwn(keep, name);
  const isDeleted = (each: Collection): boolean => !isKept(each) && (each.isDeleted || deleted.includes(each.name));
  const gone = new Set(graph.order.filter(isDeleted).map(({ name }) => name));
  const steps = new Map<string, EraseStep>();
  for (const each of graph.order) {
    if (gone.has(each.name)) steps.set(each.name, { collection: each.name, how: 'delete' });
    else {
      const masks = isKept(each) ? [] : masksOf(each);
      const cuts = cutsOf(each, gone, graph);
      if (isKept(each) && cuts.length > 0)
        faults.push(`${each.name} is kept and refers to rows that are deleted; keep those, too, or mask them.`);
      else if (masks.length + cuts.length > 0)
        steps.set(each.name, { collection: each.name, how: 'mask', masks: [...masks, ...cuts] });
    }
  }
  const order = ordered(eraseBefore(steps, gone, graph));
  if ('circle' in order)
    faults.push(
      `${order.circle.join(' → ')}: none of them can be deleted before the other. Mask one of them, or set erase_after.`,
    );
  return {
    erasures: 'circle' in order ? [] : order.names.flatMap((name) => steps.get(name) ?? []),
    kept: Object.entries(keep).map(([collection, reason]) => ({ collection, reason })),
  };
}

const masksOf = ({ fields }: Collection) =>
  fields.filter(isAboutPerson).map(({ name: field, mask = nothing }) => ({ field, mask }));

const cutsOf = ({ name, fields }: Collection, gone: ReadonlySet<string>, { references }: Graph) =>
  fields
    .filter((field) =>
      references.some(
        ({ holder, target }) =>
          holder.collection === name && holder.field === field.name && gone.has(target.collection),
      ),
    )
    .filter((field) => !isAboutPerson(field))
    .map(({ name: field }) => ({ field, mask: nothing }));

/** What refers goes before what it refers to, unless the map says another order for these two. */
function eraseBefore(
  steps: ReadonlyMap<string, EraseStep>,
  gone: ReadonlySet<string>,
  { references, order }: Graph,
): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map([...steps.keys()].map((name) => [name, new Set<string>()]));
  const wished = new Set<string>();
  for (const { name, eraseAfter } of order)
    for (const other of eraseAfter)
      if (steps.has(other) && steps.has(name)) {
        before.get(name)?.add(other);
        wished.add(`${other} ${name}`);
      }
  for (const { holder, target } of references)
    if (
      gone.has(target.collection) &&
      steps.has(holder.collection) &&
      !wished.has(`${target.collection} ${holder.collection}`)
    )
      before.get(target.collection)?.add(holder.collection);
  return before;
}
