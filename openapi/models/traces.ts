/**
 * Model calls that a trace told of and that no use on record covers.
 * Flow:    basics.ts → here → endpoints/traces.ts.
 * Promise: names, counts and times; no person.
 * Source:  decision 0076.
 */
import { z } from 'zod';
import { uncoveredCauses } from '../../src/vocabulary/span.ts';
import { At, Key } from './basics.ts';

const count = z.int().min(0);

export const UncoveredUsesReport = z
  .object({
    from: At,
    to: At,
    total: count.describe('Of all of them, also where a service made up more names than are listed.'),
    groups: z
      .array(
        z.object({
          service: z.string().max(100).nullable().describe('`service.name`, or null where that is no plain name.'),
          aiSystem: Key.nullable().describe('Where a declared one is named.'),
          count,
          reported: count.describe('How many of them stand in the record of the person they were about, too.'),
          firstAt: At,
          lastAt: At,
          models: z.array(z.string().max(100)).max(20),
          causes: z
            .array(z.object({ cause: z.enum(uncoveredCauses), count }))
            .max(uncoveredCauses.length)
            .describe(
              '`no-use-id`: it named no use. `unknown-use`: it named one that is not known, or is about somebody or something else. `refused-use`: that use was refused. `other-time`: it began before that use or more than a day after.',
            ),
        }),
      )
      .max(2000),
  })
  .meta({ id: 'UncoveredUses', description: 'Model calls that nobody had asked for, by service and AI system.' });
