import type { RoomAccess } from '#shared/kernel/access/access.ts';

/** What a message 102 says. Total: words that are not ours mean that nothing may be written. */
export function readAccess(json: string): { access: RoomAccess; reason: string | null } {
  const { access, reason }: { access?: unknown; reason?: unknown } = JSON.parse(json);
  return {
    access: access === 'write' || access === 'comment' ? access : 'read',
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
  };
}
