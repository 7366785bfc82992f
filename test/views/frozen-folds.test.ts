/**
 * What the folds make of facts, frozen: an upgrade that makes something else of what is recorded would take the rows of
 * an earlier release for forged ones, so it counts FOLDS up, and the rows here are written anew with
 * `WRITE_VECTORS=1 npx vitest run test/views/frozen-folds.test.ts`.
 * Source: decision 0015.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../src/facts/fact.ts';
import type { FactKind } from '../../src/facts/facts.ts';
import { FOLDS } from '../../src/ledger/notes.ts';
import { root } from '../../src/root.ts';
import {
  clockMoved,
  foldRequest,
  isAppeal,
  type RequestRow,
  treePointOf,
} from '../../src/views/request/request-row.ts';
import { showRequest } from '../../src/views/request/request-shown.ts';
import { showTask, systemsOpen, tasksDueAt } from '../../src/views/request/task-row.ts';
import { acknowledgedAt, untold, untoldDueAt } from '../../src/views/request/told.ts';
import { involvementOf } from '../../src/views/review/involvement.ts';
import { foldReview, type ReviewRow } from '../../src/views/review/review-row.ts';
import { reviewerSees, reviewFactsOf } from '../../src/views/review/reviewer-sees.ts';
import { actRow, foldPerson } from '../../src/views/subject/person-fold.ts';
import { shownSubject } from '../../src/views/subject/shown-subject.ts';
import { aFact, samples } from '../given/facts.ts';

const PATH = join(root, 'test', 'vectors', 'folded-views.json');
const isWritten = process.env['WRITE_VECTORS'] === '1';
type Frozen = Record<string, unknown>;
const frozen = (isWritten ? { folds: FOLDS } : JSON.parse(readFileSync(PATH, 'utf8'))) as { folds: string } & Record<
  string,
  Frozen
>;

const START = Date.parse('2026-11-02T09:00:00.000Z');
const DAY = 86_400_000;

/** One fact of a history; the first sample of a kind is its fullest, the second its barest. */
interface Step {
  readonly name: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
const stepsOf = (...kinds: readonly string[]): readonly Step[] =>
  kinds.flatMap((kind) =>
    (samples[kind] ?? []).map((payload, at) => ({ name: at === 0 ? kind : `${kind} (bare)`, kind, payload })),
  );

const about = { message: 'msg_1', about: 'req_1' };
const messages: readonly Step[] = [
  {
    name: 'told of it',
    kind: 'message.written',
    payload: { ...samples['message.written']?.[1], template: 'request-received', about: 'req_1' },
  },
  {
    name: 'told of the extension',
    kind: 'message.written',
    payload: { ...samples['message.written']?.[1], template: 'request-extended', about: 'req_1' },
  },
  {
    name: 'told of the answer',
    kind: 'message.written',
    payload: { ...samples['message.written']?.[1], template: 'request-answered', about: 'req_1' },
  },
  { name: 'sent', kind: 'message.sent', payload: { ...about, channel: 'email', tries: 1 } },
  { name: 'filed', kind: 'message.sent', payload: { ...about, channel: 'file', tries: 1 } },
  { name: 'given up', kind: 'message.given-up', payload: { ...about, channel: 'email', tries: 3, code: 'timeout' } },
  { name: 'handed over', kind: 'message.handed-over', payload: { ...about, how: 'letter' } },
];

/** The facts of a history, a day apart; whoever acts second came through no link. */
function history(id: string, steps: readonly Step[]): readonly RecordedFact[] {
  return steps.map(({ kind, payload }, at) => {
    const actor = { id: `act_${at}`, role: 'officer', ...(at % 3 === 1 ? {} : { through: { id: 'act_link' } }) };
    const isMessage = kind === 'message.written';
    const named = at === 0 ? id : isMessage ? 'msg_1' : `fact_${at}`;
    const place = { id: named, log: 1, index: at, n: at, at: START + at * DAY };
    return { ...aFact(kind as FactKind, payload, place), actor } as RecordedFact;
  });
}

/** The members that a step changed, and those that it took away. */
function changed(before: object | undefined, after: object | undefined): unknown {
  if (before === undefined || after === undefined) return after ?? null;
  const [old, now] = [before as Frozen, after as Frozen];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name] ?? null]),
  );
}

/** Every step after each beginning, and every two of them one after the other. */
function histories(begins: readonly Step[], steps: readonly Step[]): readonly (readonly Step[])[] {
  const singles = begins.flatMap((begin) => [[begin], ...steps.map((step) => [begin, step])]);
  const full = steps.filter(({ name }) => !name.endsWith('(bare)') || name.startsWith('task.moved'));
  const pairs = begins.slice(0, 1).flatMap((begin) => full.flatMap((one) => full.map((two) => [begin, one, two])));
  return [...singles, ...pairs];
}

/** One history a line, so that a change of one shows as one line. */
function inLines({ folds, ...areas }: typeof frozen): string {
  const shown = Object.entries(areas).map(([area, found]) => {
    const lines = Object.entries(found).map(([title, each]) => `${JSON.stringify(title)}:${JSON.stringify(each)}`);
    return `${JSON.stringify(area)}:{\n${lines.join(',\n')}\n}`;
  });
  return `{"folds":${JSON.stringify(folds)},\n${shown.join(',\n')}}\n`;
}

function expectFrozen(area: string, found: Frozen): void {
  // As it would be read again.
  const now = JSON.parse(JSON.stringify(found)) as Frozen;
  if (isWritten) {
    frozen[area] = now;
    writeFileSync(PATH, inLines(frozen));
  }
  expect(now).toEqual(frozen[area]);
}

const titleOf = (steps: readonly Step[]): string => steps.map(({ name }) => name).join(' → ');

describe('an upgrade makes of recorded facts what the release before it made of them', () => {
  it('or counts its folds up', () => expect(frozen.folds).toBe(FOLDS));

  it('of a request: its row after every step and every two, what officers see, and what is owed', () => {
    const begins = stepsOf('request.received');
    const kinds = ['verified', 'extended', 'paused', 'resumed', 'denied', 'fulfilled', 'cancelled', 'appealed'];
    const steps = [
      ...stepsOf(...kinds.map((kind) => `request.${kind}`), 'review.opened', 'task.opened', 'task.moved', 'task.done'),
      ...messages,
    ];
    const found: Frozen = {};
    for (const story of histories(begins, steps)) {
      const rows: RequestRow[] = [];
      for (const fact of history('req_1', story)) rows.push(foldRequest(rows.at(-1), fact) as RequestRow);
      const [row, before] = [rows.at(-1) as RequestRow, rows.at(-2)];
      const after = changed(before, row);
      if (story.length === 3 && JSON.stringify(after) === '{}') continue;
      const owed = [untold(row), untoldDueAt(row), acknowledgedAt(row) ?? null, tasksDueAt(row)];
      const elsewhere = { ...row, channel: 'staff' as const };
      const others = [untold(elsewhere), untoldDueAt(elsewhere), acknowledgedAt(elsewhere) ?? null];
      const asked = [isAppeal(row), clockMoved(row), treePointOf(row) ?? null];
      const tasks = (row.tasks ?? []).map((task) => showTask('req_1', task));
      found[titleOf(story)] = [
        after,
        owed,
        others,
        asked,
        tasks,
        systemsOpen(row, [
          { key: 'shop', name: 'Shop' },
          { key: 'mail', name: 'Mail' },
        ] as never),
      ];
      if (story.length < 3) found[`${titleOf(story)}, shown`] = showRequest(row);
    }
    expectFrozen('request', found);
  });

  it('of a review: its row after every step and every two, and what the reviewer and others see of it', () => {
    const begins = stepsOf('review.opened');
    const kinds = ['assigned', 'evidence-viewed', 'view-noted', 'second-opinion', 'concluded', 'cancelled'];
    const steps = stepsOf(...kinds.map((kind) => `review.${kind}`));
    const [seat] = stepsOf('review.assigned');
    const decision = aFact('decision.recorded', samples['decision.recorded']?.[0] ?? {}, {
      id: 'dec_1',
      at: START,
      index: 0,
      n: 0,
    });
    const file = aFact('file.added', samples['file.added']?.[0] ?? {}, { id: 'file_1', at: START, index: 0, n: 0 });
    const found: Frozen = {};
    for (const story of histories(begins, steps).flatMap((each) => [
      each,
      ...(each.length === 3 ? [[each[0], seat, ...each.slice(1)] as Step[]] : []),
    ])) {
      const facts = history('rev_1', story);
      const rows: ReviewRow[] = [];
      for (const fact of facts) rows.push(foldReview(rows.at(-1), fact) as ReviewRow);
      const [row, before] = [rows.at(-1) as ReviewRow, rows.at(-2)];
      const after = changed(before, row);
      if (story.length > 2 && JSON.stringify(after) === '{}') continue;
      const opened = reviewFactsOf(row, (id) => [decision, file, ...facts].find((fact) => fact.id === id));
      const sees =
        opened === undefined
          ? undefined
          : reviewerSees(row, 'first', { ...opened, limits: { limitations: { en: 'x' } } });
      // What is shown of the material is the same after each step but for what was seen.
      const shown = story.length < 3 ? sees : [sees?.seats, sees?.ai, sees?.material.notSeenYet];
      found[titleOf(story)] = [after, shown, involvementOf([row])];
    }
    expectFrozen('review', found);
  });

  it('of a person: their standing after every fact of theirs, the list of acts, and what is shown of them', () => {
    const kinds = [
      'subject.described',
      'consent.given',
      'consent.refused',
      'consent.withdrawn',
      'limit.set',
      'limit.lifted',
      'hold.set',
      'hold.lifted',
      'notice.shown',
      'staff.described',
      'file.added',
    ];
    const found: Frozen = {};
    const firsts = stepsOf(...kinds).filter(({ name }) => !name.endsWith('(bare)'));
    for (const one of [undefined, ...firsts])
      for (const two of stepsOf(...kinds)) {
        const facts = history('fact_0', [...(one === undefined ? [] : [one]), two]);
        const states: ReturnType<typeof foldPerson>[] = [];
        for (const fact of facts) states.push(foldPerson(states.at(-1), fact));
        const standing = states.at(-1) as ReturnType<typeof foldPerson>;
        const after = changed(states.at(-2), standing);
        if (one !== undefined && JSON.stringify(after) === '{}') continue;
        const shown =
          one === undefined
            ? [
                actRow(facts[0] as RecordedFact),
                shownSubject({ subject: 'sub_1', identifiers: ['b', 'a', 'b'], standing }, 'EU'),
              ]
            : [];
        found[`${one === undefined ? '' : `${one.name} → `}${two.name}`] = [after, ...shown];
      }
    expectFrozen('person', found);
  });
});
