import { connect } from 'node:net';

const TURN_MS = 10;
/** In turns of this process, in which the server runs, too: on a busy machine they take longer, and so does it. */
const SILENT_AFTER = 40;
const NEVER_BEGAN_AFTER = 150;

/** Writes bytes to the socket and gives everything that comes back until the other side closes or falls silent. */
export function rawExchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let [text, turns] = ['', 0];
    const timer = setInterval(() => {
      turns += 1;
      if (turns > (text === '' ? NEVER_BEGAN_AFTER : SILENT_AFTER)) done();
    }, TURN_MS);
    const done = (): void => {
      clearInterval(timer);
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      turns = 0;
    });
    socket.on('end', done);
    socket.on('error', (fault) => {
      if (text === '') reject(fault);
      done();
    });
    socket.on('connect', () => socket.write(bytes));
  });
}
