import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { openArchive } from '#server/documents/conversion/archive.ts';

const AT = new Date('2023-03-14T09:00:00Z');

test('[X7] an archive that is made as it is sent is read by another library, names, texts and bytes', async () => {
  const sent: Uint8Array[] = [];
  const archive = openArchive(async (chunk) => void sent.push(chunk), AT);
  await archive.add('Îlots de chaleur/Relevé.md', Buffer.from('# Été'));
  await archive.stream('octets', new Blob([new Uint8Array(300_000).fill(7)]).stream());
  await archive.add('vide.txt', new Uint8Array());
  await archive.end();

  const zip = await fromBufferPromise(Buffer.concat(sent), { lazyEntries: true, strictFileNames: true });
  const found: Record<string, number> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks = await (await zip.openReadStreamPromise(entry)).toArray();
    found[entry.fileName] = Buffer.concat(chunks).length;
  }
  expect(found).toEqual({ 'Îlots de chaleur/Relevé.md': 7, octets: 300_000, 'vide.txt': 0 });
});

test('[X7] whoever stops taking an archive ends its making', async () => {
  const archive = openArchive(async () => {
    throw new Error('the reader has gone');
  }, AT);
  const bytes = new Blob([new Uint8Array(4_000_000)]).stream();
  await expect(archive.stream('octets', bytes).then(() => archive.end())).rejects.toThrow('has gone');
});
