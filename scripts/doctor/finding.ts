/**
 * One thing that the doctor looked at.
 * Flow:    doctor/* → here → doctor.
 * Promise: a `bad` says how to mend it; words carry neither secrets nor personal data.
 */
export interface DoctorFinding {
  readonly about: string;
  readonly state: 'good' | 'note' | 'bad';
  readonly words: string;
}

export const good = (about: string, words: string): DoctorFinding => ({ about, state: 'good', words });
export const note = (about: string, words: string): DoctorFinding => ({ about, state: 'note', words });
export const bad = (about: string, words: string): DoctorFinding => ({ about, state: 'bad', words });
