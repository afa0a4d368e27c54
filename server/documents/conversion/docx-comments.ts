import type { OfficeComment } from './office-comments.ts';

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What pandoc does not write of comments: which answers which, and which are settled. Word keeps it in a part of its own. */
export function threadComments(
  change: (name: string, to: (xml: string) => string) => void,
  add: (name: string, xml: string) => void,
  comments: readonly OfficeComment[],
): void {
  if (comments.length === 0) return;
  change('word/comments.xml', (xml) =>
    xml
      .replace('<w:comments ', `<w:comments xmlns:w14="${W14}" xmlns:mc="${MC}" mc:Ignorable="w14" `)
      .replace(/<w:comment\b[^>]*\bw:id="(\d+)"[^>]*>[\s\S]*?<\/w:comment>/g, (comment, id: string) => {
        // The part of its own names a comment by its last paragraph.
        const last = comment.lastIndexOf('<w:p>');
        return `${comment.slice(0, last)}<w:p w14:paraId="${paragraphId(Number(id))}">${comment.slice(last + 5)}`;
      }),
  );
  const facts = comments.map(({ parent, isDone }, number) => {
    const answers = parent === null ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`;
    return `<w15:commentEx w15:paraId="${paragraphId(number)}"${answers} w15:done="${isDone ? 1 : 0}"/>`;
  });
  add(
    'word/commentsExtended.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w15:commentsEx xmlns:w15="${W15}">${facts.join('')}</w15:commentsEx>`,
  );
  change('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/></Types>',
    ),
  );
  change('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="cordeeComments" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    ),
  );
}

/** Eight hexadecimal digits below 0x80000000, never 0. */
function paragraphId(number: number): string {
  return (number + 1).toString(16).toUpperCase().padStart(8, '0');
}
