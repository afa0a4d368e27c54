import * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';

/**
 * A document as a later version may have written it: a node and a mark that ours does not know, and a container without
 * what it requires. An editor of ours that is bound to it deletes all three.
 */
export function withUnknown(doc = new Y.Doc()): Y.Doc {
  const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, children);
    return made;
  };
  const marked = new Y.XmlText();
  marked.applyDelta([
    { insert: 'Un passage ' },
    { insert: 'à relire', attributes: { comment: { thread: 'fil-1' } } },
    { insert: ' avant lundi.' },
  ]);
  doc
    .getXmlFragment(DOCUMENT_FRAGMENT)
    .insert(0, [
      element('paragraph', new Y.XmlText('Avant.')),
      element('callout', element('paragraph', new Y.XmlText('Budget de 120 000 euros'))),
      element('paragraph', marked),
      element('bulletList'),
      element('paragraph', new Y.XmlText('Après.')),
    ]);
  return doc;
}
