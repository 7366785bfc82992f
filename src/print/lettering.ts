/**
 * How the parts of a printed letter are set: sizes in points, colours as on the pages.
 * Flow:    here → letter-parts.ts, table.ts, letter-pdf.ts.
 */
import type { Lettering } from './lines.ts';

export const ink = { text: '#15241f', quiet: '#4a5851', line: '#d0c9b8', pine: '#14594a', bar: '#bcd6ca' } as const;

export const lettering = {
  company: { style: 'title', size: 13, leading: 18, color: ink.text },
  head: { style: 'text', size: 9.5, leading: 14, color: ink.quiet },
  title: { style: 'title', size: 25, leading: 29, color: ink.text },
  part: { style: 'title', size: 14, leading: 18, color: ink.text },
  text: { style: 'text', size: 10.25, leading: 15.5, color: ink.text },
  link: { style: 'text', size: 10.25, leading: 15.5, color: ink.pine },
  quiet: { style: 'text', size: 9, leading: 13, color: ink.quiet },
  foot: { style: 'text', size: 8, leading: 11, color: ink.quiet },
  cell: { style: 'text', size: 9, leading: 13, color: ink.text },
  cellHead: { style: 'strong', size: 9, leading: 13, color: ink.text },
} as const satisfies Readonly<Record<string, Lettering>>;
