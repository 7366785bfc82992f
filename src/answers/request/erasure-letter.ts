/**
 * The certificate of an erasure as a letter: what is gone, since when, what stays and until when.
 * Flow:    ask-letter.ts (with the certificate) → here → pages/requests/letter-page.
 * Promise: both instants are named: unreadable here, and unreadable in backups; everything that stays has its end.
 * Source:  docs/design.md 6; docs/law.md 6.4; GDPR 17, 19.
 */
import { listWords } from '../../language/dates.ts';
import { denialWords, stayWords } from '../../language/law-words.ts';
import type { TextOrMap } from '../../language/text.ts';
import { denialCodeOf, isKeepGround } from '../../vocabulary/hold.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Trace } from '../../vocabulary/trace.ts';
import type { Reader } from '../reader.ts';
import { covers } from './covers.ts';
import { disagree, nameOfRequest } from './disagree.ts';
import type { AnsweredRequest, Letter } from './letter.ts';

export interface ErasureMaterial {
  /** Epoch milliseconds, like all `…At`. */
  readonly unreadableHereAt: number;
  readonly unreadableInBackupsAt: number;
  /** How many entries lost their content. */
  readonly entries: number;
  /** What stays by law or wish; without an end it stays until the person lifts it. */
  readonly stays: readonly StayMaterial[];
  /** The published recipients and providers that may hold a copy; whether one was told is not known here. */
  readonly recipients?: readonly ToldMaterial[];
  /** The names of the connected systems that erased what they had. */
  readonly systems?: readonly string[];
  /** Where the engine's own files may still hold remains. */
  readonly traces?: readonly Trace[];
}

interface ToldMaterial {
  readonly name: TextOrMap;
  /** The names of the AI systems it provides. */
  readonly provides?: readonly TextOrMap[];
  readonly hasRead?: boolean;
}

export interface StayMaterial {
  readonly what: string;
  readonly code?: string;
  /** The ground in law. */
  readonly on?: string;
  /** The published name of the purpose it stays for. */
  readonly purpose?: TextOrMap;
  readonly until?: number;
  /** Of a hold that is over: when what it kept was erased. */
  readonly endedAt?: number;
}

/** What says nothing about anybody stays for good. */
const forGood = new Set(['ledger-hashes', 'certificate', 'told-name']);

function stayRow(stay: StayMaterial, reader: Reader): string {
  const ground =
    stay.on !== undefined && isKeepGround(stay.on) ? denialWords(reader.language, denialCodeOf(stay.on)) : undefined;
  const row = plainRow(stay, reader);
  return ground === undefined || stay.endedAt !== undefined ? row : `${row}. ${ground}`;
}

function plainRow({ code = '', what: recorded, purpose, until, endedAt }: StayMaterial, reader: Reader): string {
  const named = purpose === undefined ? '' : (reader.text(purpose) ?? '');
  const what = stayWords(reader.language, code, named) ?? reader.text(recorded) ?? recorded;
  if (endedAt !== undefined) return reader.say('letter.erasure.stays.row-ended', { what, day: reader.date(endedAt) });
  if (until !== undefined) return reader.say('letter.erasure.stays.row', { what, day: reader.date(until) });
  if (code === 'legal-hold') return reader.say('letter.erasure.stays.row-hold', { what });
  return reader.say(forGood.has(code) ? 'letter.erasure.stays.row-ever' : 'letter.erasure.stays.row-open', { what });
}

function toldRow({ name: published, provides = [], hasRead }: ToldMaterial, reader: Reader): string {
  const name = reader.text(published) ?? '';
  if (hasRead === true) return reader.say('letter.erasure.told.read', { name });
  if (provides.length === 0) return reader.say('letter.erasure.told.row', { name });
  const systems = provides.map((each) => reader.text(each) ?? '');
  return reader.say('letter.erasure.told.provider', { name, systems: listWords(reader.language, systems) });
}

function methodWords(traces: readonly Trace[], reader: Reader): readonly string[] {
  if (traces.length === 0) return [reader.say('letter.erasure.method')];
  const withKey = traces.some(({ what }) => what.includes('wrapped-keys'));
  return [
    reader.say('letter.erasure.method-traced'),
    reader.say(withKey ? 'letter.erasure.traces-keys' : 'letter.erasure.traces'),
    ...(traces.some(({ until }) => until === 'archived') ? [reader.say('letter.erasure.traces-archived')] : []),
  ];
}

export const erasureLetter = (request: AnsweredRequest, material: ErasureMaterial, reader: Reader): Letter => ({
  title: reader.say('request.title', { request: nameOfRequest(request.kind, reader) }),
  date: timeOf(material.unreadableHereAt),
  lead: reader.say('letter.erasure.lead', { day: reader.date(request.receivedAt) }),
  sections: [
    covers(reader, material.systems ?? []),
    {
      title: reader.say('letter.erasure.how'),
      paragraphs: [
        reader.say('letter.erasure.done', { day: reader.date(material.unreadableHereAt) }),
        reader.say('letter.erasure.backups', { day: reader.date(material.unreadableInBackupsAt) }),
        ...methodWords(material.traces ?? [], reader),
        reader.say('letter.erasure.covered', { count: material.entries }),
      ],
    },
    {
      title: reader.say('letter.erasure.stays'),
      ...(material.stays.length === 0
        ? { paragraphs: [reader.say('letter.erasure.stays.none')] }
        : {
            list: material.stays.map((stay) => stayRow(stay, reader)),
          }),
    },
    {
      title: reader.say('letter.erasure.told'),
      list: (material.recipients ?? []).map((each) => toldRow(each, reader)),
      paragraphs: [reader.say('letter.erasure.told.words'), reader.say('letter.erasure.keep')],
    },
    disagree(request, reader),
  ],
  languageFallback: reader.fellBack(),
});
