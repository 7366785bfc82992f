/**
 * What a processor that speaks OpenDSR says, as far as it is read.
 * Flow:    processor.ts, opendsr-system.ts → here.
 * Promise: members that nobody knows are let through unread, as the specification wants it.
 * Source:  OpenDSR 2.0; decision 0142.
 */
import { z } from 'zod';

const text = z.string().min(1).max(2000);
export const formats = ['raw', 'sha256'] as const;

export const Discovery = z.object({
  supported_identities: z.array(z.object({ identity_type: text, identity_format: text })).max(100),
  supported_subject_request_types: z.array(text).max(20),
  processor_certificate: z.url(),
});
export type Discovery = z.infer<typeof Discovery>;

/** To what was sent, byte for byte. */
export const Created = z.object({
  subject_request_id: text,
  encoded_request: z.string(),
  expected_completion_time: z.iso.datetime({ offset: true }),
});

export const RequestStatus = z.object({
  subject_request_id: text,
  request_status: z.enum(['pending', 'in_progress', 'completed', 'cancelled']),
  expected_completion_time: z.iso.datetime({ offset: true }),
  results_url: z.url().optional(),
  results_count: z.int().min(0).optional(),
});
export type RequestStatus = z.infer<typeof RequestStatus>;
