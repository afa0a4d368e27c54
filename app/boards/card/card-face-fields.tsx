import type { Card } from '#shared/boards/board.ts';
import { boardFields as words } from '#shared/boards/board-fields.fr.ts';
import { heldIn } from '#shared/boards/field/field.ts';
import { fieldText } from '../field/field-text.ts';
import { type BoardWorld, useBoardWorld } from '../parts/board-world.ts';

type Around = Pick<BoardWorld, 'fields' | 'people' | 'organisations'>;

/** What a card shows on its face of the board's own fields: « Quartier : Gare ». */
export function faceFields(card: Card, world: Around): { readonly id: string; readonly text: string }[] {
  return world.fields.flatMap((field) => {
    const value = field.onFace ? heldIn(card, field.id) : null;
    if (value === null) return [];
    return [{ id: field.id, text: words.held(field.name || words.unnamed, fieldText(field, value, world)) }];
  });
}

export function CardFaceFields({ card }: { card: Card }) {
  const shown = faceFields(card, useBoardWorld());
  if (shown.length === 0) return null;
  return (
    <p className="kcard-fields muted">
      {shown.map(({ id, text }) => (
        <span key={id}>{text}</span>
      ))}
    </p>
  );
}
