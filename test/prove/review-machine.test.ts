import { describe, it } from 'vitest';
import { holdsFor } from '../suites/review-machine.ts';

describe('the machine of human review', () => {
  it('holds in 10,000 random histories', () => holdsFor(10_000));
});
