#!/bin/sh
# Lays out what runs in production in an empty folder: built code, migrations, style sheets, production packages.
# Nothing to build with, no tests, no optional packages (the Node that npm could bring along, a PostgreSQL for tests).
#
#   sh deploy/lay-out.sh <empty folder>
#
# Run by deploy/Dockerfile, by whoever installs without containers, and by test/prove/bare-tree.test.ts.
set -eu

target=${1:?name an empty folder}
cd "$(dirname "$0")/.."
mkdir -p "$target"
target=$(cd "$target" && pwd)
[ -z "$(ls -A "$target")" ] || { echo "$target is not empty; name an empty folder." >&2; exit 1; }

# A checkout that has its packages is left as it is.
[ -e node_modules/typescript ] || npm ci
node scripts/run.cjs build

cp package.json package-lock.json .npmrc LICENSE NOTICE "$target"
# The client of other people's services is no part of a service; npm only wants to see that it is there.
mkdir -p "$target/client"
cp client/package.json "$target/client"
(cd "$target" && npm ci --omit=dev --omit=optional)

# What two packages bring along and nobody reads here: a package manager, maps of sources, weights that no letter has.
rm -rf "$target/node_modules/pdfkit/.yarn"
find "$target/node_modules/pdfkit" "$target/node_modules/fontkit" -name '*.map' -exec rm {} +
find "$target/node_modules/@fontsource/inter/files" "$target/node_modules/@fontsource/source-serif-4/files" \
  -type f ! -name '*-[46]00-normal.woff' -exec rm {} +

# From here on it is a package without parts for development, and says what it is made of. (In a checkout npm sbom
# --omit=dev leaves out whatever some part for development asks for, too, such as zod.)
rm -rf "$target/client" "$target/node_modules/@candor" "$target/package-lock.json"
(
  cd "$target"
  node -e '
    const fs = require("node:fs");
    const { devDependencies, optionalDependencies, workspaces, ...kept } = JSON.parse(fs.readFileSync("package.json"));
    fs.writeFileSync("package.json", `${JSON.stringify(kept, undefined, 2)}\n`);
  '
  npm sbom --sbom-format=cyclonedx >sbom.cdx.json
)

mkdir -p "$target/dist/src/vocabulary" "$target/src/pages" "$target/schema" "$target/scripts" "$target/deploy"
cp -R dist/bundled "$target/dist/bundled"
cp dist/src/vocabulary/nearest.js "$target/dist/src/vocabulary"
cp -R src/pages/assets "$target/src/pages/assets"
cp -R schema/migrations "$target/schema/migrations"
cp scripts/run.cjs scripts/run.mjs scripts/commands.mjs scripts/traces.mjs scripts/check-node.cjs "$target/scripts"
cp deploy/health.mjs "$target/deploy"
# Whoever runs it may read it and change nothing.
chmod -R a+rX,go-w "$target"
