/**
 * A mail server that takes what it is given, and can be told to refuse: a real socket that speaks SMTP.
 * Flow:    tests of messages → here.
 */
import { createServer, type Socket } from 'node:net';

export interface MailServer {
  readonly url: string;
  /** Every mail taken, as it came over the wire. */
  readonly mails: string[];
  /** Replies to the next recipients, before it takes them again: `451 later`, `550 unknown`. */
  readonly refusals: string[];
  stop(): Promise<void>;
}

export async function aMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  const refusals: string[] = [];
  const server = createServer((socket) => converse(socket, { mails, refusals }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, mails, refusals, stop };
}

function converse(socket: Socket, { mails, refusals }: Pick<MailServer, 'mails' | 'refusals'>): void {
  let waiting = '';
  let inData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const replies: Readonly<Record<string, () => string>> = {
    RCPT: () => refusals.shift() ?? '250 yes',
    QUIT: () => '221 bye',
    DATA: () => '354 go on',
  };
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    inData = verb === 'DATA';
    say(replies[verb]?.() ?? '250 yes');
    if (verb === 'QUIT') socket.end();
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    waiting += chunk.toString('utf8');
    for (;;) {
      const end = inData ? '\r\n.\r\n' : '\r\n';
      const at = waiting.indexOf(end);
      if (at < 0) return;
      const taken = waiting.slice(0, at);
      waiting = waiting.slice(at + end.length);
      if (!inData) answer(taken);
      else {
        inData = false;
        mails.push(taken);
        say('250 taken');
      }
    }
  });
  say('220 mail.test');
}

/** A mail in one line, as its reader sees it. */
export const decoded = (mail: string): string =>
  Buffer.from(
    mail
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
    'latin1',
  )
    .toString('utf8')
    .replaceAll(/\s+/g, ' ');
