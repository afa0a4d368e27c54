import { getSchema } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ATTRIBUTES } from '#shared/documents/attribute/document-attributes.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { READ_NAMES } from '#shared/documents/text/document-html.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';

const schema = getSchema([...documentExtensions]);

function docOf(...blocks: BlockJson[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  return doc;
}

const htmlOf = (...blocks: BlockJson[]) => readDocument(docOf(...blocks)).blocks.join('');
const text = (words: string, ...marks: NonNullable<BlockJson['marks']>): BlockJson => ({
  type: 'text',
  text: words,
  marks,
});
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
const h = (level: unknown, words: string): BlockJson => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const FILE = '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab';

describe('reading a document', () => {
  it('[D2] reads every node and mark of the editor’s schema', () => {
    const { doc, ...nodes } = schema.nodes;
    expect(doc).toBeDefined();
    expect(READ_NAMES.nodes.toSorted()).toEqual(Object.keys(nodes).sort());
    expect(READ_NAMES.marks.toSorted()).toEqual(Object.keys(schema.marks).sort());
  });

  it('reads what the editor’s binding writes', () => {
    const doc = new Y.Doc();
    prosemirrorJSONToYXmlFragment(
      schema,
      { type: 'doc', content: [p(text('Un '), text('mot', { type: 'bold' })), { type: 'horizontalRule' }] },
      doc.getXmlFragment(DOCUMENT_FRAGMENT),
    );
    expect(readDocument(doc).blocks).toEqual(['<p>Un <strong>mot</strong></p>', '<hr>']);
  });

  it('[R6] does not change what it reads, unknown nodes and marks included', () => {
    const doc = docOf(h(2, 'Titre'), { type: 'sondage', content: [p(text('mot', { type: 'surligné' }))] });
    const before = Y.encodeStateAsUpdate(doc);
    let updates = 0;
    doc.on('update', () => updates++);
    readDocument(doc);
    expect(updates).toBe(0);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('shows the text of unknown nodes and passes over what is no node', () => {
    const doc = docOf({ type: 'sondage', content: [p(text('Plutôt le tilleul', { type: 'inconnu' }))] });
    const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
    fragment.insert(0, [new Y.XmlHook('hook') as unknown as Y.XmlElement]);
    expect(readDocument(doc)).toMatchObject({ blocks: ['<div><p>Plutôt le tilleul</p></div>'], words: 3 });
  });

  it('finds nothing under the names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(htmlOf({ type: name, content: [p(text('ici', { type: name }))] })).toBe('<div><p>ici</p></div>');
    }
  });

  it('reads a document of another kind, or one nested without end, as far as it goes', () => {
    const other = new Y.Doc();
    other.getText(DOCUMENT_FRAGMENT).insert(0, 'du texte nu');
    const received = new Y.Doc();
    Y.applyUpdate(received, Y.encodeStateAsUpdate(other));
    expect(readDocument(received)).toEqual({ blocks: [], text: '', outline: [], words: 0, objects: [] });

    const deep = new Y.Doc();
    let parent: Y.XmlFragment = deep.getXmlFragment(DOCUMENT_FRAGMENT);
    deep.transact(() => {
      for (let depth = 0; depth < 5_000; depth++) {
        const child = new Y.XmlElement('blockquote');
        parent.insert(0, [child]);
        parent = child;
      }
    });
    expect(readDocument(deep).blocks).toHaveLength(1);
  });

  it('[R6] never throws on whatever a writer puts in it', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.object({ maxDepth: 1 }),
    );
    const attrs = fc.dictionary(
      fc.constantFrom('onerror', 'style', 'class', ...Object.values(ATTRIBUTES).flatMap(Object.keys)),
      value,
    );
    const name = fc.oneof(
      fc.constantFrom(...READ_NAMES.nodes.filter((node) => node !== 'text'), 'script', 'iframe'),
      fc.string(),
    );
    const mark = fc.record({
      type: fc.oneof(fc.constantFrom(...READ_NAMES.marks), fc.string({ minLength: 1 })),
      attrs,
    });
    const { block } = fc.letrec<{ block: BlockJson; line: BlockJson }>((tie) => ({
      line: fc.record({
        type: fc.constant('text'),
        text: fc.string(),
        marks: fc.array(mark, { maxLength: 2 }),
      }),
      block: fc.record({
        type: name,
        attrs,
        content: fc.array(fc.oneof({ depthSize: 'small' }, tie('line'), tie('block')), { maxLength: 3 }),
      }),
    }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const doc = docOf(...blocks);
        const before = Y.encodeStateVector(doc);
        const { blocks: html } = readDocument(doc);
        expect(Y.encodeStateVector(doc)).toEqual(before);
        expect(html.join('')).not.toMatch(
          /<(script|iframe|style)|\son\w+=|javascript:|src="(?!\/fichiers\/)/i,
        );
      }),
    );
  });
});

describe('the safety of what is shown', () => {
  it('[D4] follows http, https and mailto links only', () => {
    const link = (href: unknown) => htmlOf(p(text('lien', { type: 'link', attrs: { href } })));
    expect(link('https://example.org/?a=1&b="2"')).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=%222%22" rel="noopener noreferrer nofollow">lien</a></p>',
    );
    expect(link('mailto:nadia@example.org')).toContain('href="mailto:nadia@example.org"');
    for (const href of [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//x',
      7,
      null,
    ]) {
      expect(link(href)).toBe('<p>lien</p>');
    }
  });

  it('[D5] shows images that are files of ours only, with their text', () => {
    const image = (src: unknown, alt: unknown = 'Une place') =>
      htmlOf({ type: 'image', attrs: { src, alt, onerror: 'alert(1)' } });
    expect(image(FILE)).toBe(
      `<figure class="image"><img src="${FILE}" alt="Une place" loading="lazy"></figure>`,
    );
    expect(image(FILE, '" onload="alert(1)')).toContain('alt="&quot; onload=&quot;alert(1)"');
    expect(image(FILE, '')).toContain('alt=""');
    expect(image(FILE, null)).toContain('alt="Image sans description"');
    for (const src of [
      'https://example.org/a.png',
      '//example.org/a.png',
      `${FILE}/../x`,
      'data:image/png;base64,AA',
      3,
    ]) {
      expect(image(src)).toBe('<figure class="image"><span class="missing">Une place</span></figure>');
    }
  });

  it('[H12] a caption is the name of its picture, as RGAA 1.9 asks', () => {
    const figure = htmlOf({ type: 'image', attrs: { src: FILE, alt: 'Une place', caption: 'Midi & soir' } });
    expect(figure).toMatch(/^<figure class="image" role="figure" aria-label="Midi &amp; soir">/);
    expect(figure).toContain('<figcaption>Midi &amp; soir</figcaption>');
  });

  it('escapes text and takes no attribute from the document', () => {
    expect(
      htmlOf({
        type: 'paragraph',
        attrs: { style: 'position:fixed', class: 'btn' },
        content: [text('<b>&"')],
      }),
    ).toBe('<p>&lt;b&gt;&amp;"</p>');
    expect(htmlOf({ type: 'codeBlock', attrs: { language: 'x btn' }, content: [text('a < b')] })).toBe(
      '<pre><code>a &lt; b</code></pre>',
    );
  });
});

describe('the outline and the structure', () => {
  it('[D3] gives headings 2 to 4 an anchor of their words, once each', () => {
    const { blocks, outline } = readDocument(
      docOf(h(2, 'Sol et eau'), h(1, 'Sol et eau'), h(4, ''), p(text('mot'))),
    );
    expect(outline).toEqual([
      { id: 'titre-sol-et-eau', text: 'Sol et eau', level: 2 },
      { id: 'titre-sol-et-eau-2', text: 'Sol et eau', level: 2 },
    ]);
    expect(blocks.slice(0, 3)).toEqual([
      '<h2 id="titre-sol-et-eau">Sol et eau</h2>',
      '<h2 id="titre-sol-et-eau-2">Sol et eau</h2>',
      '<h4 id="titre-sans-mots"></h4>',
    ]);
  });

  it('tells header rows and header cells of tables', () => {
    const cell = (type: string, words: string): BlockJson => ({ type, content: [p(text(words))] });
    const html = htmlOf({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Essence'), cell('tableHeader', 'Arbres')] },
        { type: 'tableRow', content: [cell('tableHeader', 'Tilleul'), cell('tableCell', '118')] },
      ],
    });
    expect(html).toContain(
      '<thead><tr><th scope="col"><p>Essence</p></th><th scope="col"><p>Arbres</p></th></tr></thead>',
    );
    expect(html).toContain('<tbody><tr><th scope="row"><p>Tilleul</p></th><td><p>118</p></td></tr></tbody>');
  });

  it('says which tasks are done', () => {
    const html = htmlOf({
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [p(text('Relever'))] }],
    });
    expect(html).toBe(
      '<ul data-type="taskList"><li data-checked="true"><label><input type="checkbox" disabled="" checked="" aria-label="Fait"><span></span></label><div><p>Relever</p></div></li></ul>',
    );
  });

  it('counts words line by line', () => {
    const { text: lines, words } = readDocument(
      docOf(p(text('Trois '), text('mots', { type: 'bold' }), text(' ici')), {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [p(text('et là'))] }],
      }),
    );
    expect([lines, words]).toEqual(['Trois mots ici\net là', 5]);
  });
});
