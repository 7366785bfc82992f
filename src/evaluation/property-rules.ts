/**
 * Rules about properties: may somebody do something with a thing, by what is known of both and what the request says.
 * Flow:    packs of the configuration → here → answers/authzen.
 * Promise: pure. What the request says of something counts before what is stored of it, member by member. Whatever
 *          nobody listed, and whatever no rule allows, is refused; of a type that no pack has, nothing is said at all.
 * Source:  OpenID AuthZEN Authorization API 1.0 sections 5 and 8; decision 0082.
 */

/** Something with a type and an id, and what is known of it or said of it. */
interface Thing {
  readonly type: string;
  readonly id: string;
  readonly properties?: object | undefined;
}
interface Deed {
  readonly name: string;
  readonly properties?: object | undefined;
}

/** `that` and `sameAs` name properties: `subject.id`, `resource.owner`, `action.soft`. A list is each of its values. */
type Condition =
  | { readonly that: string; readonly is: string | number | boolean }
  | { readonly that: string; readonly isNot: string | number | boolean }
  | { readonly that: string; readonly sameAs: string };

interface PropertyRule {
  readonly actions: readonly string[];
  /** The type of the resource. */
  readonly resource: string;
  /** All of them have to hold. */
  readonly when?: readonly Condition[] | undefined;
}

export interface RulePack {
  readonly name: string;
  readonly subjects: readonly Thing[];
  readonly resources: readonly Thing[];
  /** Types of resources of which any id is one, also one that is not listed. */
  readonly unlisted?: readonly string[] | undefined;
  readonly rules: readonly PropertyRule[];
}

export interface RuleQuestion {
  readonly subject: Thing;
  readonly action: Deed;
  readonly resource: Thing;
}
type Packs = readonly RulePack[];
type Kind = Pick<Thing, 'type'>;
interface Kinds {
  readonly subject: Kind;
  readonly resource: Kind;
}

const isOf =
  (kind: Kind) =>
  ({ type }: Kind): boolean =>
    type === kind.type;

/** The packs that know both types; a question about others is none of theirs. */
const packsFor = (packs: Packs, { subject, resource }: Kinds): Packs =>
  packs.filter(
    (pack) =>
      pack.subjects.some(isOf(subject)) &&
      (pack.resources.some(isOf(resource)) || pack.unlisted?.includes(resource.type) === true),
  );

const named = (things: readonly Thing[], { type, id }: Thing): Thing | undefined =>
  things.find((each) => each.type === type && each.id === id);

/** What is stored of something, under what was said of it; nothing where nobody listed it. */
function completed(things: readonly Thing[], said: Thing, unlisted: readonly string[] = []): Thing | undefined {
  const stored = named(things, said) ?? (unlisted.includes(said.type) ? said : undefined);
  return stored && { ...said, properties: { ...stored.properties, ...said.properties } };
}

function propertyOf(question: RuleQuestion, path: string): unknown {
  const [who = '', ...rest] = path.split('.');
  const name = rest.join('.');
  const { subject, action, resource } = question;
  if (who === 'action') return ownOf(action.properties, name);
  const thing = who === 'subject' ? subject : resource;
  return name === 'id' ? thing.id : ownOf(thing.properties, name);
}
const ownOf = (properties: object | undefined, name: string): unknown =>
  properties !== undefined && Object.hasOwn(properties, name) ? Reflect.get(properties, name) : undefined;

/** What is not there, or is neither text, number nor yes or no, equals nothing. */
const valuesOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => ['string', 'number', 'boolean'].includes(typeof each));

function holds(condition: Condition, question: RuleQuestion): boolean {
  const values = valuesOf(propertyOf(question, condition.that));
  if ('is' in condition) return values.includes(condition.is);
  if ('isNot' in condition) return !values.includes(condition.isNot);
  return valuesOf(propertyOf(question, condition.sameAs)).some((each) => values.includes(each));
}

function packAllows(pack: RulePack, { subject, action, resource }: RuleQuestion): boolean {
  const who = completed(pack.subjects, subject);
  const what = completed(pack.resources, resource, pack.unlisted);
  if (who === undefined || what === undefined) return false;
  const question = { subject: who, action, resource: what };
  return pack.rules.some(
    ({ actions, resource: type, when = [] }) =>
      type === what.type && actions.includes(action.name) && when.every((each) => holds(each, question)),
  );
}

/** Undefined where no pack knows the types. Each stands alone: what one knows of somebody says nothing to another. */
export function allowedByPacks(packs: Packs, question: RuleQuestion): boolean | undefined {
  const knowing = packsFor(packs, question);
  return knowing.length === 0 ? undefined : knowing.some((pack) => packAllows(pack, question));
}

/** Which ids, or which names, are found among those that a pack lists, each once, in their order. */
function found(
  packs: Packs,
  kinds: Kinds,
  {
    listed,
    ask,
  }: {
    readonly listed: (pack: RulePack) => readonly string[];
    readonly ask: (each: string) => RuleQuestion;
  },
): readonly string[] | undefined {
  const knowing = packsFor(packs, kinds);
  if (knowing.length === 0) return undefined;
  const allowed = knowing.flatMap((pack) => listed(pack).filter((each) => packAllows(pack, ask(each))));
  return [...new Set(allowed)].sort();
}

const idsOf = (things: readonly Thing[], kind: Kind): readonly string[] =>
  things.filter(isOf(kind)).map(({ id }) => id);

/** Who may; what the request says of those who are searched for does not count. */
export const subjectsByPacks = (
  packs: Packs,
  asked: Omit<RuleQuestion, 'subject'> & { readonly subject: Kind },
): readonly string[] | undefined =>
  found(packs, asked, {
    listed: ({ subjects }) => idsOf(subjects, asked.subject),
    ask: (id) => ({ ...asked, subject: { type: asked.subject.type, id } }),
  });

export const resourcesByPacks = (
  packs: Packs,
  asked: Omit<RuleQuestion, 'resource'> & { readonly resource: Kind },
): readonly string[] | undefined =>
  found(packs, asked, {
    listed: ({ resources }) => idsOf(resources, asked.resource),
    ask: (id) => ({ ...asked, resource: { type: asked.resource.type, id } }),
  });

export const actionsByPacks = (packs: Packs, asked: Omit<RuleQuestion, 'action'>): readonly string[] | undefined =>
  found(packs, asked, {
    listed: ({ rules }) => rules.flatMap(({ actions }) => actions),
    ask: (name) => ({ ...asked, action: { name } }),
  });
