#!/bin/sh
# The drill for PostgreSQL: a base backup and the archived log become a server of their own in a scratch folder, and Candor
# verifies what came of it. It reads the backup, the archive, the data folder and the witness folder, and writes to the
# scratch folder alone, which must not be there and is gone afterwards. See docs/postgres-backups.md.
#
#   postgres-drill.sh <base backup> <archive> <scratch folder>
#
# Run it with the settings of a node (DATABASE_URL, CANDOR_DATA_DIR, CANDOR_WITNESS_DIR, CANDOR_MASTER_KEY_FILE), and with
#   AS_POSTGRES   what starts a command as the account of the server, such as "sudo -u postgres" (default: nothing)
#   PG_BIN        where the programs of the server are, of the same major version (default: found by PATH)
#   DRILL_AUTH    how the scratch server lets roles in (default: scram-sha-256, with the passwords of the backup)
#   KEEP=1        leaves the scratch server running and says where, for a restore
# Exit: 0 good · 1 it does not recover, or what was recovered is not the whole ledger · 2 the command cannot be understood.
set -eu
[ $# -eq 3 ] || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }
base=$1 archive=$2 scratch=$3
as=${AS_POSTGRES:-}
bin=${PG_BIN:+$PG_BIN/}
here=$(cd "$(dirname "$0")/.." && pwd)
[ ! -e "$scratch" ] || { echo "$scratch is there already; name a folder that is not." >&2; exit 2; }

$as mkdir -m 711 "$scratch"
$as mkdir -m 711 "$scratch/socket"
started=
end() {
  [ -z "$started" ] || $as "${bin}pg_ctl" -D "$scratch/data" -m fast -s -w stop || true
  $as rm -rf "$scratch"
}
trap end EXIT
trap 'exit 1' INT TERM
begun=$(date +%s)
$as cp -R "$base" "$scratch/data"
$as chmod 700 "$scratch/data"
$as rm -rf "$scratch/data/postmaster.pid" "$scratch/data/standby.signal"

# Nothing of the configuration of the lost server is needed, nor where it kept it. Nobody reaches the scratch server but by
# its socket, and it archives nothing.
$as tee "$scratch/drill.conf" >/dev/null <<CONF
hba_file = '$scratch/drill.hba'
ident_file = '$scratch/drill.ident'
listen_addresses = ''
port = 5432
unix_socket_directories = '$scratch/socket'
archive_mode = off
hot_standby = off
restore_command = 'cp "$archive/%f" "%p"'
recovery_target_timeline = 'latest'
CONF
echo "local all all ${DRILL_AUTH:-scram-sha-256}" | $as tee "$scratch/drill.hba" >/dev/null
$as touch "$scratch/drill.ident" "$scratch/data/recovery.signal"
started=yes
$as "${bin}pg_ctl" -D "$scratch/data" -l "$scratch/log" -s -w -t 86400 -o "-c config_file=$scratch/drill.conf" start || true
# It takes nobody in before the last piece of the archive is replayed.
until "${bin}pg_isready" -q -h "$scratch/socket" -p 5432; do
  if ! $as "${bin}pg_ctl" -D "$scratch/data" status >/dev/null; then
    started=
    $as tail -n 5 "$scratch/log" >&2
    echo "NOT good: PostgreSQL does not recover from it." >&2
    exit 1
  fi
  sleep 1
done
recovered=$(date +%s)

# Whoever the service is at the database, at the socket of the scratch server.
DATABASE_URL=$(node -e '
  const url = new URL(process.env.DATABASE_URL);
  [url.hostname, url.port, url.search] = ["localhost", "", `?host=${encodeURIComponent(process.argv[1])}`];
  console.log(url.href)' "$scratch/socket")
export DATABASE_URL
code=0
node "$here/scripts/run.cjs" verify --all || code=1
verified=$(date +%s)
echo "recovered in $((recovered - begun)) s, verified in $((verified - recovered)) s"
if [ "${KEEP:-}" = 1 ]; then
  trap - EXIT
  echo "It runs: DATABASE_URL=$DATABASE_URL"
fi
[ $code -eq 0 ] && echo "good: the base backup and the archive give back every entry that the newest mark knows." && exit 0
echo "NOT good: see what verify says above."
exit 1
