/**
 * Reads the newest published version of everything out of the registry, in the form the answer is made from.
 * Flow:    evaluation/registry → here → material.ts.
 * Promise: a member that is missing or not of its form is treated as not published, never as an error: what was
 *          recorded years ago must still be readable.
 * Source:  docs/design.md 8.1; docs/law.md 9.
 */
import { inForceOrFirst, type Registry, stopNow, versionNamed } from '../../evaluation/registry.ts';
import type { TextMap, TextOrMap } from '../../language/text.ts';
import type { NoticeBody, Published, PublishedNow, PurposeBody, RecipientBody, SystemBody } from './material.ts';

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextMap = (value: unknown): value is TextMap =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
const isText = (value: unknown): value is TextOrMap => typeof value === 'string' || isTextMap(value);

const textIn = (body: Loose, member: string): TextOrMap | undefined => {
  const value = body[member];
  return isText(value) ? value : undefined;
};
const textsIn = (body: Loose, member: string): readonly TextOrMap[] | undefined => {
  const value = body[member];
  if (isText(value)) return [value];
  return Array.isArray(value) ? value.filter(isText) : undefined;
};
const codesIn = (body: Loose, member: string): readonly string[] | undefined => {
  const value = body[member];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
};

/** Leaves out members without a value, because absent members are absent. */
function present<T extends Record<string, unknown>>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function evaluationsIn(body: Loose): SystemBody['evaluations'] {
  if (!Array.isArray(body.evaluations)) return undefined;
  return body.evaluations.filter(isRecord).map((row: Loose) => ({
    what: typeof row.what === 'string' ? row.what : '',
    done: row.done === true,
    ...present({ result: textIn(row, 'result'), date: typeof row.date === 'string' ? row.date : undefined }),
  }));
}

function trainingIn(body: Loose): SystemBody['trainingUse'] {
  const { trainingUse } = body;
  if (typeof trainingUse === 'boolean') return { used: trainingUse };
  if (!isRecord(trainingUse) || typeof trainingUse.used !== 'boolean') return undefined;
  return { used: trainingUse.used, ...present({ description: textIn(trainingUse, 'description') }) };
}

function guideIn(body: Loose): SystemBody['supportGuide'] {
  const guide = body.supportGuide;
  if (!isRecord(guide)) return undefined;
  return present({
    sayThis: textIn(guide, 'sayThis'),
    offerThis: textIn(guide, 'offerThis'),
    whereItFails: textIn(guide, 'whereItFails'),
  });
}

type Entry<R> = R extends ReadonlyMap<string, readonly (infer P)[]> ? P : never;

function systemBody({ body }: Entry<Registry['aiSystems']>): SystemBody {
  const { humanOversight } = body;
  return {
    name: body.name,
    purposes: body.purposes,
    dataCategories: body.dataCategories,
    ...present({
      description: textIn(body, 'description'),
      status: body.status,
      provider: textIn(body, 'provider'),
      interactionDisclosure: textIn(body, 'interactionDisclosure'),
      decisionTypes: textsIn(body, 'decisionTypes'),
      significance: codesIn(body, 'significance'),
      sources: textsIn(body, 'sources'),
      logic: textIn(body, 'logic'),
      outputType: textIn(body, 'outputType'),
      outputUse: textIn(body, 'outputUse'),
      otherFactors: textsIn(body, 'otherFactors'),
      soleFactor: typeof body.soleFactor === 'boolean' ? body.soleFactor : undefined,
      humanOversight:
        humanOversight === undefined
          ? undefined
          : { mode: humanOversight.mode, ...present({ description: textIn(humanOversight, 'description') }) },
      evaluations: evaluationsIn(body),
      benefits: textsIn(body, 'benefits'),
      limitations: textsIn(body, 'limitations'),
      possibleConsequences: textsIn(body, 'consequences'),
      optOut: textIn(body, 'optOut'),
      alternativeProcess: textIn(body, 'alternative'),
      appeal: textIn(body, 'appeal'),
      notice: typeof body.notice === 'string' ? body.notice : undefined,
      scoreSuppliedTo: codesIn(body, 'scoreSuppliedTo'),
      trainingUse: trainingIn(body),
      recipients: codesIn(body, 'recipients'),
      retention: textIn(body, 'retention'),
      supportGuide: guideIn(body),
    }),
  };
}

function purposeBody(purpose: Entry<Registry['purposes']>): PurposeBody {
  const { body } = purpose;
  const named = isRecord(body.legitimateInterest) ? textIn(body.legitimateInterest, 'interest') : undefined;
  return {
    name: body.name,
    description: body.description,
    kind: body.kind,
    legalBasis: purpose.legalBasis,
    dataCategories: purpose.categories,
    significant: purpose.significant,
    sensitive: purpose.sensitive,
    forMarketing: purpose.forMarketing,
    saleOrShare: purpose.saleOrShare,
    ...present({
      specialCategory: body.specialCategory,
      art22: body.art22,
      optOutExceptions: body.optOutExceptions,
      defaultNotice: body.defaultNotice,
      retention: textIn(body, 'retention'),
      legitimateInterest: named === undefined ? undefined : { interest: named },
    }),
  };
}

function recipientBody({ body }: Entry<Registry['recipients']>): RecipientBody {
  const safeguard =
    isRecord(body.transfer) && typeof body.transfer.safeguard === 'string' ? body.transfer.safeguard : undefined;
  return {
    name: body.name,
    role: body.kind,
    ...present({ country: typeof body.country === 'string' ? body.country : undefined, safeguard }),
  };
}

/** The version in force of every entry of one kind, in order of their keys. */
function newest<
  P extends { readonly key: string; readonly version: number; readonly at: number; readonly effectiveFrom: number },
  B,
>(versions: ReadonlyMap<string, readonly P[]>, bodyOf: (entry: P) => B, now: number): readonly Published<B>[] {
  const found = [...versions.values()].flatMap((all) => inForceOrFirst(all, now) ?? []);
  return found
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map((entry) => ({ key: entry.key, version: entry.version, at: entry.at, body: bodyOf(entry) }));
}

export function publishedNow(registry: Registry, now: number): PublishedNow {
  const systems = newest(registry.aiSystems, systemBody, now).map((system) => {
    const stop = stopNow(registry, system.key);
    return stop === undefined ? system : { ...system, suspendedSince: stop.occurredAt };
  });
  const notices = newest(
    registry.notices,
    ({ body }): NoticeBody => ({
      title: body.title,
      purposes: body.purposes,
      ...present({ aiSystems: body.aiSystems }),
    }),
    now,
  );
  return {
    systems,
    purposes: newest(registry.purposes, purposeBody, now),
    recipients: newest(registry.recipients, recipientBody, now),
    notices,
  };
}

/** The versions that a record names, where it names any. */
export interface NamedVersions {
  readonly aiSystem: string;
  readonly aiSystemVersion?: number;
  readonly purpose: string;
  readonly purposeVersion?: number;
}

/** Everything as it stood at an earlier moment, with the very versions that a record names. */
export function publishedThen(registry: Registry, named: NamedVersions, on: number): PublishedNow {
  const then = publishedNow(registry, on);
  const system = versionNamed(registry.aiSystems.get(named.aiSystem), { version: named.aiSystemVersion, on });
  const purpose = versionNamed(registry.purposes.get(named.purpose), { version: named.purposeVersion, on });
  const systems = then.systems.map((one) =>
    system === undefined || one.key !== system.key
      ? one
      : { ...one, version: system.version, at: system.at, body: systemBody(system) },
  );
  const purposes = then.purposes.map((one) =>
    purpose === undefined || one.key !== purpose.key
      ? one
      : { ...one, version: purpose.version, at: purpose.at, body: purposeBody(purpose) },
  );
  return { ...then, systems, purposes };
}
