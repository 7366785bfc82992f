/**
 * Views: folded from facts, and safe to drop and rebuild.
 * Promise: codes, keys and instants only; no identifier and no free text in clear.
 * Source:  docs/design.md 4.
 */
import type { Kit } from '../kit.ts';

const personTables = (k: Kit) => ({
  people: k.table('people', {
    subject: k.text('subject').primaryKey(),
    log: k.count('log').notNull(),
    /** The person's newest sequence number and its leaf hash. */
    n: k.count('n').notNull(),
    head: k.bytes('head').notNull(),
    /** Standing as JSON. */
    standing: k.text('standing').notNull(),
    /** Hash chain over the person's rows of `acts`, in the order of their numbers. */
    acts: k.text('acts'),
    /** Binds all of this to the person and their newest entry (decision 0049). */
    bound: k.text('bound'),
  }),
  acts: k.table(
    'acts',
    {
      subject: k.text('subject').notNull(),
      n: k.count('n').notNull(),
      id: k.text('id').notNull(),
      what: k.text('what').notNull(),
      purpose: k.text('purpose'),
      occurredAt: k.count('occurred_at').notNull(),
      at: k.count('at').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subject, t.n] })],
  ),
});

const useTables = (k: Kit) => ({
  uses: k.table(
    'uses',
    {
      subject: k.text('subject').notNull(),
      n: k.count('n').notNull(),
      id: k.text('id').notNull(),
      log: k.count('log').notNull(),
      index: k.count('index').notNull(),
      system: k.text('system').notNull(),
      purpose: k.text('purpose').notNull(),
      outcome: k.text('outcome').notNull(),
      covered: k.flag('covered'),
      reason: k.text('reason').notNull(),
      basis: k.text('basis'),
      /** JSON list of category keys. */
      categories: k.text('categories').notNull(),
      occurredAt: k.count('occurred_at').notNull(),
      at: k.count('at').notNull(),
      mode: k.text('mode').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.subject, t.n] }),
      // With outcome and time, so that the uses of a system are counted from the index alone.
      k.index('uses_system').on(t.system, t.log, t.index, t.outcome, t.at),
    ],
  ),
  decisions: k.table(
    'decisions',
    {
      subject: k.text('subject').notNull(),
      n: k.count('n').notNull(),
      id: k.text('id').notNull(),
      system: k.text('system').notNull().default(''),
      decidedAt: k.count('decided_at').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subject, t.n] }), k.index('decisions_system').on(t.system, t.decidedAt)],
  ),
});

const uncoveredTables = (k: Kit) => ({
  /** Model calls that a trace told of and that no use on record covers. */
  uncoveredUses: k.table(
    'uncovered_uses',
    {
      id: k.text('id').primaryKey(),
      service: k.text('service').notNull(),
      system: k.text('system').notNull(),
      model: k.text('model').notNull(),
      cause: k.text('cause').notNull(),
      reported: k.flag('reported').notNull(),
      at: k.count('at').notNull(),
    },
    (t) => [k.index('uncovered_uses_at').on(t.at)],
  ),
});

const trainingTables = (k: Kit) => ({
  /** What happened to each training run; nobody stands here. */
  trainingSteps: k.table(
    'training_steps',
    {
      id: k.text('id').primaryKey(),
      run: k.text('run').notNull(),
      /** `registered`, `counted` or `ended`. */
      step: k.text('step').notNull(),
      position: k.count('position').notNull(),
      at: k.count('at').notNull(),
      system: k.text('system').notNull(),
      version: k.text('version').notNull(),
      included: k.count('included').notNull(),
      refused: k.count('refused').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [k.index('training_steps_run').on(t.run), k.index('training_steps_step').on(t.step, t.position)],
  ),
  /** Whose data went into which run. */
  trainedOn: k.table(
    'trained_on',
    {
      run: k.text('run').notNull(),
      subject: k.text('subject').notNull(),
      n: k.count('n').notNull(),
      log: k.count('log').notNull(),
      index: k.count('index').notNull(),
      at: k.count('at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.run, t.subject] }), k.index('trained_on_subject').on(t.subject)],
  ),
});

const lookedAtAgain = (k: Kit) => ({
  reviews: k.table(
    'reviews',
    {
      id: k.text('id').primaryKey(),
      subject: k.text('subject').notNull(),
      decision: k.text('decision').notNull(),
      system: k.text('system').notNull(),
      state: k.text('state').notNull(),
      /** The `act_…` of who is to look, once somebody is. */
      assignee: k.text('assignee'),
      dueAt: k.count('due_at').notNull(),
      /** Index of the first fact, the order of lists. */
      position: k.count('position').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [
      k.index('reviews_subject').on(t.subject),
      k.index('reviews_decision').on(t.decision),
      k.index('reviews_position').on(t.position),
    ],
  ),
  messages: k.table(
    'messages',
    {
      id: k.text('id').primaryKey(),
      subject: k.text('subject').notNull(),
      n: k.count('n').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [k.index('messages_subject').on(t.subject, t.n)],
  ),
});

const houseViews = (k: Kit) => ({
  requests: k.table(
    'requests',
    {
      id: k.text('id').primaryKey(),
      subject: k.text('subject'),
      kind: k.text('kind').notNull(),
      state: k.text('state').notNull(),
      receivedAt: k.count('received_at').notNull(),
      dueAt: k.count('due_at').notNull(),
      /** By when the person has to be told what has not reached them; null where nothing is owed. */
      untoldDueAt: k.count('untold_due_at'),
      /** When there is something to do for connected systems; null where nothing is open. */
      tasksDueAt: k.count('tasks_due_at'),
      /** Index of the first fact, the order of lists. */
      position: k.count('position').notNull(),
      doc: k.text('doc').notNull(),
    },
    (t) => [
      k.index('requests_subject').on(t.subject),
      k.index('requests_position').on(t.position),
      k.index('requests_untold').on(t.untoldDueAt),
      k.index('requests_tasks').on(t.tasksDueAt),
    ],
  ),
  changes: k.table(
    'changes',
    {
      position: k.count('position').primaryKey(),
      subject: k.text('subject'),
      doc: k.text('doc').notNull(),
    },
    (t) => [k.index('changes_subject').on(t.subject, t.position)],
  ),
  /** One row, so that an evaluation knows in its own statement whether the registry it holds is the newest. */
  registryHead: k.table('registry_head', {
    id: k.count('id').primaryKey(),
    version: k.count('version').notNull(),
    /** Which ledger the state as a whole belongs to, and the sum of each of its parts, as JSON (decision 0063). */
    state: k.text('state'),
    /** Binds version and state. */
    bound: k.text('bound'),
  }),
});

export const viewTables = (k: Kit) => ({
  ...personTables(k),
  ...useTables(k),
  ...uncoveredTables(k),
  ...trainingTables(k),
  ...lookedAtAgain(k),
  ...houseViews(k),
});
