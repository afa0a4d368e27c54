import { readFileSync } from 'node:fs';
import { getSchema } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { cleanPaste } from '#shared/documents/paste/pasted-html.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';

const ORIGIN = 'https://cordee.exemple.fr';
const schema = narrowSchema(getSchema([...documentExtensions]));
const window = new Window({ settings: { disableJavaScriptEvaluation: true } });

function cleaned(html: string) {
  const parsed = new window.DOMParser().parseFromString(html, 'text/html');
  return cleanPaste(parsed.body as unknown as HTMLElement, ORIGIN);
}

/** A document in a few signs: one line a block, indented by its depth, marks and inline nodes between signs. */
function drawn(html: string): string[] {
  const place = window.document.createElement('div');
  place.innerHTML = html;
  const node = DOMParser.fromSchema(schema).parse(place as unknown as globalThis.Node);
  node.check();
  return (node.toJSON() as BlockJson).content?.flatMap((block) => lines(block, '')) ?? [];
}

const INLINE = new Set([
  'text',
  'hardBreak',
  'footnote',
  'reference',
  'mention',
  'date',
  'status',
  'inlineMath',
]);

function lines({ type, attrs = {}, content = [] }: BlockJson, indent: string): string[] {
  const said = type === 'heading' ? `h${attrs.level}` : type;
  const facts = Object.entries(attrs)
    .filter(
      ([name, value]) =>
        name !== 'level' &&
        value !== null &&
        value !== false &&
        value !== 1 &&
        value !== 'full' &&
        value !== 'left',
    )
    .map(([name, value]) => ` ${name}=${value}`)
    .join('');
  const inner = content
    .filter((child) => !INLINE.has(child.type))
    .flatMap((child) => lines(child, `${indent}  `));
  return [
    `${indent}${said}${facts}: ${content
      .filter(({ type }) => INLINE.has(type))
      .map(inline)
      .join('')}`.trimEnd(),
    ...inner,
  ];
}

function inline({ type, text = '', marks = [], attrs, content = [] }: BlockJson): string {
  if (type !== 'text')
    return `{${type}${attrs?.id ? ` ${attrs.kind}:${attrs.id}` : ''}${content.map(inline).join('')}}`;
  return marks.reduce(
    (said, mark) => `<${mark.type}${mark.attrs?.href ? ` ${mark.attrs.href}` : ''}>${said}</>`,
    text,
  );
}

const fixture = (name: string) =>
  cleaned(readFileSync(new URL(`./fixtures/${name}.html.txt`, import.meta.url), 'utf8'));

describe('[D18] a text copied from', () => {
  test('Word keeps its headings, lists, notes, tables and emphasis, and leaves its fields and comments', () => {
    const { html, images, leftOut } = fixture('word');
    expect(drawn(html)).toEqual([
      'h2: Guide des îlots de fraîcheur',
      'h2: Choisir un site',
      'paragraph: La ville de Valmont a planté <bold>douze tilleuls</>, <italic>place du Port</>{footnoteRelevé de mars 2023.}. <highlight>À vérifier</> : 12 m<superscript>2</>. ajouté',
      'bulletList:',
      '  listItem:',
      '    paragraph: de l’ombre',
      '    bulletList:',
      '      listItem:',
      '        paragraph: à midi',
      '  listItem:',
      '    paragraph: de l’eau',
      'orderedList start=3:',
      '  listItem:',
      '    paragraph: mesurer',
      // The place of the image that is to be sent.
      'paragraph:',
      'table:',
      '  tableRow:',
      '    tableHeader:',
      '      paragraph: Essence',
      '    tableHeader:',
      '      paragraph: Arbres',
      '  tableRow:',
      '    tableCell colspan=2:',
      '      paragraph: Tilleul',
      'paragraph: <link https://www.data.gouv.fr/>Données</> et fichier',
    ]);
    expect(images).toHaveLength(1);
    expect(html).toMatch(/<img(?= [^>]*data-pasted="0")(?= [^>]*alt="Plan de la place")[^>]*>/);
    expect(leftOut).toBe(1);
    expect(html).not.toMatch(/mso|o:p|style=|\[NF1\]|Commentaire|supprimé/i);
  });

  test('LibreOffice keeps its nested lists and its notes', () => {
    expect(drawn(fixture('libreoffice').html)).toEqual([
      'h2: Entretien',
      'paragraph: <bold>Arroser</> la première <italic>année</>{footnoteSauf en cas de restriction.}.',
      'bulletList:',
      '  listItem:',
      '    paragraph: au printemps',
      '    bulletList:',
      '      listItem:',
      '        paragraph: le soir',
      'orderedList:',
      '  listItem:',
      '    paragraph: un',
      'table:',
      '  tableRow:',
      '    tableCell:',
      '      paragraph: Jeune arbre',
      '    tableCell:',
      '      paragraph: 50 L',
    ]);
  });

  test('Google Docs keeps its emphasis, its lists and what can be ticked', () => {
    const { html, images, leftOut } = fixture('google-docs');
    expect(drawn(html)).toEqual([
      'h2: Réunion',
      'paragraph: <bold>Présents :</> <italic>Nadia</><strike>, Karim</>',
      'bulletList:',
      '  listItem:',
      '    paragraph: Budget',
      '    bulletList:',
      '      listItem:',
      '        paragraph: Arbres',
      'taskList:',
      '  taskItem checked=true:',
      '    paragraph: Commander',
      '  taskItem:',
      '    paragraph: Planter',
    ]);
    expect([images.length, leftOut]).toEqual([0, 1]);
  });

  test('a web page keeps its text, and nothing of what it would run, fetch or hide', () => {
    const { html, images, leftOut } = fixture('web-page');
    expect(drawn(html)).toEqual([
      'h2: Canicule',
      'h4: Que faire ?',
      "paragraph: Boire <link https://sante.gouv.fr/?utm=1>de l'eau</>, fraîche.",
      'paragraph: Fontaine',
      'codeBlock: select 1',
      'taskList:',
      '  taskItem checked=true:',
      '    paragraph: Fait',
      '  taskItem:',
      '    paragraph: À faire',
      'paragraph: Encart d’une seule cellule',
      'embed src=https://www.youtube.com/watch?v=abcdefghijk title=Un film:',
      'paragraph: Note{footnoteLa note.}',
    ]);
    expect([images.length, leftOut]).toEqual([0, 1]);
    expect(html).not.toMatch(
      /script|onerror|onclick|onmouseover|javascript:|srcdoc|svg|ailleurs\.example\/photo|compteur/i,
    );
  });

  test('a page of ours keeps its references, its images and its notes', () => {
    const id = '0197c1d2-aaaa-7bbb-8ccc-1234567890ab';
    const { html, leftOut } = cleaned(
      `<p>Voir <a class="reference" data-kind="document" data-id="${id}" href="${ORIGIN}/documents/${id}">Guide</a> avec ` +
        `<span class="mention" data-kind="person" data-id="p1" data-label="Nadia">@Nadia</span><a class="noteref" href="${ORIGIN}/documents/x#note-1" role="doc-noteref">1</a></p>` +
        `<figure class="image"><img src="${ORIGIN}/fichiers/${id}" alt="La place"><figcaption>Midi</figcaption></figure>` +
        '<section class="notes" role="doc-endnotes"><h2>Notes</h2><ol><li id="note-1"><span>Une note</span></li></ol></section>',
    );
    expect(drawn(html).slice(0, 2)).toEqual([
      `paragraph: Voir {reference document:${id}} avec {mention person:p1}{footnoteUne note}`,
      `image src=/fichiers/${id} alt=La place caption=Midi:`,
    ]);
    expect(leftOut).toBe(0);
  });
});

test('[D18] whatever is pasted is read: no HTML makes it throw', () => {
  const odd = [
    '',
    '<p',
    '<ul><ul><ul><li>x',
    '<ul data-type="taskList"><li data-checked="true">x</li></ul>',
    '<table><tr><td><table><tr><td>x',
    '<a href="#a" id="a">1</a>',
    '<p style="mso-list:l0 level9 lfo1">x</p><p style="mso-list:l0 level1 lfo1">y</p>',
    '<p style="mso-list:">x</p>',
    '<img src="data:image/png;base64,"><img><img src="data:image/svg+xml;base64,AAAA">',
    `<a href="#n">1</a>${'<div>'.repeat(300)}<p id="n">1 x`,
  ];
  for (const html of odd) expect(() => drawn(cleaned(html).html)).not.toThrow();
});
