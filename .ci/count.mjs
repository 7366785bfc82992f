// Prints "<passed> <failed>" of a vitest report; a file that could not even be read as tests counts as one failure.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
);
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + broken.length}\n`);
