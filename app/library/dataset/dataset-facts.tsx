import type { ReactNode } from 'react';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { isLicenceDoubtful } from '#shared/library/dataset/dataset.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { AccessBadge } from './access-badge.tsx';

const facts = 'facts grid-cols-[9.5rem_minmax(0,1fr)] text-base [&>dt]:pt-0';

/** What the record says, in two plates: the data, and how one gets at them. */
export function DatasetFacts({ dataset }: { dataset: DatasetForMember }) {
  const { fields } = words;
  const years = words.years(dataset.yearFrom, dataset.yearTo);
  return (
    <>
      <Plate id="access" title={words.sections.access} beside={<AccessBadge status={dataset.accessStatus} />}>
        {isLicenceDoubtful(dataset) && <Notice kind="warning">{words.licenceDoubt}</Notice>}
        <dl className={facts}>
          <Fact label={fields.accessStatus}>
            {words.accessStatuses[dataset.accessStatus]}
            {dataset.accessReason && ` (${words.accessReasons[dataset.accessReason].toLowerCase()})`}
          </Fact>
          {dataset.accessNote && <Fact label={fields.accessNote}>{dataset.accessNote}</Fact>}
          <Fact label={fields.licence}>{words.licences[dataset.licence]}</Fact>
        </dl>
      </Plate>
      <Plate id="form" title={words.sections.form}>
        <dl className={facts}>
          <Fact label={fields.producerName}>
            {dataset.producerName}
            <span className="muted block small">{words.producerKinds[dataset.producerKind]}</span>
          </Fact>
          <Fact label={fields.frequency}>{words.frequencies[dataset.frequency]}</Fact>
          <Fact label={fields.schemaName}>
            {dataset.schemaUrl ? (
              <a href={dataset.schemaUrl} rel="noreferrer">
                {words.schemaWithVersion(dataset.schemaName || dataset.schemaUrl, dataset.schemaVersion)}
              </a>
            ) : (
              words.schemaWithVersion(dataset.schemaName, dataset.schemaVersion) || words.unknown
            )}
          </Fact>
          <Fact label={fields.territory}>{dataset.territory || words.unknown}</Fact>
          {years && <Fact label={words.sections.coverage}>{years}</Fact>}
        </dl>
      </Plate>
    </>
  );
}

/** Who looks after the record; whom to write to is for the group. */
export function DatasetKeepers({ dataset }: { dataset: DatasetForMember }) {
  return (
    <section className="card" aria-labelledby="who">
      <h2 id="who" className="mb-3">
        {words.sections.who}
      </h2>
      {dataset.organisation ? (
        <p className="person">
          <Avatar
            letters={dataset.organisation.shortName}
            colour={dataset.organisation.colour}
            label={null}
            isSquare
          />
          {dataset.organisation.name}
        </p>
      ) : (
        <p className="muted">{words.noOrganisation}</p>
      )}
      {dataset.contact && (
        <p className="mt-3">
          <strong className="block">{words.fields.contact}</strong>
          {dataset.contact}
          <span className="muted block small">{words.hints.contact}</span>
        </p>
      )}
      <p className="muted small mt-3">{words.seenBy(words.visibilities[dataset.visibility].toLowerCase())}</p>
    </section>
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
