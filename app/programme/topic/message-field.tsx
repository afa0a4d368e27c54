import { useRef, useState } from 'react';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { MentionArea } from '../../realtime/comment/mention-area.tsx';
import { Field } from '../../ui/field.tsx';

interface MessageFieldProps {
  readonly label: string;
  readonly id: string;
  /** What stands in it at first. */
  readonly initial?: string | undefined;
  readonly error?: string | undefined;
  /** Whom « @ » offers. */
  readonly people: readonly PersonBadge[];
}

/** [TP1] [TP3] The words of a message; « @ » offers names, and without script a name that is typed is called as well. */
export function MessageField({ label, id, initial = '', error, people }: MessageFieldProps) {
  const [body, setBody] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Field label={label} name="body" id={id} required hint={words.messageHint} error={error}>
      {(control) => (
        <MentionArea
          control={control}
          area={area}
          value={body}
          onChange={setBody}
          people={people}
          onKeyDown={() => undefined}
        />
      )}
    </Field>
  );
}
