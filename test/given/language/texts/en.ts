import { bad, label, type Samples, text } from './sample.ts';

export const english: Samples = {
  good: [
    label('May AI help to answer you?'),
    label('Keeps your account safe'),
    text('An AI system drafts answers to your messages. A person sends them.'),
    text('It compares a payment with your usual places, amounts and times. What differs much is paused.'),
    text(
      'It is right in about three of four cases, e.g. when you have paid by card for years. On 3 Nov. 2026 we tested it with 1.2 million payments.',
    ),
    text('We guess things about you from your data (the law calls this profiling). We use the guess to pick offers.'),
    text(
      'Processing means anything done with data: collecting, reading, storing, sending on, deleting. For all processing of your messages we ask you first.',
    ),
    text(
      'We have a legitimate interest in this: we want to stop theft, and that good reason weighs more than the short delay of a payment.',
    ),
    text(
      'To decide on your loan we look at:\n- what you earn and spend\n- how you paid back earlier loans\n- how long you have lived and worked where you are now\n\nWe do not look at your name, your faith or your family.',
    ),
    text(
      'You ask us for a loan. An AI system looks at your form and at your file with us. It estimates how likely it is that you pay the loan back. If the risk is above one half, we say no. You can ask for the reasons. You can tell us what we got wrong. And you can ask a person to decide again, free of charge, at any time.',
    ),
  ],
  bad: [
    bad(
      label('Information on the automated processing of the personal data of our customers in the lending business'),
      'long-label',
      'legal-word',
    ),
    bad(text('We use your data to improve our services.'), 'generic-purpose'),
    bad(text('Your data is used for business purposes and for future research.'), 'generic-purpose', 'generic-purpose'),
    bad(
      text('Pursuant to the rules set out hereinafter, you shall tell us prior to any change of address.'),
      'stiff-word',
      'stiff-word',
      'stiff-word',
      'stiff-word',
    ),
    bad(text('The controller relies on its legitimate interests.'), 'legal-word', 'legal-word'),
    bad(
      text('The processing of the data of data subjects rests on Article 6 GDPR.'),
      'legal-word',
      'legal-word',
      'legal-word',
      'legal-word',
    ),
    bad(
      text(
        'If you agree, an AI system reads your messages and your account details so that it can draft answers which one of our staff then reads, changes where needed and sends to you as soon as there is time.',
      ),
      'long-sentence',
    ),
    bad(
      text(
        'Our methodology incorporates statistical regularities of historical repayment behaviour and demographic characteristics.',
      ),
      'hard-words',
    ),
    bad(
      text('Your file was read, a score was made, the limit was changed and a letter was sent to you.'),
      'passive-chain',
    ),
    bad(
      text(
        'Our lending department assesses every application with a statistical program. The program compares financial details with customers whose repayment is already known. Applications below a certain threshold are generally declined without further contact. Objections require a written statement within fourteen days. A specialist then examines whether the original evaluation was correct.',
      ),
      'readability',
      'readability',
      'readability',
    ),
  ],
};
