/**
 * The service as a process of its own with people in it, for rows that measure over HTTP.
 * Flow:    child-process → here → src/service.ts; says where it listens and ends when its standard input does.
 */
import { startService } from '../../../src/service.ts';
import { configIn, furnish } from '../a-house.ts';

const [folder = '', people = '0'] = process.argv.slice(2);
const service = await startService(configIn(folder));
await furnish(service.house, Number(people));
const token = await service.token({ sub: 'bench', scope: 'admin' });
process.stdout.write(`${JSON.stringify({ port: service.port, token })}\n`);
process.stdin.on('end', () => void service.stop()).resume();
