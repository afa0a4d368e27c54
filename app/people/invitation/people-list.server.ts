import { z } from 'zod';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PeopleFault, PeopleNote } from '#shared/people/invitation/people-finding.ts';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import type { PeopleDecision } from '#shared/people/invitation/people-list.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import type { PeopleListView } from './people-list-view.ts';

/** What the form may send, in bytes: a list of the longest, twice. */
const MAX_BYTES = 6 * 1024 * 1024;
/** Enough to mend a real list. */
const SHOWN = 200;

/** A list that is to be checked, or one that was and is confirmed. */
export interface SentList {
  readonly text: string;
  /** Bytes of a file in base64; empty where lines were pasted. */
  readonly content: string;
  readonly isConfirmed: boolean;
}

const Sent = z.object({
  intent: z.enum(['check', 'invite']),
  text: z.string(),
  /** A confirmation has none; a browser sends one without bytes where none was chosen. */
  file: z.unknown().optional(),
});

/** [IB1] Reads the form of the page; a file goes before lines. */
export async function readSentList(
  request: Request,
): Promise<Result<SentList, 'peopleList.tooLarge' | 'peopleList.empty'>> {
  const form = await readFileForm(request, MAX_BYTES);
  if (!form.ok) return fail(form.error === 'tooLarge' ? 'peopleList.tooLarge' : 'peopleList.empty');
  const sent = Sent.safeParse(form.value);
  if (!sent.success) throw notOurs();
  const { intent, text } = sent.data;
  const file = ChosenFile.safeParse(sent.data.file);
  const content = file.success ? Buffer.from(await file.data.arrayBuffer()).toString('base64') : '';
  return ok({ text, content, isConfirmed: intent === 'invite' });
}

const rowOf = (found: PeopleFault | PeopleNote) => ({ line: found.line, sentence: words.finding(found) });

/** The decision in words: they stay on the server. */
export function viewOfDecision({
  people,
  faults,
  notes,
  text,
}: PeopleDecision & { readonly text: string }): PeopleListView {
  const invited = people.filter(({ does }) => does === 'invite').length;
  const hidden = (count: number) => Math.max(0, count - SHOWN);
  return {
    ...{ state: 'ready', text, mayInvite: people.length },
    summary: words.counted({ invited, joined: people.length - invited, faults: faults.length }),
    faults: faults.slice(0, SHOWN).map(rowOf),
    notes: notes.slice(0, SHOWN).map(rowOf),
    people: people.slice(0, SHOWN).map(({ line, name, email, organisation, groups }) => ({
      ...{ line, name, email, organisation: organisation?.name ?? null },
      groups: groups.map((group) => group.name),
    })),
    hidden: { faults: hidden(faults.length), notes: hidden(notes.length), people: hidden(people.length) },
  };
}
