import { getSchema } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { markdownHtml } from '#app/documents/insert/markdown-html.ts';
import { cleanPaste } from '#shared/documents/paste/pasted-html.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';

const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
const schema = narrowSchema(getSchema([...documentExtensions]));

/** What the editor makes of a Markdown text, as ProseMirror draws a document in a line. */
function pasted(markdown: string): string {
  const { body } = new window.DOMParser().parseFromString(markdownHtml(markdown), 'text/html');
  const { html } = cleanPaste(body as unknown as HTMLElement, 'https://cordee.exemple.fr');
  const place = window.document.createElement('div');
  place.innerHTML = html;
  const node = DOMParser.fromSchema(schema).parse(place as unknown as globalThis.Node);
  node.check();
  return node.toString();
}

test('[D35] Markdown becomes titles from 2 to 4, lists, tasks, tables, code and emphasis', () => {
  expect(pasted('# Titre\n\n## Suite\n\nUn **gras**, *italique* et `code`.')).toBe(
    'doc(heading("Titre"), heading("Suite"), paragraph("Un ", bold("gras"), ", ", italic("italique"), " et ", code("code"), "."))',
  );
  expect(pasted('- un\n- deux\n  1. trois')).toBe(
    'doc(bulletList(listItem(paragraph("un")), listItem(paragraph("deux"), orderedList(listItem(paragraph("trois"))))))',
  );
  expect(pasted('- [x] fait\n- [ ] à faire')).toBe(
    'doc(taskList(taskItem(paragraph("fait")), taskItem(paragraph("à faire"))))',
  );
  expect(pasted('| Lieu | Arbres |\n|---|---|\n| Gare | 12 |')).toContain(
    'tableRow(tableCell(paragraph("Gare")), tableCell(paragraph("12")))',
  );
  expect(pasted('```js\nlet a = 1;\n```')).toBe('doc(codeBlock("let a = 1;\\n"))');
  expect(pasted('une ligne\nune autre')).toBe('doc(paragraph("une ligne", hardBreak, "une autre"))');
});

test('[D35] HTML inside Markdown is the text that was typed, and dangerous links are none', () => {
  expect(pasted('**a** <script>alert(1)</script> <b>b</b>')).toBe(
    'doc(paragraph(bold("a"), " <script>alert(1)</script> <b>b</b>"))',
  );
  expect(pasted('[lien](javascript:alert(1))')).toBe('doc(paragraph("lien"))');
});
