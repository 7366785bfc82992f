/**
 * Alternatives of the rules that no case can show, each with the reason.
 * Flow:    here → test/evaluation/alternatives.test.ts.
 */
type Reasons = Readonly<Record<string, string>>;

const oneMoment = 'Said for the compiler: whoever is not known has no such record, so the next alternative holds.';

export const changesNothing: { readonly leftOut: Reasons; readonly alwaysThere: Reasons } = {
  leftOut: {
    "evaluation/as-of.ts: person.found !== 'known'": oneMoment,
    'evaluation/keeps.ts: purpose === undefined': 'What nobody declared has no period either.',
    'evaluation/rows/consent.ts: !mayBeUnder(a.ageBand, oldest)': 'A shortcut: whoever is grown up is under no age.',
    'evaluation/rows/consent.ts: agreed === a.purpose': 'A shortcut: the same version ends at the same moment.',
    "evaluation/signal.ts: person.found !== 'known'": oneMoment,
    'evaluation/signal.ts: standing === undefined': oneMoment,
    'evaluation/standing.ts: set === undefined': 'A lift of nothing leaves nothing, either way.',
    'law/notices.ts: row === undefined': 'No row covers nothing, which the next alternative says.',
  },
  alwaysThere: {
    "law/rules.ts: rule.code === 'EU_MONTHS'": 'Only months are paused, so nothing is ever added to days.',
    "law/rules.ts: rule.code === 'UK_MONTHS'": 'Only months are paused, so nothing is ever added to days.',
  },
};
