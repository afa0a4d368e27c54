import { dates } from '#shared/messages/fr/dates.ts';
import { file } from '#shared/messages/fr/file.ts';
import { personalData } from '#shared/messages/fr/personal-data.ts';
import type { OwnDataState } from '#shared/personal-data/personal-data.ts';
import { personalDataPaths } from '#shared/personal-data/personal-data-paths.ts';
import { MadeFiles } from '../ui/made-files.tsx';

const words = personalData.export;

interface Shown {
  readonly id: string;
  readonly state: OwnDataState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

/** The archives of one's own data. */
export function OwnDataList({ exports }: { exports: readonly Shown[] }) {
  const files = exports.map(({ id, state, done, total, bytes, askedAt, expiresAt }) => ({
    ...{ id, state, done, total },
    says:
      state === 'failed' ? words.failed : state === 'waiting' ? words.waiting : words.running(done, total),
    href: personalDataPaths.ownDataFile(id),
    download: words.download(file.size(bytes ?? 0)),
    line:
      words.askedOn(dates.short(askedAt)) + (expiresAt ? `. ${words.until(dates.short(expiresAt))}.` : ''),
  }));
  return <MadeFiles files={files} words={words} />;
}
