/** What a person can ask about themself: the paths below `/v1/me`. */
export const ownAnswers = [
  'ai-use',
  'ledger',
  'evidence',
  'data',
  'consents',
  'limits',
  'automated-decisions',
  'requests',
] as const;
