import type { ReactNode } from 'react';
import { entry as words } from '#shared/people/entry/entry.fr.ts';

/** The steps, in order, along a rope. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="rope steps">{children}</ol>;
}

/** A step that was answered, folded to what was said; `edit`: where it is answered anew. */
export function StepDone({
  title,
  said,
  detail,
  edit,
}: {
  title: string;
  said: string;
  detail?: ReactNode;
  edit?: string | undefined;
}) {
  return (
    <li className="done">
      <h2>{title}</h2>
      <p className="said">
        <strong>{said}</strong>
        {detail && <span className="muted small">{detail}</span>}
        {edit && (
          <a className="small" href={edit}>
            {words.steps.edit}
            <span className="vh">{words.steps.editOf(title)}</span>
          </a>
        )}
      </p>
    </li>
  );
}

/** The id of the open step: where an address leads after each answer. */
export const OPEN_STEP = 'etape';

/** The step that is open. */
export function StepNow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="now" id={OPEN_STEP}>
      <h2>{title}</h2>
      {children}
    </li>
  );
}

/** A step that comes later. */
export function StepNext({ title }: { title: string }) {
  return (
    <li className="next">
      <h2>{title}</h2>
    </li>
  );
}
