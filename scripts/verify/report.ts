/**
 * Says the verdict: for people a few lines, for machines one JSON object, with the same exit code.
 * Flow:    verify-bundle, verify-log → here → standard output.
 * Promise: never the bare word "complete"; always up to which n and which tree size. A bad verdict names its places
 *          first.
 */
import type { BundleVerdict } from './verify-bundle.ts';
import type { CertificateVerdict } from './verify-certificate.ts';
import type { LogVerdict } from './verify-log.ts';
import type { Finding } from './wrong.ts';

export interface Report {
  readonly code: 0 | 1;
  readonly text: string;
  readonly json: object;
}

const MOST_LINES = 40;

export function reportBundle(verdict: BundleVerdict, source: string): Report {
  const { findings, ...rest } = verdict;
  if (findings.length > 0) return bad(findings, { kind: 'bundle', trustedBy: source, ...rest });
  const statement = statementOf(verdict);
  const lines = [
    `good: ${statement}`,
    `  person    ${verdict.subject ?? 'nobody: this bundle holds no entries'}`,
    `  log       ${verdict.origin}, signed by the key in ${source}`,
    `  entries   ${verdict.entries}, each one in the signed tree, in order, none left out in between`,
    `  contents  ${verdict.entries - verdict.emptied} as committed, ${verdict.emptied} removed under a fact that says so`,
    `  registry  ${verdict.registry} published texts, proven in the same way`,
    ...verdict.unproven
      .slice(0, MOST_LINES)
      .map((place) => `  note      ${place} is not part of the proof; do not rely on it`),
    'What this cannot show: a use of data that was never recorded. docs/verifying.md says more.',
  ];
  return {
    code: 0,
    text: lines.join('\n'),
    json: { verdict: 'good', statement, kind: 'bundle', trustedBy: source, ...rest, findings: [] },
  };
}

function statementOf({ subject, n, size }: BundleVerdict): string {
  return subject === null ? `no entries at size ${size}` : `complete to n = ${n} at size ${size}`;
}

export function reportLog(verdict: LogVerdict, source: string): Report {
  const { findings, ...rest } = verdict;
  if (findings.length > 0) return bad(findings, { kind: 'log', trustedBy: source, ...rest });
  const statement = verdict.logs.map((log) => `log ${log.log} to size ${log.size}`).join(', ');
  const lines = [
    `good, structure only: ${statement}`,
    ...verdict.logs.map(
      (log) =>
        `  log ${log.log}     ${log.origin}: ${log.size} entries (${log.bare} erased, ${log.emptied} emptied), ${log.checkpoints} checkpoints, ${log.tiles} tiles, ${log.people} people`,
    ),
    `  signed by the key in ${source}`,
    `  mark      ${verdict.mark}`,
    ...verdict.notes.map((note) => `  note      ${note}`),
    'Structure only: sealed contents were not opened. `npm run doctor -- --open` compares them with their commitments.',
  ];
  return {
    code: 0,
    text: lines.join('\n'),
    json: {
      verdict: 'good',
      statement,
      kind: 'log',
      scope: 'structure-only',
      trustedBy: source,
      ...rest,
      findings: [],
    },
  };
}

export function reportCertificate(verdict: CertificateVerdict, source: string): Report {
  const { findings, ...rest } = verdict;
  if (findings.length > 0) return bad(findings, { kind: 'certificate', trustedBy: source, ...rest });
  const statement = `${verdict.entries} entries erased by ${verdict.erasedAt}`;
  const lines = [
    `good: ${statement}`,
    `  request     ${verdict.request ?? 'none: the company erased on its own'}`,
    `  log         ${verdict.origin}, signed by the key in ${source}`,
    `  heads       size ${verdict.before} before, size ${verdict.after} after`,
    `  backups     unreadable there from ${verdict.inBackupsUntil}`,
    `  recipients  ${verdict.recipients.length === 0 ? 'none that the company named' : verdict.recipients.join(', ')}`,
    'What this cannot show: a copy that the company keeps elsewhere and told nobody of. docs/verifying.md says more.',
  ];
  return {
    code: 0,
    text: lines.join('\n'),
    json: { verdict: 'good', statement, kind: 'certificate', trustedBy: source, ...rest, findings: [] },
  };
}

function bad(findings: readonly Finding[], rest: object): Report {
  const shown = findings.slice(0, MOST_LINES).map(({ place, what }) => `  ${place}: ${what}`);
  const more = findings.length > MOST_LINES ? [`  and ${findings.length - MOST_LINES} more`] : [];
  const text = [
    `bad: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} wrong`,
    ...shown,
    ...more,
  ].join('\n');
  return { code: 1, text, json: { verdict: 'bad', ...rest, findings } };
}
