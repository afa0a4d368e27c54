import { ArrowDown, ArrowUp, Check, FileText } from 'lucide-react';
import { Form, Link } from 'react-router';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { SelectField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { ItemForm, type ItemFormRefusal } from './item-form.tsx';
import type { ItemChoices, ShownItem } from './shown-item.ts';

const words = meeting.agenda;

interface AgendaProps extends ItemChoices {
  readonly items: readonly ShownItem[];
  readonly balance: { readonly total: number; readonly length: number; readonly left: number };
  readonly youId: string;
  /** Facilitators order, accept and change; others what they proposed. */
  readonly canManage: boolean;
  /** Not once the meeting is over or cancelled. */
  readonly isOpen: boolean;
  readonly refusal: ItemFormRefusal | undefined;
}

/** The agenda, point by point along the rope, with what may be done with each. */
export function Agenda({ items, balance, youId, canManage, isOpen, refusal, ...choices }: AgendaProps) {
  const { total, length, left } = balance;
  return (
    <section className="plate" aria-labelledby="agenda">
      <header>
        <h2 id="agenda">{words.title}</h2>
        {total > 0 && (
          <span className="muted">{words.balance(meeting.length(total), meeting.length(length))}</span>
        )}
      </header>
      {left < 0 && (
        <p className="note warning mb-4">
          <span>{words.over(meeting.length(-left))}</span>
        </p>
      )}
      {items.length === 0 && (
        <p className="muted">
          {words.empty} {isOpen && words.emptyHint}
        </p>
      )}
      <ol className="rope meeting-agenda">
        {items.map((item, index) => {
          const isOwn = item.status === 'proposed' && item.proposedBy?.id === youId;
          return (
            <li key={item.id} className={item.status === 'proposed' ? 'proposed' : ''}>
              <ItemFacts item={item} />
              {isOpen && (
                <div className="row mt-2 meeting-gestures">
                  {canManage && <ItemGestures item={item} index={index} items={items} />}
                  {(canManage || isOwn) && (
                    <details className="fold" open={refusal?.form === item.id}>
                      <summary className="btn quiet sm" aria-label={words.editOf(item.title)}>
                        {words.edit}
                      </summary>
                      <div className="card mt-2">
                        <ItemForm item={item} refusal={refusal} submit={words.change} {...choices} />
                        {canManage && items.length > 1 && <MoveForm item={item} items={items} />}
                        <PostButton
                          fields={{ intent: 'removeItem', item: item.id }}
                          className="btn danger sm"
                          formClassName="mt-4"
                          label={words.removeOf(item.title)}
                        >
                          {words.remove}
                        </PostButton>
                      </div>
                    </details>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {isOpen && (
        <details className="fold mt-4" open={refusal?.form === 'new'}>
          <summary className="btn">{canManage ? words.add : words.propose}</summary>
          <div className="card mt-3">
            {!canManage && <p className="muted small mb-3">{words.proposeLead}</p>}
            <ItemForm
              item={null}
              refusal={refusal}
              submit={canManage ? words.submit : words.submitProposal}
              {...choices}
            />
          </div>
        </details>
      )}
    </section>
  );
}

function ItemFacts({ item: { title, minutes, status, owner, proposedBy, documents } }: { item: ShownItem }) {
  const facts = [
    meeting.length(minutes),
    owner && words.by(owner.name),
    status === 'proposed' && proposedBy && words.proposedBy(proposedBy.name),
  ].filter(Boolean);
  return (
    <>
      <p className="row">
        <strong>{title}</strong>
        {status === 'proposed' && <span className="badge info">{words.proposed}</span>}
      </p>
      <p className="small muted">{facts.join(' · ')}</p>
      {documents.length > 0 && (
        <ul className="small mt-1" aria-label={words.documents}>
          {documents.map((document) => (
            <li key={document.id}>
              <FileText className="icon" aria-hidden="true" />{' '}
              <Link to={paths.document(document)}>{document.title}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ItemGestures({
  item,
  index,
  items,
}: {
  item: ShownItem;
  index: number;
  items: readonly ShownItem[];
}) {
  const move = (rank: number) => ({ intent: 'moveItem', item: item.id, rank });
  return (
    <>
      {item.status === 'proposed' && (
        <PostButton
          fields={{ intent: 'acceptItem', item: item.id }}
          className="btn primary sm"
          label={words.acceptOf(item.title)}
        >
          <Check className="icon" aria-hidden="true" />
          {words.accept}
        </PostButton>
      )}
      {index > 0 && (
        <PostButton fields={move(index - 1)} className="btn sm icon-only" label={words.up(item.title)}>
          <ArrowUp className="icon" aria-hidden="true" />
        </PostButton>
      )}
      {index < items.length - 1 && (
        <PostButton fields={move(index + 1)} className="btn sm icon-only" label={words.down(item.title)}>
          <ArrowDown className="icon" aria-hidden="true" />
        </PostButton>
      )}
    </>
  );
}

function MoveForm({ item, items }: { item: ShownItem; items: readonly ShownItem[] }) {
  return (
    <Form method="post" className="row mt-4 meeting-move">
      <input type="hidden" name="intent" value="moveItem" />
      <input type="hidden" name="item" value={item.id} />
      <SelectField
        label={words.moveTo}
        name="rank"
        id={`rank-${item.id}`}
        defaultValue={items.findIndex(({ id }) => id === item.id)}
      >
        {items.map(({ id, title }, rank) => (
          <option key={id} value={rank}>
            {words.rankOf(rank + 1, title)}
          </option>
        ))}
      </SelectField>
      <button className="btn sm" type="submit" aria-label={words.moveToOf(item.title)}>
        {words.move}
      </button>
    </Form>
  );
}
