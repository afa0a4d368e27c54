import { Form, Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import type { TrackLink } from '#shared/programme/track/track.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface End {
  readonly id: string;
  readonly name: string;
}

const ADDRESSES: Readonly<Partial<Record<TrackLink, (end: End) => string>>> = {
  document: ({ id, name }) => paths.document({ id, title: name }),
  wanted: (end) => programmePaths.wantedDataset(end),
  dataset: ({ id, name }) => paths.dataset({ id, title: name }),
};

/** [ST4] What a track is linked to, of one kind, with how to add to it. */
export function TrackLinks({
  kind,
  ends,
  choices,
  mayChange,
  error,
}: {
  kind: TrackLink;
  ends: readonly End[];
  choices: readonly End[];
  mayChange: boolean;
  error: string | undefined;
}) {
  const address = ADDRESSES[kind];
  const left = choices.filter(({ id }) => !ends.some((end) => end.id === id));
  return (
    <Plate id={`links-${kind}`} title={words.links[kind]}>
      {ends.length === 0 ? (
        <p className="muted">{words.noLinks[kind]}</p>
      ) : (
        <ul className="ruled">
          {ends.map((end) => (
            <li key={end.id} className="row">
              {address ? <Link to={address(end)}>{end.name}</Link> : end.name}
              {mayChange && (
                <PostButton
                  fields={{ intent: 'unlink', kind, id: end.id }}
                  className="btn quiet sm"
                  formClassName="push"
                  label={words.removeOne(end.name)}
                >
                  {words.remove}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && left.length > 0 && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-4" key={ends.length}>
          <input type="hidden" name="kind" value={kind} />
          <div className="min-w-0 flex-[1_1_14rem]">
            <SelectField label={words.add[kind]} name="id" id={`add-${kind}`} error={error} required>
              <option value="">{words.choose}</option>
              {namedOptions(left)}
            </SelectField>
          </div>
          <button className="btn" type="submit" name="intent" value="link">
            {words.addSubmit}
          </button>
        </Form>
      )}
    </Plate>
  );
}
