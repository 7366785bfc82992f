/**
 * Reads the packs of rules that the configuration names.
 * Flow:    CANDOR_AUTHZEN_PACKS → here → settings of the house → answers/authzen.
 * Promise: a pack that is not understood keeps the house from opening. None may speak of AI systems or of people:
 *          who may use their data is said by the record alone.
 * Source:  decision 0082.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RulePack } from '../evaluation/property-rules.ts';
import { CannotStart } from '../start-fault.ts';
import { sentenceOfSystem } from '../vocabulary/errno.ts';

const ofTheRecord = ['ai_system', 'customer'];
const type = z
  .string()
  .min(1)
  .refine((name) => !ofTheRecord.includes(name), `must not be ${ofTheRecord.join(' or ')}: the record decides there`);
const things = z.array(
  z.strictObject({ type, id: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
);
const property = z
  .string()
  .regex(
    /^(?:(?:subject|resource)\..|action\.(?!id$).)/,
    'must be a property such as subject.role, resource.owner or action.soft',
  );
const value = z.union([z.string(), z.number(), z.boolean()]);
const Pack = z.strictObject({
  name: z.string().min(1),
  subjects: things,
  resources: things,
  unlisted: z.array(type).optional(),
  rules: z.array(
    z.strictObject({
      resource: type,
      actions: z.array(z.string().min(1)).min(1),
      when: z
        .array(
          z.union([
            z.strictObject({ that: property, is: value }),
            z.strictObject({ that: property, isNot: value }),
            z.strictObject({ that: property, sameAs: property }),
          ]),
        )
        .optional(),
    }),
  ),
}) satisfies z.ZodType<RulePack>;

const VARIABLE = 'CANDOR_AUTHZEN_PACKS';
const refused = (sentence: string, cause: unknown) => new CannotStart('rule-pack', sentence, cause);

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    throw refused(sentenceOfSystem(fault, VARIABLE) ?? `The file ${path} (${VARIABLE}) is no JSON.`, fault);
  }
}

function readPack(path: string): RulePack {
  const pack = Pack.safeParse(readJson(path));
  if (pack.success) return pack.data;
  const [first] = pack.error.issues;
  const place = `/${first?.path.join('/') ?? ''}`;
  throw refused(`The pack ${path} (${VARIABLE}) is wrong at ${place}: ${first?.message ?? ''}.`, pack.error);
}

export const readRulePacks = (paths: readonly string[]): readonly RulePack[] => paths.map(readPack);
