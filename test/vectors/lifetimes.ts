/**
 * How long everything lasts that is no row of law, written down a second time: the file, the length as it stands there,
 * and where it is promised.
 * Flow:    here → test/http/session/lifetimes.test.ts.
 */
import { cellsOf } from './law-rows.ts';

export const lifetimes = cellsOf(`
answers/console/confirmations.ts|30 * DAY_MS|settled acts of two people are shown in the console
answers/digest/ask.ts|HOUR_MS|hours that are left are told in the letter to staff
answers/explanation/reconstructed.ts|7 * DAY_MS|reasons recorded later count as worked out afterwards
answers/ledger/bars.ts|2.1 * DAY_MS|how wide a bar of the record is
answers/ledger/bars.ts|750 * DAY_MS|how wide a bar of the record is
answers/ledger/bars.ts|8.1 * DAY_MS|how wide a bar of the record is
answers/ledger/bars.ts|92 * DAY_MS|how wide a bar of the record is
answers/ledger/bars.ts|DAY_MS|a bar of a day
answers/ledger/bars.ts|HOUR_MS|a bar of an hour
answers/proposal/ask.ts|proposalLifeDays * DAY_MS|a list of proposals goes back as far as one lives
answers/report/request-figures.ts|DAY_MS|figures about requests count days
answers/review/worked-before.ts|HOUR_MS|a session lives so long at most
answers/signal/wishes.ts|DAY_MS|a string of a consent tool knows days only
backup-settings.ts|HOUR_MS|a backup every so many hours
clock-guard.ts|5 * MINUTE_MS|a clock may differ so much from that of the database
clock-guard.ts|DAY_MS|a clock may jump so far
clock-guard.ts|HOUR_MS|words
clock-guard.ts|MINUTE_MS|words
commands/proposal/make-proposal.ts|proposalLifeDays * DAY_MS|a proposal waits a week
commands/refusal.ts|5 * MINUTE_MS|what is told may lie so far ahead
commands/use/record-span.ts|5 * MINUTE_MS|a span may begin so long before its use
composed/erasing.ts|HOUR_MS|what is over is looked for every hour
composed/sign-in-doors.ts|SECOND_MS|tokens know whole seconds
composed/signing-in.ts|4 * MINUTE_MS|a used code of a link is known
composed/signing-in.ts|SECOND_MS|tokens know whole seconds
config.ts|DAY_MS|CANDOR_BACKUP_LIFE is days
config.ts|MINUTE_MS|CANDOR_SESSION_IDLE is minutes
config.ts|SECOND_MS|CANDOR_KEEP_ALIVE is seconds
connectors/opendsr/opendsr-system.ts|12 * HOUR_MS|a processor that works is looked at again at last
connectors/opendsr/opendsr-system.ts|5 * SECOND_MS|a processor that works is looked at again at first
connectors/opendsr/opendsr-system.ts|HOUR_MS|a processor that is late is looked at again
evaluation/span.ts|DAY_MS|a validity in days
house.ts|HOUR_MS|old replies are looked for every hour
http/key-watch.ts|5 * MINUTE_MS|the keys of an outside issuer are read anew
http/metrics.ts|SECOND_MS|a unit of measuring
http/package/package-answer.ts|30 * DAY_MS|a person fetches a copy for so long
http/pass.ts|15 * MINUTE_MS|a pass for a page opens it for so long
http/pipeline.ts|15 * MINUTE_MS|a sign-in counts as fresh for so long
http/proxy-watch.ts|HOUR_MS|a proxy that nobody named is noted
http/session/addresses.ts|7 * DAY_MS|a code that went to an address opens it for a week
http/session/addresses.ts|DAY_MS|one mail a day goes to an address
http/session/arrivals.ts|10 * MINUTE_MS|a sign-in at a provider may take so long
http/session/kept-sessions.ts|10 * MINUTE_MS|a sign-in link opens for ten minutes
http/session/kept-sessions.ts|15 * MINUTE_MS|a sign-in at a provider is fresh for so long
http/session/kept-sessions.ts|HOUR_MS / 2|a session ends that is left alone
http/session/kept-sessions.ts|HOUR_MS|a session lives an hour
http/session/sign-in.ts|30 * SECOND_MS|the clock of a provider may go so much after ours
http/session/sign-in.ts|SECOND_MS|cookies know whole seconds
http/span-of-time.ts|DAY_MS|figures look back by twelfths of 365 days
jobs/make-backups.ts|10 * SECOND_MS|whether a backup is due is looked at
jobs/make-backups.ts|15 * MINUTE_MS|a backup that failed is tried again
jobs/send-messages.ts|5 * MINUTE_MS|a message that is being sent belongs to one sender
jobs/send-messages.ts|MINUTE_MS|a message is tried again after 1, 5, 30, 120, 360, 720 and 1440 of these
jobs/send-webhooks.ts|DAY_MS|no delivery waits longer
jobs/send-webhooks.ts|HOUR_MS|old deliveries are looked for
jobs/send-webhooks.ts|MINUTE_MS|a delivery belongs to one sender
jobs/task-pool.ts|10 * SECOND_MS|work on a connected system that was refused rests
ledger/erasure/begin-erasure.ts|366 * DAY_MS|an erased identifier is known as such
ledger/erasure/request-record.ts|DAY_MS|the day of the end counts
ledger/erasure/request-record.ts|getUTCMonth() + 24|11 CCR 7101(b)
ledger/idempotency.ts|DAY_MS|a reply is kept under its key
service.ts|proposalLifeDays * DAY_MS|a second person is asked for after the second one left
vocabulary/instant.ts|24 * HOUR_MS|a day
vocabulary/instant.ts|60 * MINUTE_MS|an hour
vocabulary/instant.ts|60 * SECOND_MS|a minute
vocabulary/instant.ts|DAY_MS|the days of UTC
vocabulary/instant.ts|getUTCFullYear() - 1|twelve months
vocabulary/kept-backup.ts|DAY_MS|what is left of a backup that was not finished goes after a day
vocabulary/span.ts|DAY_MS|a use covers the calls of a model
vocabulary/webhook.ts|10 * HOUR_MS|Standard Webhooks
vocabulary/webhook.ts|14 * HOUR_MS|Standard Webhooks
vocabulary/webhook.ts|2 * HOUR_MS|Standard Webhooks
vocabulary/webhook.ts|20 * HOUR_MS|Standard Webhooks
vocabulary/webhook.ts|30 * DAY_MS|the log of deliveries is kept
vocabulary/webhook.ts|30 * MINUTE_MS|Standard Webhooks
vocabulary/webhook.ts|5 * HOUR_MS|Standard Webhooks
vocabulary/webhook.ts|5 * MINUTE_MS|Standard Webhooks
vocabulary/webhook.ts|5 * SECOND_MS|Standard Webhooks
vocabulary/webhook.ts|DAY_MS|the secret before the newest one signs, too`);
