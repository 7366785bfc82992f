/** The mandate of an agent, as the API takes it. */
export const aMandate = {
  by: 'The person, on paper',
  evidence: 'A signed letter of 2 November, kept under number 7',
  verified: 'agent-signed',
} as const;
