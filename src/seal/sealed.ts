/**
 * Why the house stays sealed: a key is missing, wrong, or does not open what it should.
 * Flow:    keyring, master-key, envelope → here → house (503 on everything but health), doctor.
 * Promise: the message is a sentence for the person who runs the house and MUST NOT carry secrets or personal data.
 * Source:  docs/design.md 6.
 */
export type SealedCode =
  | 'master-key-missing'
  | 'master-key-unreadable'
  | 'master-key-open-to-others'
  | 'master-key-wrong'
  | 'keystore-empty'
  | 'keystore-incomplete'
  | 'part-missing'
  | 'ledger-put-back'
  | 'origin-unknown'
  | 'journal-damaged'
  | 'state-does-not-fit'
  | 'ledger-damaged'
  | 'key-unreadable'
  | 'sealed-value-unreadable';

export class SealedError extends Error {
  override readonly name = 'SealedError';
  readonly code: SealedCode;

  constructor(code: SealedCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
