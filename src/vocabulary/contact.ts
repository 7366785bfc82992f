/**
 * Whom a person can write to: the controller, or its data protection officer.
 * Flow:    here → config, ports, answers, ledger/erasure (the certificate).
 * Promise: only what is configured; who is not named is not shown.
 * Source:  GDPR 13(1)(a), 13(1)(b).
 */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly address?: string;
}

export const contactRoles = ['controller', 'data-protection-officer'] as const;

export interface ContactInRole extends Contact {
  readonly role: (typeof contactRoles)[number];
}

export const contactsIn = ({
  contact,
  dpo,
}: {
  readonly contact?: Contact | undefined;
  readonly dpo?: Contact | undefined;
}): readonly ContactInRole[] => [
  ...(contact === undefined ? [] : [{ ...contact, role: 'controller' as const }]),
  ...(dpo === undefined ? [] : [{ ...dpo, role: 'data-protection-officer' as const }]),
];
