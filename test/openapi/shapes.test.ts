import { describe, expect, it } from 'vitest';
import type { BodyOf, ReplyOf } from '../../openapi/endpoint.ts';
import type { getAiUse, postMyRequest } from '../../openapi/endpoints/answers.ts';
import type { postCheck, postDecision, postUse } from '../../openapi/endpoints/checks.ts';
import type { lookupSubject, postConsent, postLimit, putSubject } from '../../openapi/endpoints/people.ts';
import type { putAiSystem, putNotice, putPurpose, putRecipient } from '../../openapi/endpoints/registry.ts';
import type { getRequest, postRequest, requestStepEndpoints } from '../../openapi/endpoints/requests.ts';
import type { AiUseAnswer } from '../../src/answers/use/ai-use-answer.ts';
import type { RecordConsent, RecordedConsent } from '../../src/commands/consent/record-consent.ts';
import type { RecordDecision } from '../../src/commands/decision/record-decision.ts';
import type { RecordedLimit, RecordLimit } from '../../src/commands/limit/record-limit.ts';
import type { OpenRequest } from '../../src/commands/request/open.ts';
import type { StepRequest } from '../../src/commands/request/step-input.ts';
import type { DescribeSubject } from '../../src/commands/subject/describe-subject.ts';
import type { ReturnSubject } from '../../src/commands/subject/return-subject.ts';
import type { RecordUse } from '../../src/commands/use/record-use.ts';
import type { QuestionBody } from '../../src/evaluation/question.ts';
import type { shownCheck } from '../../src/evaluation/shown.ts';
import type { DeclaredAiSystem, DeclaredNotice, DeclaredPurpose, DeclaredRecipient } from '../../src/facts/registry.ts';
import type { ShownRequest } from '../../src/views/request/request-shown.ts';
import type { ShownSubject } from '../../src/views/subject/shown-subject.ts';

/** True only where what the edge hands over is what the command takes; anything else does not compile. */
type Fits<Given, Taken> = Given extends Taken ? true : never;

describe('what the edge hands over is what the rooms take', () => {
  it('for every body', () => {
    const fits: {
      consent: Fits<BodyOf<typeof postConsent>, RecordConsent>;
      limit: Fits<BodyOf<typeof postLimit> & { subject: string }, RecordLimit>;
      check: Fits<BodyOf<typeof postCheck>, QuestionBody>;
      use: Fits<BodyOf<typeof postUse> & { language: string }, RecordUse>;
      decision: Fits<BodyOf<typeof postDecision>, RecordDecision>;
      subject: Fits<BodyOf<typeof putSubject> & { subject: string }, DescribeSubject>;
      lookup: Fits<Required<BodyOf<typeof lookupSubject>>['returned'], ReturnSubject['returned']>;
      request: Fits<Omit<BodyOf<typeof postRequest>, 'receivedAt'>, Omit<OpenRequest, 'calendar' | 'receivedAt'>>;
      ownRequest: Fits<BodyOf<typeof postMyRequest>, Omit<OpenRequest, 'calendar'>>;
      step: Fits<BodyOf<typeof requestStepEndpoints.deny>, Pick<StepRequest, 'reason' | 'code' | 'level'>>;
      purpose: Fits<BodyOf<typeof putPurpose>, DeclaredPurpose>;
      notice: Fits<BodyOf<typeof putNotice>, DeclaredNotice>;
      aiSystem: Fits<BodyOf<typeof putAiSystem>, DeclaredAiSystem>;
      recipient: Fits<BodyOf<typeof putRecipient>, DeclaredRecipient>;
    } = {
      consent: true,
      limit: true,
      check: true,
      use: true,
      decision: true,
      subject: true,
      lookup: true,
      request: true,
      ownRequest: true,
      step: true,
      purpose: true,
      notice: true,
      aiSystem: true,
      recipient: true,
    };
    expect(Object.values(fits)).not.toContain(false);
  });

  it('and what the rooms answer is what the edge describes', () => {
    const fits: {
      check: Fits<ReturnType<typeof shownCheck>, ReplyOf<typeof postCheck, 200>>;
      subject: Fits<ShownSubject, ReplyOf<typeof putSubject, 200>>;
      consent: Fits<RecordedConsent, ReplyOf<typeof postConsent, 201>>;
      limit: Fits<RecordedLimit, ReplyOf<typeof postLimit, 201>>;
      aiUse: Fits<AiUseAnswer, ReplyOf<typeof getAiUse, 200>>;
      request: Fits<
        Omit<ShownRequest, 'kind' | 'state' | 'channel' | 'verification'>,
        Omit<ReplyOf<typeof getRequest, 200>, 'kind' | 'state' | 'channel' | 'verification'>
      >;
    } = { check: true, subject: true, consent: true, limit: true, aiUse: true, request: true };
    expect(Object.values(fits)).not.toContain(false);
  });
});
