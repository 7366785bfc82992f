/**
 * The table that the bench prints.
 * Flow:    bench → here → standard output.
 * Promise: every planned row is shown, measured or not; an aim that is missed is shown as missed.
 */
import type { Measured, PlannedRow } from './row.ts';

export interface TableLine extends PlannedRow {
  readonly name: string;
  readonly measured?: Measured;
  readonly fault?: string;
}

const HEADS = ['work', 'floor or peer', 'aim', 'measured', ''];

export function tableOf(lines: readonly TableLine[]): string {
  const cells = [HEADS, ...lines.map((line) => [line.work, line.floor, line.aim, shownOf(line), verdictOf(line)])];
  const widths = HEADS.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  const padded = cells.map(
    (row) =>
      `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}

export function shownOf({ measured, fault }: TableLine): string {
  if (fault !== undefined) return `failed: ${fault}`;
  return measured?.shown ?? 'not measured yet';
}

export function verdictOf({ measured }: TableLine): string {
  if (measured === undefined || measured.met === null) return '';
  return measured.met ? 'met' : 'missed';
}
