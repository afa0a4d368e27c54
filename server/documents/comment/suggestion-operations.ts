import { z } from 'zod';
import { acceptSuggestion } from '#db/documents/comment/suggestion-acceptance.ts';
import {
  proposeSuggestion,
  refuseSuggestion,
  reopenSuggestion,
  withdrawSuggestion,
} from '#db/documents/comment/suggestions.ts';
import { parseSuggestion } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { changeOf as documentChange, type InDocument, inDocument } from '../document-rights.ts';
import { Said } from './comment-operations.ts';
import { tellComments } from './comment-rights.ts';

const LONGEST = 50_000;
const OfThread = z.object({ documentId: Id, threadId: Id });
const Words = z
  .object({ original: z.string().max(LONGEST), proposed: z.string().max(LONGEST) })
  .transform((words, context) => {
    const parsed = parseSuggestion(words);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', path: ['proposed'], message: parsed.error });
    return z.NEVER;
  });

/** What it was decided before. */
const DECIDED = {
  'suggestion.notFound': '',
  'suggestion.alreadyOpen': '',
  'suggestion.alreadyAccepted': '',
  'suggestion.alreadyRefused': '',
  'suggestion.alreadyWithdrawn': '',
} as const;

/** [SG1] [SG2] [SG4] Suggestions, as far as their text is left alone: what puts one into it is `suggestions.ts`. */
export const suggestionOperations = {
  'suggestion.propose': operation({
    input: OfThread.extend({ passage: z.custom<Passage>(), note: Said.nullable() }).and(Words),
    right: inDocument('document.suggest'),
    refusals: { 'comment.passageInvalid': '' },
    run: (act, { threadId, documentId: _, ...proposed }) =>
      telling(act, proposeSuggestion(act.tx, { ...changeOf(act, threadId), ...proposed })),
  }),

  /** Decides that its words go into the text, and gives them. Whoever asks for it puts them there. */
  'suggestion.accept': operation({
    input: OfThread,
    right: inDocument('document.decideSuggestion'),
    refusals: DECIDED,
    async run(act, { threadId }) {
      const change = changeOf(act, threadId);
      const accepted = await acceptSuggestion(act.tx, change);
      return accepted.ok ? ok({ change, text: accepted.value }) : accepted;
    },
  }),

  'suggestion.refuse': operation({
    input: OfThread,
    right: inDocument('document.decideSuggestion'),
    refusals: DECIDED,
    run: (act, { threadId }) => telling(act, refuseSuggestion(act.tx, changeOf(act, threadId))),
  }),

  /** One's own. */
  'suggestion.withdraw': operation({
    input: OfThread,
    right: inDocument('document.comment'),
    refusals: { ...DECIDED, 'suggestion.notYours': '' },
    run: (act, { threadId }) => telling(act, withdrawSuggestion(act.tx, changeOf(act, threadId))),
  }),

  /** That was refused, or taken back by its author. */
  'suggestion.reopen': operation({
    input: OfThread,
    right: inDocument('document.comment'),
    refusals: DECIDED,
    run: (act, { threadId }) =>
      telling(act, reopenSuggestion(act.tx, { ...changeOf(act, threadId), access: act.document.access })),
  }),
};

function changeOf(act: Act & InDocument, threadId: string) {
  return { ...documentChange(act), threadId };
}

async function telling<T, E extends string>(
  act: Act & InDocument,
  deciding: Promise<Result<T, E>>,
): Promise<Result<void, E>> {
  const decided = await deciding;
  if (!decided.ok) return decided;
  tellComments(act, { documentId: act.document.id, groupId: act.document.group.id });
  return ok();
}
