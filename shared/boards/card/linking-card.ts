/** A card that points to an object, as the page of that object shows it. */
export interface LinkingCard {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly cardId: string;
  readonly title: string;
  readonly columnName: string;
  readonly isDone: boolean;
}
