import { organising } from '#shared/documents/list/document-organising.fr.ts';

const words = organising.templates;

interface Offered {
  /** Empty for a blank document. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Its titles. */
  readonly outline: readonly string[];
}

/** Cards of what a document can begin with, each with its outline. Radio buttons: the arrows choose, it works without script. */
export function TemplateChoice({ templates, chosen }: { templates: readonly Offered[]; chosen: string }) {
  return (
    <fieldset>
      <legend className="mb-3 font-semibold">{words.model}</legend>
      <div className="templates">
        {templates.map(({ key, name, description, outline }) => (
          <label className="template card" key={key}>
            <input type="radio" name="template" value={key} defaultChecked={key === chosen} />
            <span className="template-name">{name}</span>
            <span className="muted small">{description}</span>
            {outline.length > 0 && (
              <span className="template-outline small">
                {outline.map((title, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a preview that never changes, where titles may repeat.
                  <span key={index}>{title}</span>
                ))}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
