import type { ReactNode } from 'react';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import type { FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** Who the structure is and how it is reached. */
export function FacilitatorFacts({ facilitator }: { facilitator: FacilitatorForReader }) {
  const { facts } = words;
  const { kind, address, site, contact, source, certainty } = facilitator;
  return (
    <Plate id="structure" title={facts.title}>
      <dl className="facts">
        <Fact label={facts.kind}>{words.kinds[kind]}</Fact>
        {address && <Fact label={facts.address}>{address}</Fact>}
        {site && (
          <Fact label={facts.site}>
            <a href={site} rel="noreferrer">
              {new URL(site).host}
            </a>
          </Fact>
        )}
        <Fact label={facts.contact}>
          {contact ? <Contact contact={contact} /> : <span className="muted">{facts.masked}</span>}
        </Fact>
        {source && <Fact label={facts.source}>{source}</Fact>}
        {certainty && <Fact label={facts.certainty}>{certainty}</Fact>}
      </dl>
    </Plate>
  );
}

function Contact({ contact }: { contact: NonNullable<FacilitatorForReader['contact']> }) {
  const { name, email, phone } = contact;
  if (!name && !email && !phone) return words.facts.unknown;
  return (
    <>
      {name && <span className="block">{name}</span>}
      {email && (
        <a className="block break-all" href={`mailto:${email}`}>
          {email}
        </a>
      )}
      {phone && <span className="block">{phone}</span>}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
