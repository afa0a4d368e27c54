import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { platformState as words } from '#shared/operations/state/platform-state.fr.ts';
import {
  type Level,
  levelOfBackup,
  levelOfLoop,
  levelOfSpace,
} from '#shared/operations/state/platform-state.ts';
import type { PlatformReport } from '#shared/operations/state/report.ts';
import { paths } from '#shared/paths.ts';
import { When } from '../../realtime/when.tsx';
import { type Measure, measured } from './state-table.tsx';

const MAIL_QUEUE = 'mail';

/** The figures of health. */
export function healthOf({
  database,
  instances,
  redis,
  fileStore,
  unnamedProxy,
  process,
}: PlatformReport): Measure[] {
  const said = words.health;
  const { loop, memoryBytes, upSeconds } = process;
  return [
    measured(said.database, database, ({ isEmbedded, version }) => ({
      value: said.databaseIs(isEmbedded, version),
      level: 'fine',
    })),
    measured(said.migrations, database, ({ applied, shipped, isUpToDate }) => ({
      value: said.migrationsAre(applied, shipped),
      ...(isUpToDate ? { level: 'fine' } : { level: 'watch', hint: said.migrationsDiffer }),
    })),
    {
      what: said.fileStore,
      value: (fileStore.isReady ? said.fileStoreIs : said.fileStoreAway)(fileStore.isBucket),
      level: fileStore.isReady ? 'fine' : 'watch',
    },
    { what: said.redis, ...redisIs(redis, instances) },
    measured(said.instances, instances, (seen) => {
      const lost = seen.filter(({ isLost }) => isLost).length;
      return {
        value: said.instancesSeen(seen.filter(({ isLive }) => isLive).length),
        ...(lost > 0 && { hint: said.instancesLost(lost) }),
        level: 'fine',
      };
    }),
    unnamedProxy === null
      ? { what: said.proxy, value: said.proxyNamed, level: 'fine' }
      : { what: said.proxy, value: said.proxyUnnamed(unnamedProxy), hint: said.proxyHint, level: 'watch' },
    {
      what: said.loop,
      value: loop ? said.loopIs(loop.median, loop.p99, loop.most) : words.levels.unknown,
      hint: said.loopHint,
      level: levelOfLoop(loop?.p99 ?? null),
    },
    { what: said.memory, value: words.size(memoryBytes), level: null },
    { what: said.uptime, value: words.duration(upSeconds), level: null },
  ];
}

function redisIs(
  redis: PlatformReport['redis'],
  instances: PlatformReport['instances'],
): { value: string; level: Level } {
  const said = words.health;
  if (redis)
    return redis.isReady
      ? { value: said.redisReady, level: 'fine' }
      : { value: said.redisAway, level: 'watch' };
  const live = instances.ok ? instances.value.filter(({ isLive }) => isLive).length : 0;
  return live > 1 ? { value: said.redisMissing, level: 'watch' } : { value: said.redisNone, level: 'fine' };
}

/** The figures of mails; whoever may read the mails that no server takes is led to them. */
export function mailsOf(
  { work, hasMailServer, heldLetters, at }: PlatformReport,
  { readsMails }: { readsMails: boolean },
): Measure[] {
  const said = words.mails;
  const queue = work.ok ? work.value.queues.find((one) => one.queue === MAIL_QUEUE) : undefined;
  const counted = (
    what: string,
    count: (queue: { waiting: number; failed: number; done: number }) => number,
    bad: (n: number) => boolean,
  ) =>
    measured(what, work, () => {
      const value = queue ? count(queue) : 0;
      return { value: said.count(value), level: bad(value) ? 'watch' : 'fine' };
    });
  return [
    hasMailServer
      ? { what: said.server, value: said.serverSet, level: 'fine' }
      : {
          what: said.server,
          value: (
            <>
              {said.serverNone}. {readsMails && <Link to={paths.administrationMails()}>{said.readThem}</Link>}
            </>
          ),
          level: 'watch',
        },
    counted(
      said.waiting,
      ({ waiting }) => waiting,
      () => (queue?.retrying ?? 0) > 0,
    ),
    measured(said.held, heldLetters, (held) => {
      const letters = held.reduce((sum, one) => sum + one.letters, 0);
      return { value: said.count(letters), hint: said.heldHint, level: letters > 0 ? 'watch' : 'fine' };
    }),
    counted(
      said.failed,
      ({ failed }) => failed,
      (failed) => failed > 0,
    ),
    counted(
      said.left,
      ({ done }) => done,
      () => false,
    ),
    measured(said.lastSuccess, work, () => ({
      value: queue?.lastSuccess ? <When at={queue.lastSuccess} now={at} /> : said.noSuccess,
      level: null,
    })),
  ];
}

/** The figures of storage. */
export function storageOf({ database, files, space }: PlatformReport): Measure[] {
  const said = words.storage;
  return [
    measured(said.database, database, ({ bytes }) => ({ value: words.size(bytes), level: null })),
    measured(said.files, files, ({ bytes, files: count, isWhole }) => ({
      value: (isWhole ? said.filesAre : said.filesAtLeast)(count, words.size(bytes)),
      level: null,
    })),
    measured(said.space, space, (disk) => {
      const level = levelOfSpace(disk);
      return {
        value: said.spaceIs(words.size(disk.free), words.size(disk.total)),
        hint: level === 'watch' ? said.spaceShort : said.spaceHint,
        level,
      };
    }),
  ];
}

/** The figures of sessions. */
export function sessionsOf({ sessions, live }: PlatformReport): Measure[] {
  const said = words.sessions;
  return [
    measured(said.open, sessions, (open) => ({
      value: said.openAre(open.sessions, open.people),
      level: null,
    })),
    { what: said.present, value: said.people(live.people), hint: said.presentHint, level: null },
    { what: said.rooms, value: said.roomsAre(live.rooms), level: null },
    { what: said.sockets, value: said.socketsAre(live.sockets, live.httpSessions), level: null },
  ];
}

/** The figures of the last backup. */
export function backupOf({ backup, at }: PlatformReport): Measure[] {
  const said = words.backup;
  const last = backup.ok ? backup.value : null;
  return [
    measured(said.when, backup, (value) => {
      const level = levelOfBackup(value?.at ?? null, at);
      return {
        value: value ? dates.exact(value.at) : said.never,
        ...(level === 'watch' && { hint: value ? said.late : said.none }),
        level,
      };
    }),
    ...(last
      ? ([
          {
            what: said.content,
            value: said.contentIs(last.rows, last.files, words.size(last.bytes)),
            level: null,
          },
          {
            what: said.protection,
            value: last.isSealed ? said.sealed : said.open,
            level: last.isSealed ? 'fine' : 'watch',
          },
          {
            what: said.rehearsal,
            value: last.isRehearsed ? said.rehearsed : said.notRehearsed,
            level: last.isRehearsed ? 'fine' : 'watch',
          },
        ] satisfies Measure[])
      : []),
  ];
}

/** The versions that run. */
export function versionsOf({ versions, database }: PlatformReport): Measure[] {
  const said = words.versions;
  return [
    measured(said.cordee, versions.cordee, (version) => ({ value: version, level: null })),
    { what: said.node, value: versions.node, level: null },
    measured(words.health.database, database, ({ isEmbedded, version }) => ({
      value: words.health.databaseIs(isEmbedded, version),
      level: null,
    })),
  ];
}
