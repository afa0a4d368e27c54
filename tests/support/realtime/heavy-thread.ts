import * as Y from 'yjs';
import { AskerGone } from '#server/kernel/lane/lane.ts';
import { DocLane } from '#server/realtime/doc/doc-lane.ts';

/** A process that has a heavy document read, whole or until it holds much, and says what it held: in megabytes, as JSON. */
const isGivenUp = process.argv[2] === 'given up';
const held = () => process.memoryUsage.rss() / 1024 / 1024;

/** A text of so many letters, each a struct of its own. */
function scattered(letters: number): Uint8Array {
  const doc = new Y.Doc();
  const words = new Y.XmlText();
  doc.getXmlFragment('default').insert(0, [words]);
  doc.transact(() => {
    for (let at = 0; at < letters; at++) words.insert(0, 'a');
  });
  return Y.encodeStateAsUpdate(doc);
}

const lane = new DocLane({ mostThreads: 1 });
const parts = [scattered(1_000_000)];
const stop = new AbortController();
const before = held();
let most = before;
const look = setInterval(() => {
  most = Math.max(most, held());
  if (isGivenUp && most - before > 100) stop.abort();
}, 20);
const outcome = await lane
  .run({ kind: 'read', reader: 'document', parts }, { limitMs: 60_000, signal: stop.signal })
  .then(
    () => 'answered',
    (error: unknown) => (error instanceof AskerGone ? 'given up' : String(error)),
  );
most = Math.max(most, held());
await lane.emptied();
clearInterval(look);
console.log(JSON.stringify({ outcome, before, most, after: held() }));
await lane.close(new Error('done'));
