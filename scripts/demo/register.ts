/**
 * What the sample company declares: five AI systems, what each is for, and the notices that people are shown.
 * Flow:    company → here → lines of an import.
 * Promise: every line is one of the API; nothing here is known to the service otherwise.
 */
export type SampleLine = Readonly<Record<string, unknown>>;

const said = (en: string) => ({ en });

interface Declared {
  readonly purpose: SampleLine & { readonly key: string; readonly dataCategories: readonly string[] };
  readonly system: SampleLine;
  readonly notice?: SampleLine;
}

const fraud: Declared = {
  purpose: {
    key: 'fraud-prevention',
    purposeKind: 'ai-inference',
    name: said('Keeps your account safe'),
    description: said('Payments that do not look like yours are noticed before the money is gone.'),
    legalBasis: { EU: 'legitimate-interests', UK: 'legitimate-interests', US: 'opt-out' },
    legitimateInterest: { interest: said('Stopping theft from your account.'), assessmentRef: 'LIA-2025-04' },
    dataCategories: ['payments', 'device'],
    retention: said('Thirteen months.'),
  },
  system: {
    key: 'fraud-check',
    name: said('Fraud check'),
    description: said(
      'Looks at each card payment and spots ones that do not look like you. It can pause a payment; it cannot close your account.',
    ),
    logic: said('It compares a payment with your usual places, amounts and times. What differs much is paused.'),
    benefits: said('Theft is noticed within seconds.'),
    limitations: said('It can pause a good payment, most often on a journey.'),
    sources: [said('Your card'), said('The shop where you pay'), said('Your telephone')],
    outputType: said('How unusual a payment is, 0 to 100'),
    outputUse: said('From 80 on the payment waits until a person has looked at it.'),
    provider: 'Alder Bank',
    recipients: ['example-hosting'],
    retention: said('Thirteen months.'),
    trainingUse: { used: false, description: said('It learns from confirmed thefts only, without your name.') },
    humanOversight: {
      mode: 'after-the-fact',
      description: said('A person looks at every paused payment within an hour.'),
    },
    supportGuide: {
      sayThis: said('Our fraud check paused this payment because it differs from your usual ones.'),
      offerThis: said('I can release it now.'),
      whereItFails: said('Journeys, and the first days of a new telephone.'),
    },
  },
  notice: {
    key: 'fraud-notice',
    title: said('How we keep your account safe'),
    body: said(
      'An AI system looks at your card payments and pauses one that does not look like you. A person looks at it within the hour. You can object.',
    ),
  },
};

/** Declared in haste: the page says what the law still asks to be written down. */
const suggestions: Declared = {
  purpose: {
    key: 'product-suggestions',
    purposeKind: 'marketing',
    name: said('Shows things you may like'),
    description: said('Offers in the app are picked by what you bought.'),
    legalBasis: { EU: 'consent', UK: 'consent', US: 'opt-out' },
    dataCategories: ['purchases', 'account-details'],
    consentValidity: 'P24M',
  },
  system: {
    key: 'suggestions',
    name: said('Product suggestions'),
    description: said(
      'Picks offers to show you in the app. It can be wrong about what you want, and it never changes a price.',
    ),
    logic: said('It looks for people who bought similar things and shows what they chose next.'),
    benefits: said('Offers fit you better.'),
    limitations: said('One unusual purchase can lead it astray for weeks.'),
    humanOversight: { mode: 'none' },
    supportGuide: {
      sayThis: said('The app picks these offers by what you bought, because you agreed.'),
      offerThis: said('I can turn them off now.'),
    },
  },
  notice: {
    key: 'suggestions-notice',
    title: said('May we pick offers for you?'),
    body: said(
      'If you agree, an AI system looks at your purchases and account details and picks offers for you. It never changes a price. You can stop it at any time.',
    ),
  },
};

const support: Declared = {
  purpose: {
    key: 'support-drafts',
    purposeKind: 'ai-inference',
    name: said('Answers you faster'),
    description: said('Answers to your messages are drafted by an AI system and sent by a person.'),
    legalBasis: { EU: 'consent', UK: 'consent', US: 'opt-out' },
    dataCategories: ['messages', 'account-details'],
    consentValidity: 'P24M',
  },
  system: {
    key: 'support-assistant',
    name: said('Support assistant'),
    description: said(
      'Drafts answers to your messages. Our staff read every draft about money or complaints before it is sent.',
    ),
    logic: said('It compares your message with answers that helped before and drafts a new one.'),
    benefits: said('You wait minutes instead of hours.'),
    limitations: said('It can misunderstand a question, so a person reads every draft.'),
    interactionDisclosure: said('Every answer that began as a draft says so at its end.'),
    sources: [said('The messages you write to us'), said('Your account with us')],
    outputType: said('The draft of an answer'),
    outputUse: said('A person reads it, changes it and sends it, or throws it away.'),
    provider: 'Example Language Models',
    recipients: ['example-hosting'],
    retention: said('Drafts go after 30 days.'),
    trainingUse: {
      used: false,
      description: said('Your messages train it only if you agree to that by itself.'),
      purpose: 'model-improvement',
    },
    humanOversight: { mode: 'before-effect', description: said('A person sends every answer.') },
    supportGuide: {
      sayThis: said('An AI system drafted this answer and I checked it.'),
      offerThis: said('I can answer without it.'),
    },
  },
  notice: {
    key: 'support-notice',
    title: said('May AI help to answer you?'),
    body: said(
      'If you agree, an AI system reads your messages and account details to draft answers. A person sends each one. You can change your mind at any time.',
    ),
  },
};

const creditLimit: Declared = {
  purpose: {
    key: 'credit-limit-review',
    purposeKind: 'automated-decision',
    name: said('Helps a person decide'),
    description: said('Twice a year we look at whether your credit limit still fits.'),
    legalBasis: { EU: 'contract', UK: 'contract', US: 'contract' },
    dataCategories: ['payments', 'credit-history'],
    retention: said('Three years after the review.'),
  },
  system: {
    key: 'credit-limit',
    name: said('Credit limit review'),
    description: said('Suggests whether to change your limit. A person in our credit team always makes the decision.'),
    logic: said(
      'It weighs how you paid over the last two years and suggests a limit, with the things that weighed most.',
    ),
    benefits: said('Your limit is looked at more often than people alone could.'),
    limitations: said('It knows only this bank. A new salary or an inheritance is invisible to it.'),
    consequences: said('Your limit may stay, rise or fall.'),
    sources: [said('Your account with us')],
    decisionTypes: [said('Whether your credit limit rises, stays or falls')],
    outputType: said('An estimated risk of late payment, 0 to 1'),
    outputUse: said('Below 0.5 it suggests a rise; a person decides.'),
    soleFactor: false,
    otherFactors: [said('What you tell us about your plans')],
    evaluations: [{ what: 'accuracy', done: true, result: said('Right for 81 of 100 customers of last year.') }],
    provider: 'Alder Bank',
    recipients: ['example-hosting'],
    retention: said('Three years after the review.'),
    trainingUse: { used: false, description: said('It learns from closed accounts, without names.') },
    humanOversight: {
      mode: 'before-effect',
      description: said('A person of the credit team decides with all your details.'),
    },
    supportGuide: {
      sayThis: said('An AI system made a suggestion and a person of our credit team decided.'),
      offerThis: said('A different person can look at it again, without AI.'),
      whereItFails: said('People who have just changed work.'),
    },
    reasonCatalogue: {
      reasons: [
        { code: 'card-balance', text: said('How much you owe on your card.'), category: 'payments' },
        { code: 'payments-on-time', text: said('How long you have paid on time.'), category: 'credit-history' },
        {
          code: 'new-credit-checks',
          text: said('How often you asked for new credit this year.'),
          category: 'credit-history',
        },
        { code: 'years-with-us', text: said('How long you have been with this bank.'), category: 'credit-history' },
      ],
    },
    modelVersion: 'credit-model-7',
  },
  notice: {
    key: 'credit-limit-notice',
    title: said('How we review your credit limit'),
    body: said(
      'Twice a year an AI system suggests whether your limit still fits, and a person decides. You can ask for the reasons and for another look.',
    ),
  },
};

const training: Declared = {
  purpose: {
    key: 'model-improvement',
    purposeKind: 'ai-training',
    name: said('Makes our AI better'),
    description: said(
      'Your messages help to train the next version of the support assistant. Nothing is decided about you.',
    ),
    legalBasis: { EU: 'consent', UK: 'consent', US: 'consent' },
    dataCategories: ['messages'],
    consentValidity: 'P12M',
  },
  system: {
    key: 'model-training',
    name: said('Model training'),
    description: said(
      'Learns from messages of people who said yes. We never use your data to train AI unless you say yes.',
    ),
    logic: said('It takes out names and numbers and learns which answers helped.'),
    benefits: said('Drafts become better for everybody.'),
    limitations: said('What a finished model has learned cannot be taken out of it again.'),
    sources: [said('The messages you write to us')],
    outputType: said('The next version of the support assistant'),
    outputUse: said('It drafts answers once a person has approved it.'),
    provider: 'Alder Bank',
    recipients: ['example-hosting'],
    retention: said('A message leaves the collection after twelve months.'),
    trainingUse: { used: true, description: said('That is all it does, and only with messages of people who agreed.') },
    humanOversight: { mode: 'before-effect', description: said('A person approves each new version.') },
    supportGuide: {
      sayThis: said('We use your messages for this only if you said yes.'),
      offerThis: said('I can record a no right now.'),
    },
  },
  notice: {
    key: 'improvement-notice',
    title: said('May we learn from your messages?'),
    body: said(
      'If you agree, your messages help to train the next version of our support assistant. Names and numbers are taken out first. You can stop it at any time.',
    ),
  },
};

/** As it was declared on that day (RFC 3339), before the first use. */
export function register(effectiveFrom: string): readonly SampleLine[] {
  const declared = [fraud, suggestions, support, creditLimit, training].flatMap(
    ({ purpose, system, notice }): readonly SampleLine[] => [
      { kind: 'purpose', ...purpose, ...(notice === undefined ? {} : { defaultNotice: notice.key }), effectiveFrom },
      ...(notice === undefined ? [] : [{ kind: 'notice', ...notice, purposes: [purpose.key], effectiveFrom }]),
      { kind: 'ai-system', purposes: [purpose.key], dataCategories: purpose.dataCategories, ...system, effectiveFrom },
    ],
  );
  const hosting = {
    kind: 'recipient',
    key: 'example-hosting',
    recipientKind: 'processor',
    name: said('Example Hosting'),
    country: 'DE',
    effectiveFrom,
  };
  return [hosting, ...declared];
}
