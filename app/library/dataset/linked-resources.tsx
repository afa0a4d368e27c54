import { Form, Link } from 'react-router';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface Linked {
  readonly id: string;
  readonly title: string;
}

/** [DS14] The resources of the library that hold a data set; whoever may change the record links others. Works without script. */
export function LinkedResources({
  linked,
  linkable,
  mayChange,
  error,
}: {
  linked: readonly Linked[];
  /** Those that may be added. */
  linkable: readonly Linked[];
  mayChange: boolean;
  error: string | undefined;
}) {
  if (linked.length === 0 && !mayChange) return null;
  return (
    <Plate id="linked-resources" title={words.resources}>
      {linked.length === 0 && <p className="muted">{words.noResources}</p>}
      <ul className="ruled">
        {linked.map((resource) => (
          <li key={resource.id} className="row">
            <Link className="min-w-0 break-words" to={paths.resource(resource)}>
              {resource.title}
            </Link>
            {mayChange && (
              <PostButton
                fields={{ intent: 'unlinkResource', resource: resource.id }}
                label={words.removeOne(resource.title)}
                className="btn quiet sm"
                formClassName="push"
              >
                {words.remove}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && linkable.length > 0 && (
        <details className="fold mt-4" open={error !== undefined}>
          <summary className="btn sm">{words.linkResource}</summary>
          <Form method="post" className="card mt-3" key={linked.length}>
            <SelectField label={words.resourceToLink} name="resource" error={error}>
              {namedOptions(linkable)}
            </SelectField>
            <p className="mt-3">
              <button className="btn" type="submit" name="intent" value="linkResource">
                {words.linkSubmit}
              </button>
            </p>
          </Form>
        </details>
      )}
    </Plate>
  );
}
