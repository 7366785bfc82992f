/**
 * Who gets the digest for staff by e-mail, and at which hour of the day.
 * Flow:    config → here → send-digests.
 * Promise: an address and a language, nothing else about whoever reads there.
 * Source:  decision 0134.
 */
export interface DigestReader {
  readonly email: string;
  readonly language: string;
}

export interface DigestSettings {
  /** Empty: nobody gets one. */
  readonly to: readonly DigestReader[];
  /** From this hour of the day on, in the zone of the house. */
  readonly hour: number;
}
