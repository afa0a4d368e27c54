import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

const WORDS =
  'la ville relève chaque été la chaleur de ses places et plante des arbres là où le sol peut être ouvert avec les habitants du quartier qui arrosent puis racontent ce qui tient ou non dans un carnet commun relu par les services';
const VOCABULARY = WORDS.split(' ');
const [PARAGRAPHS, PARAGRAPH_WORDS] = [4, 60];
const [TABLE_ROWS, TABLE_COLUMNS, CELL_WORDS] = [5, 4, 3];

/** About so many words as a guide has them: titles, paragraphs, a table in every third chapter; a paragraph comes last. */
export function sampleText(words: number): readonly BlockJson[] {
  let count = 0;
  const text = (length: number) => {
    const said = Array.from({ length }, (_, rank) => VOCABULARY[(count + rank * 7) % VOCABULARY.length]);
    count += length;
    return [{ type: 'text', text: said.join(' ') }];
  };
  const paragraph = (length: number): BlockJson => ({ type: 'paragraph', content: text(length) });
  const blocks: BlockJson[] = [];
  for (let chapter = 0; count < words; chapter++) {
    blocks.push({ type: 'heading', attrs: { level: chapter % 4 === 0 ? 2 : 3 }, content: text(5) });
    if (chapter % 3 === 2) blocks.push(table(() => paragraph(CELL_WORDS)));
    for (let rank = 0; rank < PARAGRAPHS && count < words; rank++) blocks.push(paragraph(PARAGRAPH_WORDS));
  }
  return [...blocks, paragraph(10)];
}

function table(cell: () => BlockJson): BlockJson {
  const row = (type: string): BlockJson => ({
    type: 'tableRow',
    content: Array.from({ length: TABLE_COLUMNS }, () => ({ type, content: [cell()] })),
  });
  const rows = Array.from({ length: TABLE_ROWS }, (_, rank) => row(rank === 0 ? 'tableHeader' : 'tableCell'));
  return { type: 'table', content: rows };
}
