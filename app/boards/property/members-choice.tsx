import type { Card } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { choosing } from '#shared/boards/card/property/card-properties.fr.ts';
import { CARD_PROPERTIES, type SetProperty } from '#shared/boards/card/property/card-properties.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { ChoiceButton } from '../../ui/late/menu.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { SET_VIEWS } from './property-views.tsx';

interface MembersChoiceProps {
  readonly card: Card;
  readonly property: SetProperty;
  readonly className: string;
  readonly label: string;
  readonly isOpenAtFirst?: boolean;
  readonly onClose?: () => void;
}

/** Chooses the members of a set of a card; nothing while the board only reads. */
export function MembersChoice({ card, property, ...button }: MembersChoiceProps) {
  const world = useBoardWorld();
  const { edit } = world;
  if (!edit) return null;
  const known = world[CARD_PROPERTIES[property].of];
  const gone = card[property].filter((id) => !known.has(id));
  return (
    <ChoiceButton
      {...button}
      choices={SET_VIEWS[property].choices(world)}
      chosen={card[property].filter((id) => known.has(id))}
      empty={choosing[property].nothing}
      // What left the group cannot be chosen again, and is not taken away by choosing others.
      onChange={(ids) => setCardProperties(edit.doc, { cardId: card.id, [property]: [...ids, ...gone] })}
    >
      {boardPage.choose}
    </ChoiceButton>
  );
}
