import { useEffect, useMemo, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import {
  type ApplicationEdit,
  editApplication,
  type RawAnswers,
} from '#shared/programme/application/application-doc.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import { complementForm, narrowed, withComplement } from '#shared/programme/application/form-parts.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { AsideNote } from '../../realtime/aside-note.tsx';
import { ClosedNotice } from '../../realtime/closed-notice.tsx';
import { LineState } from '../../realtime/line-state.tsx';
import { NamesPresent, PeoplePresent } from '../../realtime/people-present.tsx';
import { ReturnNote } from '../../realtime/return-note.tsx';
import type { RoomState } from '../../realtime/room-state.ts';
import { SaveState } from '../../realtime/save-state.tsx';
import { useFreshPage } from '../../realtime/use-fresh-page.ts';
import { useLiveRoom, useRoomState } from '../../realtime/use-live-room.ts';
import { usePresence } from '../../realtime/use-presence.ts';
import { Status } from '../../ui/status-slot.tsx';
import { faultsOfAnswers } from './application-faults.ts';
import { ApplicationForm } from './application-form.tsx';
import { type FormContext, FormContextProvider } from './form-world.ts';
import { SectionList } from './section-list.tsx';
import { SubmitPlate, type SubmitState } from './submit-panel.tsx';
import { useAnswers } from './use-application.ts';

interface ApplicationScreenProps {
  readonly application: { readonly id: string; readonly title: string };
  readonly me: PersonBadge;
  readonly form: Form;
  readonly world: FormWorld;
  /** What the room said when the page was made, and after which update. */
  readonly raw: RawAnswers;
  readonly seq: number;
  /** [AP10] Only these fields are written again; null: all of them. */
  readonly reopened: readonly string[] | null;
  /** [AP15] What was submitted, which stays as it was: only what is asked since it was selected is written. */
  readonly submitted: Answers | null;
  readonly submit: SubmitState;
}

/** The form of an application, alive as soon as its room is open: several people write in it at once. */
export function ApplicationScreen({
  application,
  me,
  form,
  world,
  raw: first,
  seq,
  reopened,
  submitted,
  submit,
}: ApplicationScreenProps) {
  const name = roomName({ kind: 'application', id: application.id });
  const title = application.title || words.untitled;
  const room = useLiveRoom(name, me.id, 'write');
  usePresence(room, me);
  const state = useRoomState(room);
  useFreshPage(room, state, 'write', title);
  useFreshStanding(state);
  const raw = useAnswers(room, state.isReady, first);
  const [focused, setFocused] = useState<string | null>(null);
  const shown = useMemo(() => {
    if (submitted) return complementForm(form);
    return reopened ? narrowed(form, ({ key }) => reopened.includes(key)) : form;
  }, [form, reopened, submitted]);
  const answers = useMemo(() => {
    const written = answersOf(form, raw);
    return submitted ? withComplement(form, submitted, written) : written;
  }, [form, raw, submitted]);
  const faults = useMemo(() => faultsOfAnswers(form, shown, answers, world), [form, shown, answers, world]);
  const doc = room && state.isReady && state.canWrite ? room.doc : null;
  const context: FormContext = {
    applicationId: application.id,
    raw,
    world,
    doc,
    edit: (edit: ApplicationEdit) => doc && editApplication(doc, [edit]),
    errorAt: (address) => (address === focused ? undefined : faults.said.get(address)),
    setFocused,
  };
  return (
    <>
      <Status>
        <SaveState save={state.save} />
        <LineState state={state} />
        <ReturnNote returned={state.returned} />
        <PeoplePresent room={room} />
      </Status>
      <NamesPresent room={room} />
      <ClosedNotice save={state.save} room={room} name={name} title={title} />
      <AsideNote userId={me.id} room={name} title={title} />
      {state.isAllowed && (
        <FormContextProvider value={context}>
          <div className="application-cols">
            <aside className="application-side">
              <SectionList form={shown} whole={form} answers={answers} faults={faults} />
            </aside>
            <div>
              <ApplicationForm form={shown} whole={form} answers={answers} seq={seq} isLive={doc !== null} />
              <SubmitPlate
                state={submit}
                what={submitted ? 'complement' : reopened ? 'correction' : 'deposit'}
                faults={faults}
                isSettled={room === null || state.save.state === 'saved'}
              />
            </div>
          </div>
        </FormContextProvider>
      )}
    </>
  );
}

/**
 * [AP10] Where the application stands is asked again each time the room opens: a page that this device kept, or that slept, may
 * show fields that are closed since, while its room may be written all along.
 */
function useFreshStanding({ save }: RoomState): void {
  const { revalidate } = useRevalidator();
  const isOpen = save.state === 'saved' || save.state === 'saving';
  useEffect(() => {
    if (isOpen) void revalidate();
  }, [isOpen, revalidate]);
}
