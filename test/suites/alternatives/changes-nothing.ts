/**
 * Alternatives of the rules that no case can show, each with the reason.
 * Flow:    here → test/evaluation/alternatives.test.ts.
 */
type Reasons = Readonly<Record<string, string>>;

export const changesNothing: { readonly leftOut: Reasons; readonly alwaysThere: Reasons } = {
  leftOut: {},
  alwaysThere: {},
};
