import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { build } from 'vite';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';

/** The page of an editor that is not ours, as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../support/independent-editor.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'editor',
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [result] = [built].flat();
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('the other editor was not built');
  return chunk.code;
}

test('[R16] an editor that is not ours, with the stock provider, writes with our own page in one document', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Deux éditeurs');
  await write(nadia, 'Écrit chez nous.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const { id } = await (await nadia.request.get(`/api/v1${path.split('-').slice(0, 5).join('-')}`)).json();

  const script = await bundle();
  // A page of the same address with nothing of ours in it.
  const yann = await pageOf(browser, 'metier.b', `/healthz?room=document:${id}`, { bypassCSP: true });
  const open = () => yann.addScriptTag({ content: script, type: 'module' });
  await open();
  const other = yann.getByRole('textbox', { name: 'Autre éditeur' });
  await expect(other).toHaveText('Écrit chez nous.');

  await other.focus();
  await yann.keyboard.press('Control+End');
  // Seen on the other side: from here on that editor knows where its caret is.
  await yann.keyboard.type(' Bien.');
  await expect(editorOf(nadia)).toHaveText('Écrit chez nous. Bien.');
  await editorOf(nadia).focus();
  await nadia.keyboard.press('Control+Home');
  await nadia.keyboard.type('Ici. ');
  await Promise.all([yann.keyboard.type(' Écrit ailleurs.'), nadia.keyboard.type('Deux à la fois. ')]);
  for (const editor of [other, editorOf(nadia)]) {
    await expect(editor).toHaveText('Ici. Deux à la fois. Écrit chez nous. Bien. Écrit ailleurs.');
  }
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await yann.reload();
  await open();
  await expect(other).toContainText('Écrit ailleurs.');
  for (const context of browser.contexts()) await context.close();
});
