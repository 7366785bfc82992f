/**
 * The one table of settings: every variable of the configuration schema with its default, its bounds and its words.
 * Flow:    src/config.ts (schema), words → here → documents, files of settings, values of the chart.
 * Promise: names, defaults, choices and bounds come from the schema that the service reads its environment with.
 */
import { z } from 'zod';
import { type SettingName, Variables } from '../../src/config.ts';
import { settingKinds } from '../../src/settings-shown.ts';
import { type SettingWords, settingWords } from './words.ts';

/** What JSON Schema can say of a value as it is written into the environment: only what bounds a text or a number. */
type SettingShape = Readonly<z.infer<typeof Shape>>;

export interface Setting extends SettingWords {
  readonly name: SettingName;
  readonly isSecret: boolean;
  /** As it would be written into the environment; undefined where nothing is set by itself. */
  readonly fallback: string | undefined;
  readonly shape: SettingShape;
}

const described: Readonly<Record<string, unknown>> =
  z.toJSONSchema(Variables, { io: 'input', unrepresentable: 'any' }).properties ?? {};

/** Read as what it is written in: the one shape of this schema that we have a use for. */
const Shape = z.object({
  type: z.string().exactOptional(),
  enum: z.array(z.string()).exactOptional(),
  pattern: z.string().exactOptional(),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  maxLength: z.number().exactOptional(),
  minLength: z.number().exactOptional(),
});

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value.join(',') : String(value);

const names = Object.keys(Variables.shape) as SettingName[];

/** In the order of the schema. */
export const settings: readonly Setting[] = names.map((name) => {
  const unset = Variables.shape[name].safeParse(undefined);
  const fallback = unset.success ? textOf(unset.data) : undefined;
  const { isSecret = false } = settingKinds[name];
  return { name, isSecret, ...settingWords[name], fallback, shape: Shape.parse(described[name]) };
});
