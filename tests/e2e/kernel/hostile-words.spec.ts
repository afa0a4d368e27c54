import { expect, type Page } from '@playwright/test';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCard, setCardDescription } from '#shared/boards/card/card-operations.ts';
import { addLabel } from '#shared/boards/field/label-operations.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { blocksSaying } from '../../support/architecture/typed-programs.ts';
import { scriptCorpus } from '../../support/documents/script-corpus.ts';
import { newBoard } from '../support/boards.ts';
import { openByHand } from '../support/by-hand.ts';
import { newDocument, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

/** Every ninth is another program behind another way out, so that all of both are there. */
const SOME = scriptCorpus.filter((_, rank) => rank % 9 === (Math.floor(rank / 42) * 2) % 9);
const PICTURE = '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab';

/** What would show that words had become a program: a dialog, or a request to another origin. */
function watch(page: Page, baseURL: string | undefined, ran: string[]): void {
  page.on('dialog', (dialog) => {
    ran.push(`alert on ${page.url()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL) ran.push(request.url());
  });
}

const programsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .flatMap((element) => [...element.attributes].map((attribute) => ({ element, attribute })))
      .filter(
        ({ attribute: { name, value } }) =>
          /^on/i.test(name) ||
          name === 'srcdoc' ||
          (/^(?:href|src|action|formaction|data)$/.test(name) && /^\s*(?:javascript|vbscript):/i.test(value)),
      )
      .map(({ element, attribute }) => `${element.localName} ${attribute.name}=${attribute.value}`),
  );

test('[X5] words that are programs, in texts, titles, boards and comments, written by hand as by the page, run nowhere', async ({
  browser,
  baseURL,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const ran: string[] = [];
  watch(nadia, baseURL, ran);
  const documentPath = await newDocument(nadia, `Programmes ${SOME[2]}`);
  const id = documentPath.slice('/documents/'.length).slice(0, 36);
  const text = await openByHand(nadia.context(), baseURL, `document:${id}`);
  for (const said of SOME) appendBlocks(text.doc, { blocks: blocksSaying(said, PICTURE) });
  appendBlocks(text.doc, {
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Fin des programmes.' }] }],
  });
  await text.stored();
  for (const said of SOME.slice(0, 12)) {
    const commented = await nadia.request.post(`/api/v1/documents/${id}/comments`, {
      data: { quote: 'Fin des programmes.', body: said, mentions: [] },
    });
    expect(commented.status(), await commented.text()).toBe(201);
  }

  const boardPath = await newBoard(nadia, `Cartes ${SOME[5]}`);
  const boardId = boardPath.slice('/tableaux/'.length).slice(0, 36);
  const board = await openByHand(nadia.context(), baseURL, `board:${boardId}`);
  const [column] = readBoard(board.doc).columns;
  for (const [rank, said] of SOME.entries()) {
    const cardId = crypto.randomUUID();
    addCard(board.doc, {
      cardId,
      columnId: column?.id ?? '',
      title: said,
      createdAt: new Date(),
      createdBy: said,
    });
    setCardDescription(board.doc, { cardId, description: said });
    if (rank < 8)
      addLabel(board.doc, { labelId: crypto.randomUUID(), name: said.slice(0, 40), colour: 'plum' });
  }

  // The same for whoever reads: the facilitator, with script and without.
  const facilitator = await pageOf(browser, 'animation');
  watch(facilitator, baseURL, ran);
  for (const page of [nadia, facilitator]) {
    await page.goto(documentPath);
    await expect(page.locator('.sheet-paper .prose').getByText('Fin des programmes.').first()).toBeVisible();
    expect(await programsOf(page)).toEqual([]);
    await page.goto(boardPath);
    await expect(page.getByRole('main')).toContainText(SOME[0]?.trim() ?? '');
    expect(await programsOf(page)).toEqual([]);
  }
  for (const path of [
    `${documentPath}/historique`,
    `${boardPath}/imprimer`,
    `/recherche?q=${encodeURIComponent('programmes alert')}`,
    `/recherche?q=${encodeURIComponent(SOME[0] ?? '')}`,
    '/nouveautes',
  ]) {
    await facilitator.goto(path);
    await expect(facilitator.getByRole('main')).toBeVisible();
    expect(await programsOf(facilitator), path).toEqual([]);
  }
  const taken = await facilitator.request.get(`/documents/${id}/exporter?format=html`);
  expect(taken.ok()).toBe(true);
  const away = await (await browser.newContext()).newPage();
  watch(away, baseURL, ran);
  await away.setContent(await taken.text());
  await expect(away.getByText('Fin des programmes.').first()).toBeVisible();
  text.close();
  board.close();
  expect(ran).toEqual([]);
});
