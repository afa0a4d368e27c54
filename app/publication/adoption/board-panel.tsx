import { Form, Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { SelectField } from '../../ui/field.tsx';
import type { AdoptionRefusal } from './refusal.ts';

interface BoardPlateProps {
  /** There is one, for whoever may see it or not. */
  readonly hasBoard: boolean;
  /** The board, where the reader may see it. */
  readonly board: {
    readonly id: string;
    readonly title: string;
    readonly group: { readonly name: string };
  } | null;
  readonly mayMake: boolean;
  /** Groups in which the reader may make boards. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly refused: AdoptionRefusal | undefined;
}

/** [RP8] The board of the plan: where it is, or how it is made. */
export function BoardPlate({ hasBoard, board, mayMake, groups, refused }: BoardPlateProps) {
  if (!hasBoard && !mayMake) return null;
  return (
    <section className="plate" aria-labelledby="tableau">
      <header>
        <h2 id="tableau">{words.board}</h2>
      </header>
      {board && (
        <p>
          <Link to={paths.board(board)}>{board.title}</Link>
          <span className="muted block small">{words.boardIn(board.group.name)}</span>
        </p>
      )}
      {hasBoard && !board && <p>{words.boardElsewhere}</p>}
      {!hasBoard && groups.length === 0 && (
        <p>
          {words.noGroup} <Link to={paths.groups()}>{words.toGroups}</Link>
        </p>
      )}
      {!hasBoard && groups.length > 0 && (
        <Form method="post">
          <input type="hidden" name="intent" value="board" />
          <p className="small muted">{words.boardHint}</p>
          <SelectField
            label={words.boardGroup}
            name="group"
            error={refused?.errors.group}
            defaultValue={refused?.values.group}
          >
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <button className="btn primary mt-3" type="submit">
            {words.makeBoard}
          </button>
        </Form>
      )}
    </section>
  );
}
