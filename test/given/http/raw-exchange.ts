import { connect } from 'node:net';

/** Writes bytes to the socket and gives everything that comes back until the other side closes or falls silent. */
export function rawExchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const done = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(400, done);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('end', done);
    socket.on('error', (fault) => (text === '' ? reject(fault) : done()));
    socket.on('connect', () => socket.write(bytes));
  });
}
