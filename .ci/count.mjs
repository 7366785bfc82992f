// Prints "<passed> <failed>" of a vitest report, and writes each failure with the first lines of its message to the file
// named second. A file that could not even be read as tests counts as one failure.
import { appendFileSync, readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const first = (text) => (text ?? '').split('\n').slice(0, 6).join('\n    ').slice(0, 800);
const failures = report.testResults.flatMap((file) => {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  const place = file.name.slice(file.name.indexOf('/test/') + 1);
  if (file.status === 'failed' && failed.length === 0) return [`${place}\n    ${first(file.message)}`];
  return failed.map((test) => `${place} > ${test.fullName}\n    ${first(test.failureMessages[0])}`);
});
appendFileSync(process.argv[3], failures.map((failure) => `  ${failure}\n`).join(''));
process.stdout.write(`${report.numPassedTests} ${failures.length}\n`);
