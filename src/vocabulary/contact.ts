/**
 * Whom a person can write to: the controller, or its data protection officer.
 * Flow:    here → config, ports, answers.
 * Source:  GDPR 13(1)(a), 13(1)(b).
 */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly address?: string;
}
