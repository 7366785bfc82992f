/**
 * Where the controller counts its days, for everything that starts, moves or reads a clock of the law.
 * Flow:    settings of the house → here → law, and the input of commands.
 * Promise: one zone and one set of holidays for a clock and for whoever reads it.
 * Source:  docs/law.md 2.1.
 */
import type { Reads } from '../ports/reads.ts';

export const calendarOf = ({ settings: { timeZone, holidays } }: Pick<Reads, 'settings'>) => ({ timeZone, holidays });
