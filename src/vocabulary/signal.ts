/**
 * What a browser says about privacy by itself: the Global Privacy Control, a GPP string, a TC string; read into plain
 * words.
 * Flow:    http/signals (reads the strings) → here (types) → answers/signal, openapi.
 * Promise: a signal never says yes by what it lacks.
 * Source:  Global Privacy Control; IAB GPP; IAB TCF 2.2 and 2.3; 11 CCR 7025.
 */
export const signalKinds = ['gpc', 'gpp', 'tcf'] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Why a signal that was read recorded nothing. */
export const whyPassedOver = {
  stands: 'What it says stands already.',
  answered: 'The person changed this after the same signal was recorded.',
  stale: 'The person chose after it was made, so it is older than what stands.',
  'unknown-to-law': 'No law of the person knows the signal.',
  'too-old-a-form': 'A yes counts only in the form of TCF 2.2 and later.',
  'no-notice': 'The purpose has no notice that a yes could belong to.',
  refused: 'The choice could not be recorded for this person.',
} as const satisfies Readonly<Record<string, string>>;
export type PassedOver = keyof typeof whyPassedOver;

/** The opt-outs in a GPP string, whatever section they stand in. */
export interface GppRead {
  readonly text: string;
  /** Sale, sharing or targeted advertising. */
  readonly sale: boolean;
  readonly sensitive: boolean;
  /** The browser's own signal, as the string repeats it. */
  readonly gpc: boolean;
}

export interface TcfRead {
  readonly text: string;
  /** The numbers of the purposes that were agreed to. */
  readonly purposes: readonly number[];
  /** Start of the day on which the choice was made, in epoch milliseconds: the string is no more exact. */
  readonly day: number;
  /** 4 is TCF 2.2, 5 is TCF 2.3. */
  readonly policyVersion: number;
}

export interface SignalsRead {
  readonly gpc: boolean;
  readonly gpp?: GppRead;
  readonly tcf?: TcfRead;
}
