import { describe, it } from 'vitest';
import { holdsFor } from '../../suites/review-machine.ts';

describe('the machine of human review', () => {
  it(
    'in random histories no pending decision takes effect, nobody decides on themself, and no flag stands without evidence',
    () => holdsFor(1000),
    120_000,
  );
});
