import { type ComponentType, type ReactNode, useState } from 'react';
import { Form } from 'react-router';
import { paths } from '#shared/paths.ts';
import type { LeaveDialogProps } from './leave-dialog.tsx';

/**
 * Leaves this device: what it keeps for this account goes with the session, after a warning when something exists nowhere
 * else. Without script the form works as any other; the device then keeps what was not sent.
 */
export function SignOut({ userId, children }: { userId: string; children: ReactNode }) {
  const [asking, setAsking] = useState<{
    readonly Dialog: ComponentType<LeaveDialogProps>;
    readonly unsent: LeaveDialogProps['unsent'];
  } | null>(null);

  async function leave() {
    const { LeaveDialog, leaveDevice, lookForUnsent } = await import('./leave-dialog.tsx');
    const unsent = await lookForUnsent(userId);
    const isLeaving = unsent === null && (await leaveDevice(userId));
    if (!isLeaving) setAsking({ Dialog: LeaveDialog, unsent });
  }

  return (
    <>
      <Form
        method="post"
        action={paths.signOut()}
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        {children}
      </Form>
      {asking && <asking.Dialog userId={userId} unsent={asking.unsent} onClose={() => setAsking(null)} />}
    </>
  );
}
