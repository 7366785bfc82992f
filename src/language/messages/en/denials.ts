/**
 * Why a request was refused, for every ground of the catalogue in src/law/denials.
 * Flow:    ../en.ts → here.
 * Promise: each code of that catalogue has its text here under the same name, and a test holds them together.
 * Source:  docs/law.md 3.4; GDPR 12(4).
 */
export const denialMessages = {
  'denial.art11-unidentifiable':
    'With the data we hold we cannot tell which of it is yours. You can send us details that help us find it.',
  'denial.art12-5-unfounded': 'This request clearly has no basis. We say below why, and it is up to us to prove it.',
  'denial.art12-5-excessive':
    'This request goes beyond what the right is for. We say below what shows it, and it is up to us to prove it.',
  'denial.art12-5-fee': 'We can answer for a reasonable fee. We named it before, and it was not paid.',
  'denial.art12-6-identity-not-resolved':
    'We had good reason to doubt who was asking, asked for proof, and did not get what we needed.',
  'denial.art23-national-restriction': 'A national law limits this right here. It is named below.',
  'denial.uk-12-5-unfounded-or-excessive':
    'This request clearly has no basis or goes beyond what the right is for. We say below why.',
  'denial.uk-12a-no-clarification':
    'We asked what you are looking for, and heard nothing. Tell us, and we take it up again.',
  'denial.uk-exemption': 'An exemption in the Data Protection Act applies. It is named below.',
  'denial.uk-reasonable-proportionate-search':
    'We searched as far as is reasonable, and no further. The rest of the answer is given.',
  'denial.art15-4-rights-of-others':
    'This part would show data of other people, so it is blacked out. The rest is given.',
  'denial.trade-secret-balance':
    'This part is a trade secret. The authority or a court can weigh your interest against it, and we offer to submit it to them.',
  'denial.accurate-data': 'We checked, and the data is right as it stands. We say below what we checked.',
  'denial.art17-no-ground': 'We still need this data for what it was collected for, and may keep using it.',
  'denial.art17-3-a-expression': 'Keeping this data is necessary for freedom of expression and information.',
  'denial.art17-3-b-legal-obligation': 'A law obliges us to keep this data for a time. Everything else is erased.',
  'denial.art17-3-c-public-health': 'Keeping this data is necessary for public health.',
  'denial.art17-3-d-archiving-research':
    'Erasing this data would make research or archiving in the public interest impossible.',
  'denial.art17-3-e-legal-claims': 'We need this data to make or defend a legal claim.',
  'denial.art18-no-ground': 'None of the four reasons for which the law lets you freeze data applies here.',
  'denial.art20-not-provided-by-subject':
    'You did not give us this data; we worked it out. You can see it with an access request.',
  'denial.art20-wrong-basis':
    'We use this data neither with your consent nor for a contract with you. You can see it with an access request.',
  'denial.art20-not-automated': 'This data is on paper only. You can see it with an access request.',
  'denial.art21-compelling-grounds':
    'We have pressing reasons to go on that weigh more than yours here. They are named below.',
  'denial.art21-legal-claims': 'We need this data to make or defend a legal claim.',
  'denial.art21-6-research-public-interest': 'This research is necessary for a task in the public interest.',
  'denial.art22-not-solely-automated':
    'A person made this decision, not only a machine. We still tell you how the AI system was used.',
  'denial.art22-no-significant-effect': 'This decision has no legal or similarly strong effect on you.',
  'denial.not-solely-automated': 'A person with real influence took part in this decision.',
  'denial.no-significant-effect': 'This decision has no legal or similarly strong effect on you.',
  'denial.ai-act-86-2-exception': 'A law exempts or limits this explanation. It is named below.',
  'denial.ai-act-86-3-other-union-right':
    'Another European law already gives you this explanation, and we answer under that one.',
  'denial.ca-unverified': 'We could not make sure that it was you who asked.',
  'denial.ca-fraud-belief':
    'We have documented reasons to believe that this request is fraudulent. We explain them below.',
  'denial.ca-not-consumer':
    'The Californian law covers residents of California, and our records say that you are not one.',
  'denial.ca-twice-in-12-months': 'We already answered this twice in the last twelve months.',
  'denial.ca-exempt-145': 'The law exempts this data. The paragraph is named below.',
  'denial.ca-never-disclose':
    'We hold this kind of data, but sending it would put you at risk, so the law does not let us show it.',
  'denial.ca-disproportionate-effort':
    'For this part the effort would be out of proportion. We explain below in detail why.',
  'denial.ca-unfounded-excessive': 'This request clearly has no basis or repeats itself too often. We say below why.',
  'denial.ca-del-transaction': 'We need this data to complete what you ordered or asked for.',
  'denial.ca-del-security': 'We need this data to keep our systems secure.',
  'denial.ca-del-debug': 'We need this data to find and fix errors.',
  'denial.ca-del-speech': 'Keeping this data protects free speech or another right given by law.',
  'denial.ca-del-calecpa': 'A law of California on electronic messages requires us to keep this data.',
  'denial.ca-del-research': 'This data is part of public-interest research you agreed to.',
  'denial.ca-del-internal-aligned':
    'We use this data internally only, in ways that fit what you would expect from our relationship.',
  'denial.ca-del-legal-obligation': 'A law obliges us to keep this data.',
  'denial.ca-correct-accurate-totality':
    'When we look at everything we have, the data is more likely right than wrong. We say below why.',
  'denial.ca-correct-repeat-6-months':
    'We refused the same correction in the last six months, and nothing new was sent.',
  'denial.ca-correct-fraud': 'We have documented reasons to believe that this request is fraudulent or abusive.',
  'denial.ca-admt-human-appeal':
    'You cannot opt out here, but a person with the power to change the decision will look at it again if you appeal.',
  'denial.ca-admt-hiring-admission':
    'You cannot opt out here: the system is used only to judge whether somebody can do the job or the course. It works without discriminating.',
  'denial.ca-admt-work-allocation':
    'You cannot opt out here: the system is used only to share out work or set pay, and it works without discriminating.',
  'denial.ca-not-significant-decision':
    'This decision is not one of those the law means: about money, housing, education, work or health care.',
  'denial.ca-not-admt-human-involved':
    'The decision was made by a person who understands the output, looked at more than that, and could change it.',
  'denial.ca-limit-permitted-purpose':
    'We use this sensitive data only for purposes that the law lets us keep. They are named below.',
  'denial.us-unauthenticated':
    'We could not make sure that it was you who asked. Please send us what we asked for, and we will look again.',
  'denial.us-unfounded-excessive-repetitive':
    'This request clearly has no basis or repeats itself too often. We say below why, and it is up to us to prove it.',
  'denial.us-exempt-entity': 'The law of your state does not apply to us. The exemption is named below.',
  'denial.us-exempt-data': 'The law of your state does not cover this data. The exemption is named below.',
  'denial.us-trade-secret': 'This part is a trade secret. The rest is given.',
  'denial.us-pseudonymous-separate': 'This data is kept apart from anything that would tell us it is yours.',
  'denial.us-legal-claims': 'We need this data to make or defend a legal claim.',
  'denial.us-internal-ops': 'We use this data internally only, in ways you would expect.',
  'denial.co-human-involved': 'A person is really involved in these decisions. We explain below how.',
  'denial.co-not-commercially-reasonable':
    'Having a person look again is not reasonably possible here. We say below why.',
  'denial.national-exemption': 'A national law limits this right here. It is named below.',
  'denial.right-not-in-regime':
    'The law that applies to you does not give this right. We say below what we can do for you instead.',
} as const satisfies Record<string, string>;
