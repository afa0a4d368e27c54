import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** What starts threads or processes, or draws images, for whoever asks; and where those who ask take turns. */
const IN_TURNS: Readonly<Record<string, readonly [lane: string, what: RegExp]>> = {
  'server/documents/conversion/conversion-worker.ts': [
    'server/documents/conversion/converter.ts',
    /new ConversionWorker\(/,
  ],
  'server/kernel/file/image.ts': ['server/kernel/file/files.ts', /\b(?:cleanImage|smallImage|pagePicture)\(/],
  'server/library/dataset/run-check.ts': ['server/library/dataset/checks.ts', /\brunCheck\(/],
  'server/publication/public-site/shared-picture.ts': [
    'server/publication/public-site/public-site.ts',
    /\bdrawSharedPicture\(/,
  ],
  'server/realtime/doc/doc-lane.ts': ['server/realtime/doc/doc-workers.ts', /new DocLane\(/],
};
/** The server's own: its database, a first start, the thread that is started; and the commands of the terminal, which nobody asks of it. */
const OWN =
  /^server\/(?:kernel\/embedded-postgres\/|first-data\.ts$|operations\/command\/|realtime\/doc\/doc-worker\.ts$)/;
/** Uses one of them for a queue of jobs, which does one at a time. */
const JOBS: readonly string[] = ['server/library/resource/read-files.ts'];

const files = sourceFiles(['server', 'db', 'app']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

test('[R12] whatever costs a thread, a process or the drawing of images is done in turns', () => {
  const costly = files.filter(({ text }) =>
    /from '(?:node:worker_threads|node:child_process|sharp)'/.test(text),
  );
  expect(costly.map(({ path }) => path).filter((path) => !OWN.test(path))).toEqual(Object.keys(IN_TURNS));
  for (const [path, [lane, what]] of Object.entries(IN_TURNS)) {
    const users = files.filter((one) => one.path !== path && what.test(one.text));
    expect(users.map((one) => one.path).filter((one) => !JOBS.includes(one))).toEqual([lane]);
    expect(readFileSync(lane, 'utf8')).toContain('new Lane(');
  }
});
