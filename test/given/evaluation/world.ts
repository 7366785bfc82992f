/**
 * A small house without a store: commands decide over folded views, and their facts are folded at once.
 * Flow:    table and property tests of the evaluation → here → commands, views, evaluation.
 * Promise: the same rules and folds as in the real house; only the ledger is a counter.
 */
import {
  type Caller,
  type Command,
  type CommandRule,
  type Decided,
  drawIds,
  type Effect,
  type State,
} from '../../../src/commands/command.ts';
import { type Evaluation, evaluate } from '../../../src/evaluation/evaluate.ts';
import {
  type Act,
  type ErasedMark,
  emptyStanding,
  type PersonState,
  type Standing,
  type Suppression,
} from '../../../src/evaluation/person.ts';
import { applyRegistryFact } from '../../../src/evaluation/publish.ts';
import { type QuestionBody, questionOf } from '../../../src/evaluation/question.ts';
import { emptyRegistry, type Registry } from '../../../src/evaluation/registry.ts';
import { suppressionsOf } from '../../../src/evaluation/suppressions.ts';
import type { NewFact, RecordedFact } from '../../../src/facts/fact.ts';
import { schemaOf } from '../../../src/facts/facts.ts';
import { foldRequest, type RequestRow, requestOf } from '../../../src/views/request/request-row.ts';
import { foldReview, type ReviewRow, reviewOf } from '../../../src/views/review/review-row.ts';
import { actOf, foldPerson } from '../../../src/views/subject/person-fold.ts';
import { isProblem, type Problem } from '../../../src/vocabulary/problems.ts';
import type { WebhookState } from '../../../src/vocabulary/webhook.ts';

export type By = 'self' | 'service' | 'officer' | 'import';

export function callerOf(by: By, subject: string): Caller {
  if (by === 'self')
    return { principal: subject, actor: { id: 'self', role: 'self' }, scopes: ['self'], self: subject };
  if (by === 'service')
    return { principal: 'shop', actor: { id: 'act_shop', role: 'service' }, scopes: ['use', 'decide', 'consent'] };
  if (by === 'import')
    return {
      principal: 'import',
      actor: { id: 'act_import', role: 'system' },
      scopes: ['consent', 'use', 'decide', 'registry'],
    };
  return {
    principal: 'officer',
    actor: { id: 'act_officer', role: 'officer' },
    scopes: ['consent', 'registry', 'requests'],
  };
}

interface Kept {
  standing: Standing;
  acts: Act[];
  n: number;
  identifiers: string[];
}

export interface Done {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export class World {
  registry: Registry = emptyRegistry;
  readonly facts: RecordedFact[] = [];
  readonly reviews = new Map<string, ReviewRow>();
  readonly requests = new Map<string, RequestRow>();
  readonly webhooks = new Map<string, { state: WebhookState }>();
  /** What the command that was run last decided. */
  last: Decided<unknown> | Problem | undefined;
  /** Another way to draw ids. */
  newId: ((prefix: string) => string) | undefined;
  readonly defaultRegime: string;
  #ids = 0;
  #at = 0;
  readonly #holders = new Map<string, string>();
  readonly #people = new Map<string, Kept>();
  readonly #marks = new Map<string, ErasedMark>();
  readonly #erasedAt = new Map<string, number>();
  readonly #suppressions = new Map<string, Suppression[]>();

  constructor(defaultRegime = 'EU') {
    this.defaultRegime = defaultRegime;
  }

  person(identifier: string): PersonState {
    const suppressions = this.#suppressions.get(identifier) ?? [];
    const mark = this.#marks.get(identifier);
    if (mark !== undefined) return { found: 'erased', mark, suppressions };
    const erasedAt = this.#erasedAt.get(identifier);
    const before = erasedAt === undefined ? {} : { erasedAt };
    const subject = this.#people.has(identifier) ? identifier : this.#holders.get(identifier);
    const kept = subject === undefined ? undefined : this.#people.get(subject);
    if (subject === undefined || kept === undefined) return { found: 'unknown', suppressions, ...before };
    return {
      found: 'known',
      subject,
      standing: kept.standing,
      acts: kept.acts,
      identifiers: kept.identifiers,
      suppressions,
      ...before,
    };
  }

  ask(body: QuestionBody, now: number): Evaluation {
    return evaluate(this.registry, this.person(body.subject), questionOf(body, this.defaultRegime), now);
  }

  /** `at` is epoch milliseconds; what is recorded never goes back in time. */
  run<I, R>(
    rule: CommandRule<I, R>,
    input: I,
    about: { readonly caller: Caller; readonly at: number },
  ): Done | Problem {
    this.#at = Math.max(this.#at, about.at);
    const ids = drawIds(rule.draws(input), (prefix) => this.#id(prefix));
    const command: Command<I> = { kind: rule.kind, input, caller: about.caller, ids, requestId: 'r' };
    const state: State = {
      registry: this.registry,
      defaultRegime: this.defaultRegime,
      timeZone: 'UTC',
      person: (identifier) => this.person(identifier),
      request: (id) => this.requests.get(id),
      review: (id) => this.reviews.get(id),
      reviewsOf: (decision) => [...this.reviews.values()].filter((row) => row.decision === decision),
      fact: (id) => this.facts.find((fact) => fact.id === id),
      breachNotes: (breach) =>
        this.facts.filter((fact) => fact.kind === 'breach.noted').filter(({ payload }) => payload.breach === breach),
      webhook: (id) => this.webhooks.get(id),
    };
    const decided = rule.decide(state, command, this.#at);
    this.last = decided;
    if (isProblem(decided)) return decided;
    for (const effect of decided.effects ?? []) this.#apply(effect);
    for (const fact of decided.facts) this.#append(fact, about.caller);
    const entry =
      decided.facts.length === 0 ? undefined : { log: 0, index: this.facts.length - 1, leafHash: '', checkpoint: '' };
    const reply = rule.reply(decided.result, entry);
    return isProblem(reply.body) ? reply.body : { status: reply.status, body: reply.body as Done['body'] };
  }

  erase(identifier: string, at: number, keep: ErasedMark['keep'] = []): void {
    this.#at = Math.max(this.#at, at);
    const person = this.person(identifier);
    if (person.found !== 'known') return;
    const suppressions = suppressionsOf(person.standing, this.registry, this.#at);
    for (const each of [person.subject, ...(person.identifiers ?? [])]) {
      this.#marks.set(each, { at: this.#at, keep });
      this.#erasedAt.set(each, this.#at);
      this.#suppressions.set(each, [...(this.#suppressions.get(each) ?? []), ...suppressions]);
      this.#holders.delete(each);
    }
    this.#people.delete(person.subject);
  }

  #id(prefix: string): string {
    this.#ids += 1;
    if (this.newId !== undefined) return this.newId(prefix);
    return `${prefix}_${String(this.#ids).padStart(26, '0')}`;
  }

  #apply(effect: Effect): void {
    if (effect.effect === 'keep-webhook') this.webhooks.set(effect.webhook, { state: 'active' });
    if (effect.effect === 'change-webhook' && effect.state !== undefined)
      this.webhooks.set(effect.webhook, { state: effect.state });
    if (effect.effect === 'lift-erased-mark') this.#marks.delete(effect.identifier);
    if (effect.effect !== 'lift-suppression') return;
    const left = (this.#suppressions.get(effect.identifier) ?? []).filter(
      (wish) => wish.code !== effect.code || wish.purpose !== effect.purpose,
    );
    this.#suppressions.set(effect.identifier, left);
  }

  #append(fact: NewFact, caller: Caller): void {
    schemaOf(fact.kind, fact.subject !== undefined)?.parse(fact.payload);
    const kept =
      fact.subject === undefined
        ? undefined
        : (this.#people.get(fact.subject) ?? { standing: emptyStanding, acts: [], n: 0, identifiers: [] });
    if (kept !== undefined) kept.n += 1;
    const place = {
      log: 0,
      index: this.facts.length,
      leafHash: new Uint8Array(),
      at: this.#at,
      actor: caller.actor,
    };
    const recorded: RecordedFact =
      fact.subject === undefined ? { ...fact, ...place } : { ...fact, ...place, n: kept?.n ?? 0 };
    this.facts.push(recorded);
    const review = reviewOf(recorded);
    const row = review === undefined ? undefined : foldReview(this.reviews.get(review), recorded);
    if (row !== undefined) this.reviews.set(row.id, row);
    const request = requestOf(recorded);
    const asked = request === undefined ? undefined : foldRequest(this.requests.get(request), recorded);
    if (asked !== undefined) this.requests.set(asked.id, asked);
    this.registry = applyRegistryFact(this.registry, recorded);
    if (kept === undefined || fact.subject === undefined) return;
    this.#people.set(fact.subject, kept);
    if (fact.kind === 'subject.linked') {
      const { identifier } = fact.payload;
      this.#holders.set(identifier, fact.subject);
      kept.identifiers.push(identifier);
    }
    const act = actOf(recorded);
    if (act !== undefined) kept.acts.push(act);
    kept.standing = foldPerson(kept.standing, recorded);
  }
}
