// What every npm script starts: first the check that every Node can read, then all the rest (run.mjs).
// A module with static imports would be refused by an old Node before its first line could say why.
require('./check-node.cjs');
require('./run.mjs');
