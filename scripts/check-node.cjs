// Says in one line what to do on a Node that is too old, and in a checkout where nothing is installed yet.
// Plain old JavaScript on purpose, so that every Node can read it; nothing else may be loaded before it.
// biome-ignore lint/style/useNodejsImportProtocol: a Node before 14 does not know the protocol
var fs = require('fs');
// biome-ignore lint/style/useNodejsImportProtocol: a Node before 14 does not know the protocol
var path = require('path');
var version = process.versions.node.split('.').map(Number);

function stop(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

if (version[0] < 22 || (version[0] === 22 && version[1] < 18))
  stop(
    'Candor needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      ': run "npm ci" and start it with "npm run ..." (on Linux that brings Node 24 along), or install Node 24.',
  );
if (!fs.existsSync(path.join(__dirname, '..', 'node_modules')))
  stop('Nothing is installed here yet: run "npm ci" first, in the folder of Candor.');
