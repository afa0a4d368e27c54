import { plural } from './plural.ts';

/** Words of documents. */
export const document = {
  documents: 'Documents',
  task: (isDone: boolean) => (isDone ? 'Fait' : 'À faire'),
  table: 'Tableau',
  imageWithoutText: 'Image sans description',
  words: (count: number) => plural(count, 'mot', 'mots'),
} as const;
