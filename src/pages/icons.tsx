/**
 * The icons of the pages, drawn inline so that nothing is fetched for them.
 * Flow:    pages → here.
 * Promise: an icon is decoration: hidden from screen readers, never the only carrier of a meaning.
 * Source:  docs/design.md 12 (colour is never alone).
 */
const shapes = {
  shield: ['M12 3 5 5.6v5.2c0 4.6 2.9 8.2 7 10.2 4.1-2 7-5.6 7-10.2V5.6L12 3Z', 'm9 11.8 2.2 2.2L15.2 10'],
  copy: ['M12 4v10', 'm7.8 10.2 4.2 4.2 4.2-4.2', 'M4.5 15.5v3a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-3'],
  correct: ['M4 20l1-4.2L16.3 4.5a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.2 19 4 20Z', 'm14.2 6.6 3.2 3.2'],
  delete: [
    'M4.5 7h15',
    'M9 7V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2',
    'M6.5 7l.8 11.6A1.5 1.5 0 0 0 8.8 20h6.4a1.5 1.5 0 0 0 1.5-1.4L17.5 7',
    'M10 11v5',
    'M14 11v5',
  ],
  ask: [
    'M20 11.5a7.6 7.6 0 0 1-11.3 6.6L4.5 19.5l1.3-4A7.6 7.6 0 1 1 20 11.5Z',
    'M10.3 9.4a2.1 2.1 0 1 1 3 2.1c-.7.4-1.1.8-1.1 1.6',
    'M12.2 15.3v.1',
  ],
  person: ['M12 12a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2Z', 'M5 20c.6-3.4 3.4-5.4 7-5.4s6.4 2 7 5.4'],
  people: [
    'M9 11.6a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z',
    'M3 19.4c.5-3 2.9-4.8 6-4.8s5.5 1.8 6 4.8',
    'M15.5 5.5a3.1 3.1 0 0 1 0 6',
    'M17.2 14.9c2 .5 3.4 2.1 3.8 4.5',
  ],
  check: ['m5 12.6 4.4 4.4L19 7.4'],
  cross: ['M6.5 6.5l11 11', 'M17.5 6.5l-11 11'],
  pause: ['M9 6v12', 'M15 6v12'],
  eye: [
    'M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12Z',
    'M12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z',
  ],
  home: ['M4.5 11 12 4.5 19.5 11', 'M6.5 9.6V19a.8.8 0 0 0 .8.8h9.4a.8.8 0 0 0 .8-.8V9.6', 'M10 19.6v-5.2h4v5.2'],
  list: [
    'M9.5 6.5h10',
    'M9.5 12h10',
    'M9.5 17.5h10',
    'm4 6.4 1.2 1.2 2-2.2',
    'm4 11.9 1.2 1.2 2-2.2',
    'm4 17.4 1.2 1.2 2-2.2',
  ],
  link: [
    'M4.5 5h6v6h-6Z',
    'M13.5 13h6v6h-6Z',
    'M10.5 8h4a1.5 1.5 0 0 1 1.5 1.5V13',
    'M7.5 11v3.5A1.5 1.5 0 0 0 9 16h4.5',
  ],
  search: ['M10.8 17.3a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z', 'm15.6 15.6 4.4 4.4'],
  system: [
    'M7 8.5h10a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 17v-7A1.5 1.5 0 0 1 7 8.5Z',
    'M12 8.5V5',
    'M9.5 13v1',
    'M14.5 13v1',
    'M3.5 12.5v2.5',
    'M20.5 12.5v2.5',
  ],
  scales: [
    'M12 4.5v15',
    'M8 19.5h8',
    'M5 7.5h14',
    'm5 7.5-2.3 5.6a2.5 2.5 0 0 0 4.6 0L5 7.5Z',
    'm19 7.5-2.3 5.6a2.5 2.5 0 0 0 4.6 0L19 7.5Z',
  ],
  bars: ['M4 19.8h16', 'M6.5 16.5v-4', 'M10.2 16.5V8', 'M13.9 16.5v-6', 'M17.6 16.5V5'],
  ledger: ['M6 4.5h11a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H6z', 'M9 4.5v15', 'M12 9h3.5', 'M12 12.5h3.5'],
  notice: [
    'M5 5.5h14a1.2 1.2 0 0 1 1.2 1.2v8.6a1.2 1.2 0 0 1-1.2 1.2h-7l-4 3.6v-3.6H5a1.2 1.2 0 0 1-1.2-1.2V6.7A1.2 1.2 0 0 1 5 5.5Z',
    'M8 9.3h8',
    'M8 12.6h5.5',
  ],
  settings: [
    'M4.5 7.5h8',
    'M16.5 7.5h3',
    'M14.5 9.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
    'M4.5 16.5h3',
    'M11.5 16.5h8',
    'M9.5 18.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  ],
  report: ['M6 3.8h8.5L18 7.3v12.9H6z', 'M14.2 4v3.6H18', 'M9 16.8v-3', 'M12 16.8v-5.6', 'M15 16.8v-4.2'],
  gone: [
    'M4 4l16 16',
    'M6.5 7.2C4.2 8.9 2.8 12 2.8 12S6 18.2 12 18.2c1.6 0 3-.4 4.2-1.1',
    'M10 6c.6-.1 1.3-.2 2-.2 6 0 9.2 6.2 9.2 6.2s-.7 1.4-2.1 2.9',
  ],
  late: ['M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z', 'M12 7.8v4.6l3 1.8'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof shapes;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
    {shapes[name].map((path) => (
      <path d={path} />
    ))}
  </svg>
);

/** The mark of the service: a leaf on a seal. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="32" height="32" rx="8" />
    <path
      class="mark-leaf"
      d="M16 6.5c4 3.6 5.6 7.2 5.6 11 0 3.6-2.2 6.5-5.6 8-3.4-1.5-5.6-4.4-5.6-8 0-3.8 1.6-7.4 5.6-11Z"
    />
    <path class="mark-leaf" d="M16 12.5V25" />
  </svg>
);
