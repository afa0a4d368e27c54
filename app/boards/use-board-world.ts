import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type * as Y from 'yjs';
import type { Label } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { CardFilter } from '#shared/boards/card/card-filter.ts';
import type { Field } from '#shared/boards/field/field.ts';
import type { LaneBy } from '#shared/boards/view/lanes.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { paths } from '#shared/paths.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';
import { useSay } from '../ui/announcer.tsx';
import { useToast } from '../ui/toast.tsx';
import { createBoardActions } from './board-actions.ts';
import type { BoardView } from './board-view.ts';
import { createHistoryActions, historyOf } from './history/board-history.ts';
import type { BoardWorld } from './parts/board-world.ts';
import { createBatchActions } from './selection/batch-actions.ts';
import { useToday } from './use-board.ts';
import type { LiveArrangement } from './view/arrangement.ts';

interface Around {
  readonly board: { readonly id: string; readonly title: string };
  readonly userId: string;
  readonly people: readonly PersonBadge[];
  readonly organisations: readonly OrganisationBadge[];
  readonly labels: readonly Label[];
  readonly fields: readonly Field[];
  readonly today: string;
  readonly uploadMegabytes: number;
  readonly view: BoardView;
  readonly arrangement: LiveArrangement;
  readonly filter: CardFilter;
  readonly by: LaneBy | null;
  readonly show: (cardId: string) => void;
  /** Null while the board only reads. */
  readonly doc: Y.Doc | null;
}

/** Gathers what the parts of a board share. The same object as long as nothing of it changed. */
export function useBoardWorldOf({
  board,
  userId,
  people,
  organisations,
  labels,
  fields,
  view,
  arrangement,
  filter,
  by,
  show,
  doc,
  uploadMegabytes,
  ...first
}: Around): BoardWorld {
  const say = useSay();
  const notify = useToast();
  const today = useToday(first.today);
  const edit = useMemo(() => {
    if (!doc) return null;
    const actions = createBoardActions({
      doc,
      view,
      arrangement,
      userId,
      say,
      notify: (text, undo) =>
        notify({ text, ...(undo && { action: { label: boardPage.undo, onPress: undo } }) }),
    });
    const history = historyOf(doc);
    const steps = createHistoryActions({
      history,
      view,
      notify: (text, action) => notify({ text, ...(action && { action }) }),
    });
    const batch = createBatchActions({
      doc,
      view,
      arrangement,
      notify: (text) => notify({ text, action: { label: boardPage.undo, onPress: steps.takeBack() } }),
      refuse: (text) => notify({ text }),
    });
    return { doc, actions, batch, history, steps };
  }, [doc, view, arrangement, userId, say, notify]);
  const peopleById = useMemo(() => byId(people), [people]);
  const organisationsById = useMemo(() => byId(organisations), [organisations]);
  const labelsById = useMemo(() => byId([...labels].sort(byName)), [labels]);
  const look = useMemo(
    () => ({ filter, by, userId, today, people: peopleById, organisations: organisationsById }),
    [filter, by, userId, today, peopleById, organisationsById],
  );
  // What is shown follows what is asked at once: whoever draws or moves after this sees the same board.
  arrangement.look = look;
  const { id, title } = board;
  // A card opens and closes in the view that the address asks for.
  const { search } = useLocation();
  const cardPath = useMemo(() => {
    const beginning = paths.boardCard({ id, title }, '');
    return (cardId: string) => beginning + cardId + search;
  }, [id, title, search]);
  const boardPath = paths.board({ id, title }) + search;
  return useMemo(
    () => ({
      board: { id, title },
      cardPath,
      boardPath,
      people: peopleById,
      organisations: organisationsById,
      labels: labelsById,
      fields,
      today,
      uploadMegabytes,
      view,
      arrangement,
      show,
      edit,
    }),
    [
      id,
      title,
      cardPath,
      boardPath,
      peopleById,
      organisationsById,
      labelsById,
      fields,
      today,
      uploadMegabytes,
      view,
      arrangement,
      show,
      edit,
    ],
  );
}

const byName = (a: Label, b: Label) => inFrench(a.name, b.name);

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
