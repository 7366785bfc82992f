// Says in one line what to do on a Node that is too old: there, better-sqlite3 would crash without a word.
// Plain old JavaScript on purpose, so that every Node can read it.
var version = process.versions.node.split('.').map(Number);

if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    'Candor needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      ': run "npm ci" and start it with "npm run ..." (on Linux that brings Node 24 along), or install Node 24.\n',
  );
  process.exit(1);
}
