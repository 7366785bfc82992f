/**
 * `npm run verify`: checks an evidence bundle, a certificate of erasure, or the whole stored ledger, without the server
 * and without its code.
 * Flow:    command line → here → verify/ → report and exit code.
 * Promise: shares no code with src and imports node: modules only, so that a fault there cannot hide itself here.
 * Source:  docs/design.md 5.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arguments, HELP, readArguments } from './verify/arguments.ts';
import { textOfUtf8 } from './verify/bytes.ts';
import { type Mark, readMarks } from './verify/mark.ts';
import { openSource } from './verify/open-source.ts';
import { type Report, reportBundle, reportCertificate, reportLog } from './verify/report.ts';
import { trusted } from './verify/trust.ts';
import { isOfTheStore, whyStopped, whyUnread } from './verify/unread.ts';
import { verifyBundle } from './verify/verify-bundle.ts';
import { certificateIn, verifyCertificate } from './verify/verify-certificate.ts';
import { verifyLog } from './verify/verify-log.ts';
import { isWrong, type Wrong, wrong } from './verify/wrong.ts';

/** Exit code: 0 good, 1 bad, 2 no trusted key or a command that cannot be understood. */
export async function main(argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv, process.env);
  if (isWrong(asked)) return refuse(`${asked.wrong}\n\n${HELP}`, argv.includes('--json'));
  if (asked.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const report = asked.all ? await checkLog(asked) : await checkBundle(asked);
  if (isWrong(report)) return refuse(report.wrong, asked.json);
  process.stdout.write(`${asked.json ? jsonFor(process.stdout, report.json) : report.text}\n`);
  return report.code;
}

async function checkBundle(asked: Arguments): Promise<Report | Wrong> {
  const trust = trusted(asked);
  if (isWrong(trust)) return trust;
  const bytes = await contentOf(asked.file ?? '-');
  if (isWrong(bytes)) return bytes;
  const certificate = certificateIn(textOfUtf8(bytes) ?? '');
  if (certificate !== undefined) return reportCertificate(verifyCertificate(certificate, trust), trust.source);
  return reportBundle(verifyBundle(bytes, trust), trust.source);
}

async function checkLog(asked: Arguments): Promise<Report | Wrong> {
  const trust = trusted(asked);
  if (isWrong(trust)) return trust;
  const marks = marksFor(asked);
  if (isWrong(marks)) return marks;
  const source = await openSource(asked);
  if (isWrong(source)) return source;
  try {
    return reportLog(await verifyLog(source, trust, marks), trust.source);
  } catch (fault) {
    // A fault of ours has a stack that helps; what a disk or a server says has not.
    if (!isOfTheStore(fault)) throw fault;
    return wrong(whyStopped(asked, fault));
  } finally {
    await source.close();
  }
}

/** A witness folder that was named must have a mark; the usual place is looked at only where it is there. */
function marksFor({ witnessFolder, dataFolder }: Arguments): readonly Mark[] | Wrong {
  if (witnessFolder !== undefined) return readMarks(witnessFolder);
  const usual = join(dataFolder, 'witness');
  return existsSync(usual) ? readMarks(usual) : [];
}

async function contentOf(file: string): Promise<Uint8Array | Wrong> {
  if (file !== '-') {
    try {
      return readFileSync(file);
    } catch (fault) {
      return wrong(whyUnread(file, fault));
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** With indents on a terminal, on one line for machines. */
const jsonFor = ({ isTTY }: { readonly isTTY?: boolean }, value: unknown): string =>
  JSON.stringify(value, undefined, isTTY === true ? 2 : 0);

function refuse(what: string, json: boolean): number {
  process.stderr.write(json ? `${jsonFor(process.stderr, { verdict: 'none', what })}\n` : `${what.trimEnd()}\n`);
  return 2;
}
