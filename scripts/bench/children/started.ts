/**
 * The service as a process of its own on a folder that is full already: says when it was ready.
 * Flow:    child-process → here; says where it listens and ends when its standard input does.
 */
import { startService } from '../../../src/service.ts';
import { configIn } from '../a-house.ts';

const [folder = ''] = process.argv.slice(2);
const service = await startService(configIn(folder));
process.stdout.write(`${JSON.stringify({ port: service.port, token: '', readyMs: performance.now() })}\n`);
process.stdin.on('end', () => void service.stop()).resume();
