/**
 * The chapters of the API's documentation, in the order a newcomer reads them.
 * Flow:    here → endpoint.ts (each endpoint names one), document.ts.
 * Promise: an endpoint cannot stand in a chapter that nobody described.
 */
export const tags = {
  'checks and uses': 'May I use this data, and the record that I did.',
  AuthZEN: 'The same question in the form of the OpenID AuthZEN Authorization API 1.0.',
  gateways: 'The same question as the gateways and proxies ask it that people already run.',
  traces: 'What OpenTelemetry tells of model calls, and which of them nobody had asked for.',
  training: 'Whose data may go into a model, whose did, and of whom it may no longer be used.',
  'automated decisions': 'What was decided about a person, from what, and why.',
  people: 'Who a person is to this service.',
  consents: 'What people agreed to, refused and took back.',
  limits: 'Restrictions, objections and opt-outs.',
  registry: 'What the company declares before it uses anything.',
  register: 'The AI systems in use, for anybody to read.',
  answers: 'How the data of a person was used, for officers. Every look is recorded.',
  me: 'The same for the person, with a token of their own.',
  notices: 'What people are told before a machine decides, and after it decided against them.',
  'other pages': 'What pages of yours show where AI is at work, and the choice made on them.',
  requests: 'What people ask for, with the dates that law sets.',
  reviews: 'A person looks again: the queue, each step of a reviewer, and the end with reasons.',
  staff: 'Who works here, what they learned and what they may decide.',
  desk: 'What support needs to help one person at once.',
  reports: 'What all reviews together say about the AI systems.',
  breaches: 'Breaches of personal data, the hours of the law, and whom they reached.',
  webhooks: 'Changes that are sent to other services, signed.',
  ledger: 'The record itself, and proofs about it.',
  service: 'Health, keys and explanations.',
} as const;

/** Pages are for people and stand in no documentation of the API. */
export type Tag = keyof typeof tags | 'pages' | 'console';
