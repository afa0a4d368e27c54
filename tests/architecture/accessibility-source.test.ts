import { globSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { NoScript } from '#app/ui/no-script.tsx';
import { findInSource, sourceFiles } from '#tests/support/architecture/source-files.ts';

/** What the grid of docs/accessibilite.md can read in the code itself, and no tool of the browser would tell. */
const screens = sourceFiles(['app']).filter((path) => path.endsWith('.tsx'));
const styles = globSync('app/**/*.css').sort();
/** Where the mark of a `summary` is taken away, which is no list. */
const SUMMARIES = [
  'app/documents/document-blocks.css',
  'app/documents/document.css',
  'app/documents/history/history.css',
  'app/ui/style/components.css',
  'app/ui/style/small.css',
];

type Tag = ts.JsxOpeningElement | ts.JsxSelfClosingElement;
const isTag = (node: ts.Node): node is Tag =>
  ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node);
/** The attribute as it is written, quotes included; what a spread brings is not seen. */
const attributeOf = (tag: Tag, name: string) =>
  tag.attributes.properties.find((one) => ts.isJsxAttribute(one) && one.name.getText() === name)?.getText();

/** Every element that a screen draws, read once. */
const drawn = screens.flatMap((path) => {
  const found: { where: string; name: string; tag: Tag }[] = [];
  findInSource(path, (node) => {
    if (isTag(node)) found.push({ where: path, name: node.tagName.getText(), tag: node });
    return null;
  });
  return found;
});
/** Where an element is drawn of which `judge` says true. */
const tags = (judge: (tag: Tag, name: string) => boolean) =>
  drawn.flatMap(({ where, name, tag }) =>
    judge(tag, name) ? [`${where} ${tag.getText().slice(0, 60)}`] : [],
  );
/** The lines of the style sheets, or of the code, that say something. */
const lines = (paths: readonly string[], wanted: RegExp) =>
  paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (wanted.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );

test('[H11] every drawing has a role and a name, or is hidden; every picture has its alternative', () => {
  const isUntold = (tag: Tag, name: string) =>
    name === 'svg' &&
    attributeOf(tag, 'aria-hidden') !== 'aria-hidden="true"' &&
    !(
      attributeOf(tag, 'role') === 'role="img"' &&
      (attributeOf(tag, 'aria-label') ?? attributeOf(tag, 'aria-labelledby'))
    );
  expect(tags((_tag, name) => name === 'svg').length).toBeGreaterThan(8);
  expect(tags(isUntold)).toEqual([]);
  expect(tags((tag, name) => name === 'img' && attributeOf(tag, 'alt') === undefined)).toEqual([]);
});

test('[H11] every frame has a title', () => {
  expect(tags((_tag, name) => name === 'iframe')).not.toEqual([]);
  expect(tags((tag, name) => name === 'iframe' && attributeOf(tag, 'title') === undefined)).toEqual([]);
});

test('[H11] every table has a caption or a name and header cells with their scope; none is for layout', () => {
  const isNamed = (tag: Tag) => {
    const element = tag.parent;
    return (
      attributeOf(tag, 'aria-label') !== undefined ||
      (ts.isJsxElement(element) && element.children.some((child) => child.getText().startsWith('<caption')))
    );
  };
  expect(tags((_tag, name) => name === 'table' || name === 'DataTable').length).toBeGreaterThan(50);
  expect(tags((tag, name) => name === 'table' && !isNamed(tag))).toEqual([]);
  expect(tags((tag, name) => name === 'th' && attributeOf(tag, 'scope') === undefined)).toEqual([]);
  expect(tags((tag, name) => name === 'table' && attributeOf(tag, 'role') === 'role="presentation"')).toEqual(
    [],
  );
});

test('[H11] no sound, film, plug-in or drawn surface: a video stands in a frame that somebody opens', () => {
  const players = ['audio', 'video', 'canvas', 'object', 'embed', 'marquee', 'blink'];
  expect(tags((_tag, name) => players.includes(name))).toEqual([]);
});

test('[H11] nothing moves or flashes by itself: no animation in any style', () => {
  expect(styles.length).toBeGreaterThan(20);
  expect(lines(styles, /@keyframes|\banimation(?:-name)?:/)).toEqual([]);
});

test('[H12] no page comes again by itself', () => {
  expect(tags((tag) => attributeOf(tag, 'httpEquiv') !== undefined)).toEqual([]);
});

test('[H12] no element of meaning is there for its looks alone', () => {
  const ofMeaning = ['i', 'b', 'u', 's', 'em', 'strong', 'cite', 'q', 'small', 'blockquote', 'address'];
  expect(
    tags((tag, name) => name === 'i' || (ofMeaning.includes(name) && ts.isJsxSelfClosingElement(tag))),
  ).toEqual([]);
});

test('[H11] the screen may be held either way, and no gesture asks to move the device or to use two fingers', () => {
  const code = sourceFiles(['app']);
  expect(lines(styles, /orientation:\s*(?:portrait|landscape)/)).toEqual([]);
  expect(
    lines(
      code,
      /screen\.orientation|devicemotion|deviceorientation|gesturestart|onTouch(?:Start|Move)|'touch/,
    ),
  ).toEqual([]);
});

test('[H11] no tab order of its own, no key of access, no presentation in attributes, no element of it', () => {
  expect(tags((tag) => /=[{"][1-9]/.test(attributeOf(tag, 'tabIndex') ?? ''))).toEqual([]);
  expect(tags((tag) => attributeOf(tag, 'accessKey') !== undefined)).toEqual([]);
  expect(tags((_tag, name) => ['font', 'center', 'big', 'tt', 'strike'].includes(name))).toEqual([]);
  const given = ['align', 'bgcolor', 'border', 'cellPadding', 'cellSpacing', 'valign', 'hspace', 'vspace'];
  expect(tags((tag, name) => /^[a-z]/.test(name) && given.some((one) => attributeOf(tag, one)))).toEqual([]);
});

test('[H11] a new window is only opened by whoever presses a link', () => {
  expect(lines(sourceFiles(['app']), /window\.open\(/).map((line) => line.split(':')[0])).toEqual([
    'app/documents/editor/document-editor.tsx',
  ]);
  expect(tags((tag, name) => name !== 'a' && attributeOf(tag, 'target') === 'target="_blank"')).toEqual([]);
});

test('[H11] before every top of page stands the link to the content', () => {
  const tops = screens.filter((path) => readFileSync(path, 'utf8').includes('<header className="pub-top">'));
  expect(tops).toEqual(['app/publication/public-site/site-frame.tsx']);
  const withTop = [...tops, 'app/ui/frame.tsx', 'app/people/person/door.tsx'];
  const withoutLink = withTop.filter((path) => {
    const text = readFileSync(path, 'utf8');
    const link = text.indexOf('className="skip" href="#contenu"');
    return link < 0 || link > text.indexOf('<header');
  });
  expect(withoutLink).toEqual([]);
});

test('[H11] the fields that are about the person who fills them in say so to the browser', () => {
  const wanted = {
    'app/people/person/routes/account.tsx': ['name', 'organization-title'],
    'app/people/person/account-fields.tsx': ['username', 'name', 'organization-title', 'new-password'],
    'app/people/person/email-field.tsx': ['username'],
    'app/people/person/routes/sign-in.tsx': ['current-password'],
    'app/people/person/routes/forgotten-password.tsx': ['new-password'],
    'app/people/person/routes/account-security.tsx': ['current-password', 'new-password'],
    'app/people/person/routes/second-factor.tsx': ['one-time-code'],
    'app/people/person/second-factor-forms.tsx': ['one-time-code', 'current-password'],
  };
  for (const [path, purposes] of Object.entries(wanted))
    for (const purpose of purposes)
      expect(readFileSync(path, 'utf8'), path).toContain(`autoComplete="${purpose}"`);
  for (const path of [
    'app/people/person/routes/sign-in.tsx',
    'app/people/person/routes/sign-in-link.tsx',
    'app/people/person/routes/forgotten-password.tsx',
  ])
    expect(readFileSync(path, 'utf8'), path).toContain('<EmailField');
});

test('[H15] a list without marks stays a list, a style cuts only what is whole elsewhere, and no order is of the style alone', () => {
  const cut = lines(styles, /line-clamp:|text-overflow: ellipsis/).map((line) => line.split(':')[0]);
  expect(lines(styles, /list-style(?:-type)?: none/).length).toBe(
    lines(styles, /list-style: none/).filter((line) => SUMMARIES.includes(line.split(':')[0] ?? '')).length,
  );
  // What these cut is whole elsewhere: a card, a passage or a page that opens from the same line.
  expect([...new Set(cut)]).toEqual([
    'app/boards/board.css',
    'app/boards/period/periods.css',
    'app/boards/structure.css',
    'app/boards/view/layouts.css',
    'app/documents/comment/comments.css',
    'app/documents/insert/inserts.css',
    'app/search/search.css',
  ]);
  expect(lines(styles, /(?:row|column|wrap)-reverse/)).toEqual([]);
});

test('[H15] what scrolls in a box stays in it, which is the place of what stands in it by itself; keys reach that of a table', () => {
  expect(lines(screens, /<(?!ScrollBox\b)\w+ className="tablewrap\b/)).toEqual([]);
  const rules = styles.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
      where: path,
      // Whatever state or attribute: what is placed in one is placed in all.
      boxes: selector
        .replaceAll(/\/\*.*?\*\//gs, '')
        .split(',')
        .map((one) => one.trim().replace(/(?:\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?)+$/, '')),
      body,
    })),
  );
  const placed = new Set(
    rules.filter(({ body }) => /(?:^|\s)position: (?!static)/.test(body)).flatMap(({ boxes }) => boxes),
  );
  const scrolling = rules.filter(({ body }) => /overflow(?:-[xy])?: (?:auto|scroll)/.test(body));
  expect(scrolling.length).toBeGreaterThan(30);
  // Words for screen readers alone would make the page as long as the box is inside.
  const loose = scrolling.flatMap(({ where, boxes }) =>
    boxes.filter((box) => !placed.has(box)).map((box) => `${where} ${box}`),
  );
  expect(loose).toEqual([]);
});

test('[H15] what readers without script have stands in no other such part, which a browser would end with it', () => {
  expect(lines(screens, /<noscript\b/)).toHaveLength(1);
  const inner = createElement(NoScript, null, createElement('p'));
  expect(renderToStaticMarkup(createElement(NoScript, null, inner))).toBe('<noscript><p></p></noscript>');
});

test('[H15] what a style shows under the pointer it shows under the focus', () => {
  const shown = /opacity: 1|visibility: visible|display: (?!none)|content: (?!"")/;
  const rules = styles.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/([^{}]*:hover[^{}]*)\{([^{}]*)\}/g)].map(
      ([, selector = '', body = '']) => ({ where: `${path} ${selector.trim()}`, selector, body }),
    ),
  );
  const bare = rules.filter(({ selector, body }) => shown.test(body) && !selector.includes('focus'));
  expect(rules.length).toBeGreaterThan(30);
  // A caret is no stop of the keyboard: its name is shown while it moves, and among the people who are there.
  expect(bare.map(({ where }) => where)).toEqual([
    'app/documents/document.css .caret:is(.moving, :hover)::after',
  ]);
});

test('[H15] no sentence of the screen or of the help points by a place, a shape or a colour alone', () => {
  const pointing =
    /ci-contre|(?:colonne|partie|menu) de (?:gauche|droite)|(?:bouton|champ|lien|zone) (?:de|à) (?:gauche|droite)|en (?:vert|rouge|orange|bleu|gris|jaune)\b|(?:bouton|pastille|rond|carré|flèche) (?:vert|rouge|orange|bleu|gris|rond|carré)/i;
  const texts = [...globSync('shared/**/*.fr.ts').sort(), ...globSync('docs/guide/*.md')];
  expect(texts.length).toBeGreaterThan(60);
  expect(lines(texts, pointing)).toEqual([]);
});

test('[H14] every group of fields has its legend, first in it, and every other group its name', () => {
  const bare = drawn.flatMap(({ where, name, tag }) => {
    const isNamed = attributeOf(tag, 'aria-label') ?? attributeOf(tag, 'aria-labelledby');
    if (name !== 'fieldset' || isNamed || !ts.isJsxElement(tag.parent)) return [];
    const [first] = tag.parent.children.filter((child) => !ts.isJsxText(child) || child.text.trim() !== '');
    return first?.getText().startsWith('<legend') ? [] : [where];
  });
  expect(tags((_tag, name) => name === 'fieldset').length).toBeGreaterThan(25);
  expect(bare).toEqual([]);
});

test('[H14] nothing acts on a press: what listens to one keeps the selection where it is, or begins a drag', () => {
  const pressed = screens.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/on(?:Pointer|Mouse)Down(?:Capture)?=\{([^}]*)\}/g)].flatMap(
      ([, does = '']) => (does === '(event) => event.preventDefault()' ? [] : [`${path} ${does}`]),
    ),
  );
  // A press on a board begins a drag or a choice of cards, which the click ends.
  expect([...new Set(pressed)]).toEqual([
    'app/boards/live-board.tsx chooseByMouse',
    // The handles of a table are dragged.
    ...['row', 'column'].map(
      (line) => `app/documents/writing/table-handles.tsx (event) => drag(event, asked, '${line}')`,
    ),
  ]);
  const heard = lines(sourceFiles(['app']), /addEventListener\('(?:mouse|pointer)down'|^\s*mousedown\(/);
  expect(heard.map((line) => line.split(':')[0])).toEqual([
    'app/boards/timeline/use-bar-drags.ts',
    // Where the press began, of which the click decides.
    'app/documents/editor/use-paper-clicks.ts',
    'app/documents/writing/column-resizing.ts',
  ]);
});

test('[H14] no list or box sends its form by itself, but the one that sorts the library', () => {
  const sending = lines(screens, /onChange=.*(?:\bsubmit\(|requestSubmit|navigate\()/);
  expect(sending.map((line) => line.split(':')[0])).toEqual(['app/documents/list/library-filter.tsx']);
});

test('[H14] what comes without a new page is said: notices, toasts, refusals, progress, states', () => {
  const said = {
    'app/ui/notice.tsx': 'role="status"',
    'app/ui/toast.tsx': 'role="status"',
    'app/ui/announcer.tsx': 'role="status"',
    'app/ui/error-summary.tsx': 'role="alert"',
    'app/realtime/save-state.tsx': 'role="status"',
  };
  for (const [path, role] of Object.entries(said)) expect(readFileSync(path, 'utf8'), path).toContain(role);
  const silent = tags(
    (tag, name) =>
      name === 'progress' &&
      attributeOf(tag, 'aria-label') === undefined &&
      attributeOf(tag, 'aria-hidden') === undefined,
  );
  expect(silent).toEqual([]);
  // What is said anew at each change holds words only: a button in it would be read each time.
  const crowded = drawn.flatMap(({ where, tag }) => {
    const speaks = attributeOf(tag, 'aria-live') !== undefined;
    if (!speaks || !ts.isJsxElement(tag.parent)) return [];
    const inside = tag.parent.children.map((child) => child.getText()).join('');
    return /<(?:button|PostButton|Button|input|select|textarea)\b/.test(inside) ? [where] : [];
  });
  expect(crowded).toEqual([]);
});
