import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { docx, paragraph } from '../../server/documents/conversion/office-files.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Files held over the list of documents and let go there. */
async function drop(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all) {
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    }
    return data;
  }, given);
  const zone = page.locator('.import-zone');
  // A page is shown before its scripts run: whoever holds a file over it goes on holding it.
  await expect(async () => {
    await zone.dispatchEvent('dragover', { dataTransfer: transfer });
    await expect(page.getByText('Déposez vos fichiers pour les importer')).toBeVisible(ONE_LOOK);
  }).toPass();
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

test('[X12] dropped files become documents; what is refused says why, what is lost stays readable', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await nadia.goto(await documentsOfFirstGroup(nadia));
  const underlined = '<w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Souligné ici</w:t></w:r></w:p>';
  await drop(nadia, [
    { name: 'Relevés de juillet.docx', bytes: docx(paragraph('Les capteurs de la gare.') + underlined) },
    { name: 'rapport.pdf', bytes: Buffer.from('%PDF-1.7') },
    { name: 'macros.docx', bytes: docx(paragraph('x'), { 'word/vbaProject.bin': Buffer.from('x') }) },
  ]);
  const dialog = nadia.getByRole('dialog', { name: 'Importer des documents' });
  await expect(dialog.getByRole('status')).toHaveText(/1 fichier importé, 2 refusés\./);
  await expect(dialog.getByText('Un PDF ne se reprend pas comme un document.')).toBeVisible();
  await expect(dialog.getByText('Ce fichier contient des macros')).toBeVisible();
  await expect(dialog.getByText('1 passage souligné')).toBeVisible();
  await expectNoBarrier(nadia);
  await dialog.getByRole('link', { name: /Ouvrir .*Relevés de juillet/u }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Relevés de juillet' })).toBeVisible();
  await expect(editorOf(nadia)).toContainText('Les capteurs de la gare.');
  await nadia.getByLabel('Autres actions').click();
  await nadia.getByRole('link', { name: 'Rapport d’import' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Rapport d’import' })).toBeVisible();
  await expect(nadia.getByText('1 passage souligné')).toBeVisible();
  await expectNoBarrier(nadia);
});

test('[X12] pasted Markdown becomes a document, by keyboard; the list shows it', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  await nadia.goto(await documentsOfFirstGroup(nadia));
  const dialog = nadia.getByRole('dialog');
  await expect(async () => {
    await nadia.getByRole('button', { name: 'Importer…' }).focus();
    await nadia.keyboard.press('Enter');
    await expect(dialog).toBeVisible(ONE_LOOK);
  }).toPass();
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(dialog.getByText('Choisissez au moins un fichier, ou collez un texte.')).toBeVisible();
  await expectNoBarrier(nadia);
  await dialog.getByLabel('Ou coller du Markdown').fill('# Notes collées\n\n- [x] Fait\n- [ ] À faire\n');
  await dialog.getByRole('button', { name: 'Importer', exact: true }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(/1 fichier importé/);
  await dialog.getByRole('button', { name: 'Fermer' }).press('Enter');
  await expect(nadia.getByRole('button', { name: 'Importer…' })).toBeFocused();
  await expect(nadia.getByRole('table').getByRole('link', { name: 'Notes collées' })).toBeVisible();
});

test('[X1][X6] a document is exported as PDF by keyboard, and comes back from its own DOCX', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await newDocument(nadia, 'Un guide à exporter');
  await write(nadia, 'Le texte du guide.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const open = async () => {
    await nadia.getByLabel('Autres actions').focus();
    await nadia.keyboard.press('Enter');
    await nadia.getByRole('link', { name: 'Exporter…' }).press('Enter');
    await expect(nadia.getByRole('dialog', { name: 'Exporter le document' })).toBeVisible();
  };
  await open();
  await expectNoBarrier(nadia);
  const pdf = nadia.waitForEvent('download');
  await nadia.getByRole('button', { name: 'Exporter', exact: true }).press('Enter');
  expect((await pdf).suggestedFilename()).toBe('Un guide à exporter.pdf');
  const bytes = await readFile(await (await pdf).path(), 'latin1');
  expect(bytes).toContain('/StructTreeRoot');
  await expect(nadia.getByRole('dialog').getByText('est prêt')).toBeVisible();
  await nadia.getByRole('button', { name: 'Fermer' }).press('Enter');
  await expect(nadia.getByLabel('Autres actions')).toBeFocused();

  await open();
  await nadia.getByRole('radio', { name: /Word/ }).check();
  const word = nadia.waitForEvent('download');
  await nadia.getByRole('button', { name: 'Exporter', exact: true }).click();
  const file = await readFile(await (await word).path());
  await nadia.goto(await documentsOfFirstGroup(nadia));
  await drop(nadia, [{ name: 'autre nom.docx', bytes: file }]);
  await expect(nadia.getByRole('dialog').getByText('Tout a été repris.')).toBeVisible();
  await nadia.getByRole('link', { name: /Ouvrir .*Un guide à exporter/u }).click();
  await expect(editorOf(nadia)).toContainText('Le texte du guide.');
});

test('[X3][X7] a whole group leaves as an archive; an export can be stopped', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(nadia);
  // The answer is held back as a slow line would: there is time to stop it.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await nadia.route('**/exporter?format=docx', async (route) => {
    await held;
    await route.abort().catch(() => undefined);
  });
  await nadia.goto(list);
  // Without script the link is a plain one: it is pressed once the page answers.
  await nadia.waitForLoadState('networkidle');
  await nadia.getByRole('link', { name: 'Tout exporter' }).click();
  await nadia.getByRole('radio', { name: /Word/ }).check();
  await nadia.getByRole('button', { name: 'Exporter', exact: true }).click();
  await nadia.getByRole('button', { name: 'Arrêter' }).click();
  await expect(nadia.getByText('L’export a été arrêté. Rien n’a été enregistré.')).toBeVisible();
  release();
  await nadia.getByRole('radio', { name: /Markdown/ }).check();
  const archive = nadia.waitForEvent('download');
  await nadia.getByRole('button', { name: 'Exporter', exact: true }).click();
  expect((await archive).suggestedFilename()).toMatch(/\.zip$/);
});

test('[X1] without script a document leaves as PDF, and a file comes in', async ({ browser }) => {
  const signedIn = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(signedIn);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(list);
  await page.getByRole('link', { name: 'Îlots de chaleur : mesurer, cartographier, agir' }).click();
  await page.getByLabel('Autres actions').click();
  const pdf = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Exporter…' }).click();
  expect((await pdf).suggestedFilename()).toBe('Îlots de chaleur - mesurer, cartographier, agir.pdf');
  await page.goto(list);
  await page.getByLabel('Fichiers').setInputFiles({
    name: 'Sans script.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('Un texte venu sans script.'),
  });
  await page.getByRole('button', { name: 'Importer des fichiers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapport d’import' })).toBeVisible();
});
