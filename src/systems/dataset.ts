/**
 * A Fides dataset as its file says it: collections, their fields, and what each field means for a person.
 * Flow:    a YAML file → here → graph.ts, plan.ts.
 * Promise: a file that Fides takes is read unchanged: members that are not needed here are let through unread, older
 *          names are understood, and what cannot be understood is told with its place.
 * Source:  decision 0100.
 */
import { z } from 'zod';
import { type Mask, maskIn } from './masks.ts';

const name = z.string().min(1).max(255);
const names = z.array(name).nullish();
const override = z.looseObject({ strategy: z.string(), configuration: z.looseObject({}).nullish() }).nullish();

const reference = z.looseObject({
  dataset: name,
  /** `collection.field`, and further down where the field has fields. */
  field: z.string().regex(/^[^.]+\..+$/, 'must be collection.field'),
  direction: z.enum(['from', 'to']).nullish(),
});
const fieldMeta = z.looseObject({
  identity: z.string().nullish(),
  primary_key: z.boolean().nullish(),
  references: z.array(reference).nullish(),
  length: z.int().positive().nullish(),
  masking_strategy_override: override,
});
const collectionMeta = z.looseObject({
  after: names,
  erase_after: names,
  skip_processing: z.boolean().nullish(),
  masking_strategy_override: override,
});
/** Two names from before the project had its present one. */
const meta = <S extends z.ZodType>(of: S) => ({
  fides_meta: of.nullish(),
  fidesops_meta: of.nullish(),
  fidesctl_meta: z.unknown().optional(),
});

interface WrittenField {
  readonly name: string;
  readonly data_categories?: readonly string[] | null | undefined;
  readonly fides_meta?: z.infer<typeof fieldMeta> | null | undefined;
  readonly fidesops_meta?: z.infer<typeof fieldMeta> | null | undefined;
  readonly fields?: readonly WrittenField[] | null | undefined;
}
const field: z.ZodType<WrittenField> = z.looseObject({
  name,
  data_categories: names,
  ...meta(fieldMeta),
  get fields() {
    return z.array(field).nullish();
  },
});
const collection = z.looseObject({
  name,
  data_categories: names,
  ...meta(collectionMeta),
  fields: z.array(field),
});
export const datasetFile = z.looseObject({
  dataset: z
    .array(
      z.looseObject({
        fides_key: z.string().regex(/^[\w.-]+$/, 'must be letters, digits, _, . and -'),
        data_categories: names,
        collections: z.array(collection),
      }),
    )
    .min(1),
});
type DatasetFile = z.infer<typeof datasetFile>;

interface FieldReference {
  readonly dataset: string;
  readonly collection: string;
  readonly field: string;
  /** `from`: values come from there; `to`: they go there; absent: whichever is reached first gives them. */
  readonly direction?: 'from' | 'to';
}

/** A column, with what stands below it where it holds a document. */
export interface MappedField {
  readonly name: string;
  readonly categories: readonly string[];
  readonly identity?: string;
  readonly isKey: boolean;
  readonly references: readonly FieldReference[];
  /** Letters at most, where the map says so. */
  readonly length?: number;
  readonly mask?: Mask;
}

export interface Collection {
  readonly dataset: string;
  readonly name: string;
  readonly fields: readonly MappedField[];
  readonly isDeleted: boolean;
  /** Collections of the same dataset, by name, that are read or erased before this one. */
  readonly after: readonly string[];
  readonly eraseAfter: readonly string[];
}

export interface Dataset {
  readonly key: string;
  readonly collections: readonly Collection[];
}

/** Faults are sentences with the place in front. */
export function datasetsIn(file: DatasetFile, faults: string[]): readonly Dataset[] {
  return file.dataset.map((each) => ({
    key: each.fides_key,
    collections: each.collections
      .filter((one) => metaOf(one)?.skip_processing !== true)
      .map((one): Collection => {
        const place = `${each.fides_key}.${one.name}`;
        const inherited = one.data_categories ?? each.data_categories ?? [];
        const said = metaOf(one);
        const strategy = said?.masking_strategy_override?.strategy;
        if (strategy !== undefined && strategy !== 'delete')
          faults.push(`${place}: a whole collection can only be deleted; ${strategy} stands at its fields.`);
        return {
          dataset: each.fides_key,
          name: one.name,
          fields: one.fields.map((written) => fieldOf(written, { place, inherited, faults })),
          isDeleted: strategy === 'delete',
          after: (said?.after ?? []).map(lastName),
          eraseAfter: (said?.erase_after ?? []).map(lastName),
        };
      }),
  }));
}

interface RowReading {
  readonly place: string;
  readonly inherited: readonly string[];
  readonly faults: string[];
}

const metaOf = <M>(of: { readonly fides_meta?: M; readonly fidesops_meta?: M }): M | undefined =>
  of.fides_meta ?? of.fidesops_meta;

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function fieldOf(written: WrittenField, { place, inherited, faults }: RowReading): MappedField {
  const said = metaOf(written);
  const below = written.fields ?? [];
  const mask = maskIn(said?.masking_strategy_override ?? undefined);
  if (typeof mask === 'string') faults.push(`${place}.${written.name}: ${mask}`);
  return {
    name: written.name,
    categories: [...(written.data_categories ?? inherited), ...below.flatMap(categoriesBelow)],
    isKey: said?.primary_key === true,
    references: (said?.references ?? []).map(({ dataset, field: path, direction }) => {
      const [target = '', ...rest] = path.split('.');
      return { dataset, collection: target, field: rest.join('.'), ...(direction ? { direction } : {}) };
    }),
    ...(said?.identity ? { identity: said.identity } : {}),
    ...(said?.length ? { length: said.length } : {}),
    ...(mask === undefined || typeof mask === 'string' ? {} : { mask }),
  };
}

const categoriesBelow = ({ data_categories, fields }: WrittenField): readonly string[] => [
  ...(data_categories ?? []),
  ...(fields ?? []).flatMap(categoriesBelow),
];
