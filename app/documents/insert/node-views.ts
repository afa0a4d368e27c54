import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { blockMarkup } from '#shared/documents/text/block-markup.ts';
import { htmlOf } from '#shared/documents/text/document-markup.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { excerptView } from '../excerpt/excerpt-view.ts';
import { dialogDoor } from './dialog-door.ts';
import { loadFormula } from './formula-drawing.ts';
import { nameBook } from './name-book.ts';
import { hearObjects } from './object-news.ts';
import { outcomeView } from './outcome-views.ts';
import { showVideo } from './show-video.ts';

/** Draws a node into its element, each time that it changes; `onEnd` is called when it leaves. */
interface Drawing {
  readonly dom: HTMLElement;
  draw(node: Node): void;
  onEnd?(): void;
  /** What happens inside is the element's own affair. */
  owns?(target: Element): boolean;
}

const asView =
  (make: (node: Node) => Drawing): NodeViewConstructor =>
  (first) => {
    const drawing = make(first);
    const { type } = first;
    drawing.draw(first);
    return {
      dom: drawing.dom,
      update(node) {
        if (node.type !== type) return false;
        drawing.draw(node);
        return true;
      },
      stopEvent: ({ target }) => target instanceof Element && (drawing.owns?.(target) ?? false),
      ignoreMutation: () => true,
      destroy: () => drawing.onEnd?.(),
    } satisfies NodeView;
  };

/** What reads otherwise than it is stored: names of today, drawn formulas, videos behind their button. */
const VIEWS: Readonly<Record<string, NodeViewConstructor>> = {
  mention: asView(drawMention),
  reference: asView(drawReference),
  inlineMath: asView(() => drawFormula('span', false)),
  blockMath: asView(() => drawFormula('div', true)),
  embed: asView(drawEmbed),
  decision: outcomeView('decision'),
  action: outcomeView('action'),
  excerpt: excerptView,
};

/** Gives these nodes their views in an editor that is at work. Twice is once. */
export function giveViews({ view }: Editor, room: LiveRoom, open: OpenDialog): void {
  hearObjects(room);
  dialogDoor.give(view, open);
  const given = view.props.nodeViews ?? {};
  if (given.reference === VIEWS.reference) return;
  view.setProps({ nodeViews: { ...given, ...VIEWS } });
}

function drawMention(): Drawing {
  const dom = document.createElement('span');
  let node: Node | null = null;
  const draw = () => {
    const { kind, id, label } = readAttrs('mention', node?.attrs);
    dom.className = 'mention';
    dom.dataset.kind = kind;
    const name = (id !== null && nameBook.look({ kind, id }, draw).named?.name) || label;
    dom.textContent = name ? documentBlocks.mention(name) : documentBlocks.mentionUnknown;
  };
  return {
    dom,
    draw: (next) => {
      node = next;
      draw();
    },
    onEnd: () => nameBook.leave(draw),
  };
}

function drawReference(): Drawing {
  const dom = document.createElement('a');
  // The text has one stop for the keyboard; a reference is selected in it and opened from its bar.
  dom.tabIndex = -1;
  dom.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
  });
  let node: Node | null = null;
  const draw = () => {
    const { kind, id } = readAttrs('reference', node?.attrs);
    dom.className = 'reference';
    dom.dataset.kind = kind ?? '';
    const { named } = kind !== null && id !== null ? nameBook.look({ kind, id }, draw) : { named: null };
    // Not known yet is not hidden: the place is kept until the answer is here.
    dom.textContent =
      named === undefined ? documentInserts.nameComing : (named?.name ?? documentBlocks.hidden);
    if (named?.href) dom.href = named.href;
    else dom.removeAttribute('href');
  };
  return {
    dom,
    draw: (next) => {
      node = next;
      draw();
    },
    onEnd: () => nameBook.leave(draw),
  };
}

function drawFormula(tag: 'span' | 'div', isBlock: boolean): Drawing {
  const dom = document.createElement(tag);
  let shown: string | null = null;
  return {
    dom,
    draw({ attrs }) {
      const { latex } = readAttrs('inlineMath', attrs);
      if (latex === shown) return;
      shown = latex;
      dom.className = 'math';
      dom.dataset.latex = latex;
      const source = document.createElement('code');
      source.textContent = latex || documentBlocks.formulaMissing;
      if (latex === '') return dom.replaceChildren(source);
      if (dom.childNodes.length === 0) dom.replaceChildren(source);
      loadFormula().then(
        (draw) => {
          if (shown !== latex) return;
          const math = draw(latex, isBlock);
          dom.classList.toggle('invalid', math === null);
          if (math === null) return dom.replaceChildren(source);
          dom.innerHTML = math;
        },
        () => dom.replaceChildren(source),
      );
    },
  };
}

function drawEmbed(): Drawing {
  const dom = document.createElement('div');
  let shown = '';
  dom.addEventListener('click', ({ target }) => {
    const door = target instanceof Element ? target.closest('.embed-show') : null;
    if (door) showVideo(door);
  });
  return {
    dom,
    draw({ attrs }) {
      const html = htmlOf(blockMarkup.embed(readAttrs('embed', attrs)));
      if (html === shown) return;
      shown = html;
      dom.innerHTML = html;
      // From the text, one leaves it in another tab.
      for (const link of dom.querySelectorAll('a')) link.target = '_blank';
    },
    owns: (target) => target.closest('button, a, iframe') !== null,
  };
}
