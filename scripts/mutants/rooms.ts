/**
 * Which changes are tried in a room, and which tests have to notice them.
 * Flow:    scripts/mutants.ts → here.
 * Promise: the tests named are the quick ones that stand beside the room, and the journeys that drive what no test
 *          beside the room reaches; the many others would notice more and say less about where.
 */
interface MutatedRoom {
  /** The sources in which changes are made, as patterns of files. */
  readonly sources: readonly string[];
  /** The tests that have to notice, as patterns of files. */
  readonly tests: readonly string[];
}

const code = (...folders: string[]): readonly string[] => folders.map((folder) => `src/${folder}/**/*.ts`);

export const mutatedRooms: Readonly<Record<string, MutatedRoom>> = {
  evaluation: {
    sources: code('evaluation'),
    tests: [
      'test/evaluation/!(alternatives).test.ts',
      'test/answers/use/*.test.ts',
      'test/commands/{every-command,registry/*}.test.ts',
    ],
  },
  law: { sources: code('law'), tests: ['test/law/!(zones).test.ts'] },
  views: { sources: code('views'), tests: ['test/views/**/*.test.ts', 'test/answers/use/*.test.ts'] },
  commands: {
    sources: code('commands'),
    tests: ['test/commands/**/*.test.ts', 'test/views/**/*.test.ts', 'test/answers/use/*.test.ts'],
  },
  ledger: {
    sources: code('ledger'),
    tests: [
      'test/ledger/**/*.test.ts',
      'test/journeys/{audit,console-customers,holds,idempotency,monitor,oversight,reports}.test.ts',
      'test/journeys/{tampered-registry,tampering,training,webhooks}.test.ts',
    ],
  },
  seal: {
    sources: code('seal'),
    tests: [
      'test/seal/*.test.ts',
      'test/vectors/*.test.ts',
      'test/ledger/{evidence,log-key-changes,proofs,erasure/certificate}.test.ts',
      'test/journeys/{files,receipts,webhooks}.test.ts',
    ],
  },
  access: {
    sources: [
      'src/http/session/**/*.ts',
      'src/http/{authenticate,forwarded,issuer,key-list,key-watch,own-view,pace,page-token,peer,token}.ts',
    ],
    tests: [
      'test/http/**/*.test.ts',
      'test/endpoints/access.test.ts',
      'test/journeys/{authzen,behind-a-link,keys-of-the-issuer,one-sub-two-customers,own-sessions}.test.ts',
      'test/journeys/{own-view,revocations,sign-in-links,signing-in}.test.ts',
    ],
  },
};
