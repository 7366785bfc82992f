/**
 * What the verifier takes from node to read files and command lines; a page has neither.
 * Flow:    scripts/verify, when it is joined for a browser (write-checker.ts) → here.
 */
const absent = () => {
  throw new Error('A page reads no file by itself.');
};

export const readFileSync = absent;
export const join = (...parts) => parts.join('/');
