/**
 * One small story told in request bodies: a shop, its support assistant, and a customer.
 * Flow:    here → endpoints/*.ts (examples in the documentation) → tests, which send every one of them in this order.
 * Promise: an example is a request that works after the ones before it.
 */
interface Example {
  /** The id of the endpoint. */
  readonly endpoint: string;
  readonly summary: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What it answers. */
  readonly status: number;
}

const said = (en: string) => ({ en });

const authzen = { subject: { type: 'ai_system', id: 'support-assistant' } };
const action = { name: 'support-drafts' };
const resource = { type: 'customer', id: '42', properties: { categories: ['messages'] } };

const story = {
  putPurpose: {
    name: said('Faster answers'),
    description: said('An AI system drafts answers to your messages. A person sends them.'),
    kind: 'ai-inference',
    legalBasis: { EU: 'consent', UK: 'consent', US: 'opt-out' },
    dataCategories: ['messages', 'orders'],
    consentValidity: 'P13M',
  },
  putNotice: {
    title: said('May AI help to answer you?'),
    body: said(
      'If you agree, an AI system reads your messages and orders to draft answers. A person checks each one. You can change your mind at any time.',
    ),
    purposes: ['support-drafts'],
  },
  putAiSystem: {
    name: said('Support assistant'),
    purposes: ['support-drafts'],
    dataCategories: ['messages', 'orders'],
    logic: said('It compares your message with answers that helped before and drafts a new one.'),
    limitations: said('It can misunderstand a question, so a person reads every draft.'),
    humanOversight: { mode: 'before-effect', description: said('A person sends every answer.') },
    supportGuide: {
      sayThis: said('An AI system drafted this answer and I checked it.'),
      offerThis: said('I can answer without it.'),
    },
  },
  putRecipient: { name: said('Example Hosting'), kind: 'processor', country: 'DE', purposes: ['support-drafts'] },
  putSubject: { identifiers: ['email:ada@example.org'], regimes: ['EU'], ageBand: 'adult', language: 'en' },
  lookupSubject: { identifier: 'email:ada@example.org' },
  postPass: { subject: 'customer:42', aiSystem: 'support-assistant', origin: 'https://shop.example.com' },
  postConsent: {
    subject: 'customer:42',
    purpose: 'support-drafts',
    state: 'given',
    notice: { key: 'support-notice' },
    language: 'en',
    method: 'checkbox',
    occurredAt: '2026-01-15T09:30:00.000Z',
  },
  postLimit: { kind: 'opt-out-sale-share', state: 'set', source: 'gpc' },
  postSignals: { subject: 'customer:42', gpc: true },
  postCheck: {
    subject: 'customer:42',
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    dataCategories: ['messages'],
  },
  postCheckBatch: { items: [{ subject: 'customer:42', aiSystem: 'support-assistant', purpose: 'support-drafts' }] },
  postUse: {
    subject: 'customer:42',
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    dataCategories: ['messages'],
    reference: 'ticket-1001',
  },
  postUseBatch: {
    items: [
      {
        subject: 'customer:42',
        aiSystem: 'support-assistant',
        purpose: 'support-drafts',
        mode: 'report',
        occurredAt: '2026-02-01T10:00:00.000Z',
      },
    ],
  },
  postEvaluation: { ...authzen, action, resource, context: { gpc: false } },
  postEvaluations: {
    ...authzen,
    resource,
    evaluations: [{ action }, { action: { name: 'marketing' } }],
    options: { evaluations_semantic: 'execute_all' },
  },
  searchSubject: { subject: { type: 'ai_system' }, action, resource },
  searchResource: { ...authzen, action, resource: { type: 'customer' }, page: { limit: 100 } },
  postGuardrail: {
    input_type: 'request',
    litellm_call_id: 'call-1',
    request_data: { user_api_key_end_user_id: 'customer:42' },
    additional_provider_specific_params: { purpose: 'support-drafts', aiSystem: 'support-assistant' },
  },
  searchAction: { ...authzen, resource },
  postDecision: {
    subject: 'customer:42',
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    decidedAt: '2026-02-01T10:00:00.000Z',
    what: 'Which team answers',
    outcome: 'returns team',
    adverse: false,
    aiRole: 'advisory',
    output: { value: 0.91, scale: 'how sure the AI system is, 0 to 1', rule: 'above 0.8 goes to the team directly' },
    inputs: [
      {
        name: 'topic',
        label: 'What the message is about',
        value: 'a return',
        category: 'messages',
        source: 'your message',
      },
    ],
    factors: [
      {
        code: 'topic-return',
        label: 'The message speaks of a return',
        value: 'a return',
        direction: 'for',
        weight: 0.8,
        method: 'linear-contribution',
      },
    ],
    counterfactuals: [
      {
        name: 'topic',
        label: 'What the message is about',
        from: 'a return',
        to: 'a delivery',
        outcome: 'delivery team',
        feasible: true,
      },
    ],
    modelVersion: 'drafts-3',
    humanInvolvement: { role: 'A person reads every message.' },
  },
  postNoticeShown: {
    subject: 'customer:42',
    aiSystem: 'support-assistant',
    language: 'en',
    how: 'page',
    acknowledged: true,
  },
  postMyNoticeShown: { aiSystem: 'support-assistant', language: 'en', how: 'app', acknowledged: true },
  postRequest: { kind: 'access', subject: 'customer:42', message: 'Please send me a copy of my data.' },
  postHold: {
    items: [{ purpose: 'support-drafts' }, { kind: 'decisions' }],
    ground: 'art17-3-e-legal-claims',
    until: '2029-12-31T00:00:00.000Z',
    reason: 'The customer contests a decision before a court.',
  },
  postLink: { subject: 'customer:42' },
  postRevocation: { principal: 'former-partner', cause: 'left' },
  postWebhook: { url: 'https://hooks.example.com/candor', description: 'The shop' },
  suspendAiSystem: { reason: said('Wrong answers about returns'), affectedSince: '2026-01-20T00:00:00.000Z' },
  openReviews: { adverseOnly: false },
  putStaff: {
    name: 'Somebody of the credit team',
    roles: ['reviewer'],
    training: [{ code: 'support-assistant', at: '2026-01-10T00:00:00.000Z' }],
    authority: ['change-outcome'],
  },
  searchDesk: { subject: 'customer:42' },
  addNote: { subject: 'customer:42', text: 'Called to ask about the return of an order.' },
} as const;

const customer = { subject: 'customer:42' };

/** In the order in which they work one after another. */
export const examples: readonly Example[] = [
  {
    endpoint: 'putPurpose',
    summary: 'A purpose that rests on consent',
    params: { key: 'support-drafts' },
    body: story.putPurpose,
    status: 201,
  },
  {
    endpoint: 'putNotice',
    summary: 'The words the customer sees',
    params: { key: 'support-notice' },
    body: story.putNotice,
    status: 201,
  },
  {
    endpoint: 'putRecipient',
    summary: 'Where the data is kept',
    params: { key: 'example-hosting' },
    body: story.putRecipient,
    status: 201,
  },
  {
    endpoint: 'putAiSystem',
    summary: 'An assistant that drafts answers',
    params: { key: 'support-assistant' },
    body: story.putAiSystem,
    status: 201,
  },
  { endpoint: 'putSubject', summary: 'A customer in the EU', params: customer, body: story.putSubject, status: 201 },
  { endpoint: 'lookupSubject', summary: 'By e-mail address', body: story.lookupSubject, status: 200 },
  { endpoint: 'postConsent', summary: 'The customer ticked a box', body: story.postConsent, status: 201 },
  {
    endpoint: 'postLimit',
    summary: 'The browser sent Global Privacy Control',
    params: customer,
    body: story.postLimit,
    status: 201,
  },
  { endpoint: 'postSignals', summary: 'The page says what the browser said', body: story.postSignals, status: 200 },
  { endpoint: 'postCheck', summary: 'May the assistant read the messages?', body: story.postCheck, status: 200 },
  { endpoint: 'postCheckBatch', summary: 'Several at once', body: story.postCheckBatch, status: 200 },
  { endpoint: 'postUse', summary: 'Ask and record', body: story.postUse, status: 201 },
  {
    endpoint: 'postTrainingRun',
    summary: 'Train a new version',
    body: { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: '2026.11' },
    status: 201,
  },
  { endpoint: 'postUseBatch', summary: 'Report what happened', body: story.postUseBatch, status: 200 },
  {
    endpoint: 'postEvaluation',
    summary: 'May the assistant read the messages?',
    body: story.postEvaluation,
    status: 200,
  },
  { endpoint: 'postEvaluations', summary: 'For two purposes', body: story.postEvaluations, status: 200 },
  { endpoint: 'searchSubject', summary: 'Which AI systems may read them?', body: story.searchSubject, status: 200 },
  {
    endpoint: 'searchResource',
    summary: 'Whose messages may it read?',
    body: story.searchResource,
    status: 200,
  },
  { endpoint: 'postGuardrail', summary: 'Before a call goes on to a model', body: story.postGuardrail, status: 200 },
  { endpoint: 'searchAction', summary: 'What may it do with them?', body: story.searchAction, status: 200 },
  { endpoint: 'postDecision', summary: 'Which team answers', body: story.postDecision, status: 201 },
  { endpoint: 'postNoticeShown', summary: 'The customer read it on a page', body: story.postNoticeShown, status: 201 },
  {
    endpoint: 'postMyNoticeShown',
    summary: 'The customer read it in the app',
    body: story.postMyNoticeShown,
    status: 201,
  },
  { endpoint: 'postRequest', summary: 'A copy of the data', body: story.postRequest, status: 201 },
  { endpoint: 'postHold', summary: 'A court may ask for it', params: customer, body: story.postHold, status: 201 },
  { endpoint: 'postPass', summary: 'Their page shows what AI does there', body: story.postPass, status: 201 },
  { endpoint: 'postLink', summary: 'Let the customer see it', body: story.postLink, status: 201 },
  {
    endpoint: 'postRevocation',
    summary: 'A partner may call no more',
    body: story.postRevocation,
    status: 201,
  },
  {
    endpoint: 'postBreach',
    summary: 'Somebody got a list that was not for them',
    body: {
      what: 'A list of drafts went to the wrong shop, which deleted it.',
      noticedAt: '2026-01-20T08:00:00.000Z',
      regimes: ['EU'],
      aiSystems: ['support-assistant'],
      dataCategories: ['messages'],
    },
    status: 201,
  },
  { endpoint: 'postWebhook', summary: 'Tell the shop of every change', body: story.postWebhook, status: 201 },
  {
    endpoint: 'suspendAiSystem',
    summary: 'Stop the assistant',
    params: { key: 'support-assistant' },
    body: story.suspendAiSystem,
    status: 201,
  },
  {
    endpoint: 'putStaff',
    summary: 'Somebody who looks at decisions',
    params: { id: 'reviewer-1' },
    body: story.putStaff,
    status: 200,
  },
  { endpoint: 'searchDesk', summary: 'A customer calls', body: story.searchDesk, status: 200 },
  { endpoint: 'addNote', summary: 'What the call was about', body: story.addNote, status: 201 },
  {
    endpoint: 'openReviews',
    summary: 'Put what it decided before people',
    params: { key: 'support-assistant' },
    body: story.openReviews,
    status: 200,
  },
];
