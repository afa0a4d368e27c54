import { z } from 'zod';

/*
 * What we read of « Exporter au format JSON » of Trello: the board resource of its REST API with everything nested
 * (https://developer.atlassian.com/cloud/trello/guides/rest-api/object-definitions/). Every field may be missing or of another
 * type: it then has its default, and only an entry without an id is passed over.
 */
const text = z.string().catch('');
const flag = z.boolean().catch(false);
const pos = z.number().catch(0);
const day = z.string().nullable().catch(null);
const texts = z.array(z.string()).catch([]);

/** A list that leaves out what does not read. */
function some<T extends z.ZodType>(entry: T) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((one) => entry.safeParse(one).success) : []),
    z.array(entry),
  );
}

export const TrelloBoard = z.object({
  name: text,
  lists: some(
    z.object({ id: z.string(), name: text, closed: flag, pos, softLimit: z.number().nullable().catch(null) }),
  ),
  labels: some(z.object({ id: z.string(), name: text, color: z.string().nullable().catch(null) })),
  members: some(z.object({ id: z.string(), fullName: text, username: text })),
  checklists: some(
    z.object({
      id: z.string(),
      idCard: text,
      name: text,
      pos,
      checkItems: some(
        z.object({
          name: text,
          state: text,
          pos,
          due: day,
          idMember: z.string().nullable().catch(null),
        }),
      ),
    }),
  ),
  customFields: some(
    z.object({
      id: z.string(),
      name: text,
      options: some(z.object({ id: z.string(), value: z.object({ text }).catch({ text: '' }) })),
    }),
  ),
  actions: some(z.object({ type: z.literal('commentCard') })),
  cards: some(
    z.object({
      id: z.string(),
      name: text,
      desc: text,
      closed: flag,
      idList: text,
      pos,
      start: day,
      due: day,
      dueComplete: flag,
      idMembers: texts,
      idLabels: texts,
      attachments: some(z.object({ name: text, url: z.string() })),
      customFieldItems: some(
        z.object({
          idCustomField: z.string(),
          idValue: z.string().nullable().catch(null),
          value: z.record(z.string(), z.unknown()).nullable().catch(null),
        }),
      ),
      badges: z.object({ votes: z.number().catch(0) }).catch({ votes: 0 }),
      cover: z
        .object({ idAttachment: z.string().nullable().catch(null), color: z.string().nullable().catch(null) })
        .catch({ idAttachment: null, color: null }),
    }),
  ),
});
export type TrelloBoard = z.output<typeof TrelloBoard>;
export type TrelloCard = TrelloBoard['cards'][number];

/** Is this what Trello exports? Lists and cards are what it cannot be without. */
export function isTrelloExport(value: unknown): boolean {
  const board = value as { lists?: unknown; cards?: unknown } | null;
  return typeof board === 'object' && Array.isArray(board?.lists) && Array.isArray(board.cards);
}
