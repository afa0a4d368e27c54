/** `npm run files:verify`: which files are shown though nobody who wrote there may read them ([A8])? With a key, takes one from its readers. */
import { type DoubtfulLink, findDoubtfulLinks, hideFile } from '#db/operations/file/doubtful-links.ts';
import { shownFiles as words } from '#shared/documents/file/shown-files.fr.ts';
import { parseRoom } from '#shared/realtime/realtime.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

await runCommand({ usage: words.usage, isAlone: true }, verify);

async function verify({ word, ...place }: Command): Promise<void> {
  const asked = word === null ? null : readKey(word);
  const { db, close } = await openForCommand(place, { whileServed: 'beside' });
  try {
    if (asked) {
      if (!(await hideFile(db, { ...asked, now: new Date() }))) throw new StartRefusal(words.notShown);
      console.log(words.hidden);
      return;
    }
    console.log(words.reading);
    const found = await findDoubtfulLinks(db, { now: new Date() });
    if (found.length === 0) return console.log(words.fine);
    console.log(words.doubtful(found.length));
    for (const link of found) console.log(lineOf(link));
  } finally {
    await close();
  }
}

function lineOf({ kind, id, title, groupName, fileId, fileName, ofGroup }: DoubtfulLink): string {
  return words.line(fileName, ofGroup, words.link[kind](title, groupName), `${kind}:${id}/${fileId}`);
}

function readKey(word: string): Pick<DoubtfulLink, 'kind' | 'id' | 'fileId'> {
  const [room = '', fileId = '', ...others] = word.split('/');
  const holder = parseRoom(room);
  if (!holder || holder.kind === 'application' || fileId === '' || others.length > 0)
    throw new StartRefusal(words.usage);
  return { kind: holder.kind, id: holder.id, fileId };
}
