/** A text and what the gate must say about it; no measures for a text that passes. */
import type { Measure, TextForm } from '../../../../src/language/plain/plain.ts';

export interface Sample {
  readonly form: TextForm;
  readonly text: string;
}
export interface BadSample extends Sample {
  readonly because: readonly Measure[];
}
export interface Samples {
  readonly good: readonly Sample[];
  readonly bad: readonly BadSample[];
}

export const label = (text: string): Sample => ({ form: 'label', text });
export const text = (words: string): Sample => ({ form: 'text', text: words });
export const bad = (sample: Sample, ...because: readonly Measure[]): BadSample => ({ ...sample, because });
