/**
 * What one set of public holidays is made of.
 * Flow:    ../holidays.ts → the snapshots beside this → here.
 */

/** Month-day pairs a year, one line each, so that a line can be checked against an official list by eye. */
export interface HolidaySet {
  readonly regime: string;
  /** The law that makes these days. */
  readonly source: string;
  readonly years: Readonly<Record<number, string>>;
}
