import { Form } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface PartnersPlateProps {
  readonly partners: readonly { readonly id: string; readonly name: string; readonly part: string }[];
  readonly refused: Refused | undefined;
}

/** [EX20] Who helps from outside the programme. */
export function PartnersPlate({ partners, refused }: PartnersPlateProps) {
  const said = refusedOf(refused, 'partner');
  return (
    <section className="plate mt-12" aria-labelledby="partners">
      <h2 id="partners" className="mb-4">
        {words.partners}
      </h2>
      {partners.length === 0 && <p className="muted">{words.noPartners}</p>}
      <ul className="ruled">
        {partners.map(({ id, name, part }) => (
          <li key={id} className="row">
            <span>
              {name}
              {part && <small className="muted block">{part}</small>}
            </span>
            <PostButton
              fields={{ intent: 'removePartner', partnerId: id }}
              className="btn quiet sm"
              label={words.removeOf(name)}
            >
              {words.remove}
            </PostButton>
          </li>
        ))}
      </ul>
      <Form key={partners.length} method="post" className="max-w-3xl mt-4" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="partner" />
        <TextField
          label={words.partnerName}
          name="name"
          error={said?.errors.name}
          defaultValue={said?.values.name ?? ''}
          required
        />
        <TextField label={words.partnerPart} name="part" defaultValue={said?.values.part ?? ''} />
        <button className="btn mt-4" type="submit">
          {words.add}
        </button>
      </Form>
    </section>
  );
}
