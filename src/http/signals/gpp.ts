/**
 * Reads the opt-outs out of a GPP string, with the decoder of IAB, which is loaded when the first string comes.
 * Flow:    read-signals.ts → here → gpp-sections.ts, @iabgpp/cmpapi.
 * Promise: only what is written there as an opt-out is one; what cannot be read whole is not read at all.
 * Source:  IAB GPP: sections 6 (uspv1), 7 (usnat), 8 (usca) and those of the other states.
 */
import type { GppRead } from '../../vocabulary/signal.ts';
import { gppSections } from './gpp-sections.ts';

interface Decoded {
  hasField(name: string): boolean;
  getFieldValue(name: string): unknown;
  encode(): string;
}
interface Decoder {
  readonly ID: number;
  readonly VERSION: number;
  new (text?: string): Decoded;
}

const TCF_EU = 2;
const US_PRIVACY = 6;
const US_NATIONAL = 7;
/** Letters of the oldest form of the national section, which had fewer kinds of data. */
const OLDEST_NATIONAL = 10;

async function decoders(): Promise<ReadonlyMap<number, Decoder>> {
  const iab = await import('@iabgpp/cmpapi');
  const all: readonly Decoder[] = [
    iab.UsNat,
    iab.UsCa,
    iab.UsVa,
    iab.UsCo,
    iab.UsUt,
    iab.UsCt,
    iab.UsFl,
    iab.UsMt,
    iab.UsOr,
    iab.UsTx,
    iab.UsDe,
    iab.UsIa,
    iab.UsNe,
    iab.UsNh,
    iab.UsNj,
    iab.UsTn,
    iab.UsMn,
    iab.UsMd,
    iab.UsIn,
    iab.UsKy,
    iab.UsRi,
  ];
  return new Map(all.map((decoder) => [decoder.ID, decoder]));
}

const none = { sale: false, sensitive: false, gpc: false };
const OPTED_OUT = 1;

/** The decoder reads what is cut off as "not applicable", so the length is held to the form first. */
function mustBeWhole(text: string, decoder: Decoder, version: unknown): void {
  const whole = new decoder().encode().split('.')[0]?.length ?? 0;
  const least = decoder.ID === US_NATIONAL && version === 1 ? OLDEST_NATIONAL : whole;
  if ((text.split('.')[0]?.length ?? 0) < least) throw new RangeError('a section that was cut off');
}

function optOutsIn(text: string, decoder: Decoder): typeof none {
  const section = new decoder(text);
  const fieldOf = (name: string): unknown => (section.hasField(name) ? section.getFieldValue(name) : undefined);
  const version = fieldOf('Version');
  if (typeof version !== 'number' || version < 1 || version > decoder.VERSION) throw new RangeError('another version');
  mustBeWhole(text, decoder, version);
  const sensitive = fieldOf('SensitiveDataProcessing');
  return {
    sale: ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'].some((name) => fieldOf(name) === OPTED_OUT),
    sensitive: Array.isArray(sensitive) && sensitive.includes(OPTED_OUT),
    gpc: fieldOf('Gpc') === true,
  };
}

/** `1YNN`: version, notice, opted out of the sale, contract of the industry. */
function usPrivacy(text: string): typeof none {
  if (!/^1[YN-]{3}$/i.test(text)) throw new RangeError('no string of US Privacy');
  return { ...none, sale: text[2]?.toUpperCase() === 'Y' };
}

/** `tcf` is the TC string that it carries. Throws where it cannot be read. */
export async function readGpp(text: string): Promise<{ readonly gpp: GppRead; readonly tcf?: string }> {
  const sections = gppSections(text);
  const known = await decoders();
  const read = sections.map(({ id, text: section }) => {
    const decoder = known.get(id);
    if (id === US_PRIVACY) return usPrivacy(section);
    return decoder === undefined ? none : optOutsIn(section, decoder);
  });
  const tcf = sections.find(({ id }) => id === TCF_EU)?.text;
  const gpp = {
    text,
    sale: read.some(({ sale }) => sale),
    sensitive: read.some(({ sensitive }) => sensitive),
    gpc: read.some(({ gpc }) => gpc),
  };
  return tcf === undefined ? { gpp } : { gpp, tcf };
}
