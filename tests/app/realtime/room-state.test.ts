import { describe, expect, it } from 'vitest';
import { decideRoomState, type RoomFacts } from '#app/realtime/room-state.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';

const calm: RoomFacts = {
  access: 'write',
  reason: null,
  isOutdated: false,
  closedWith: null,
  sentAwayWith: null,
  isHidden: false,
  isConnected: true,
  isFallback: false,
  wasTried: true,
  isSynced: true,
  isSettled: true,
  pending: 0,
  onDevice: 0,
  isKept: true,
  hasContent: true,
  returned: null,
};

const saveOf = (facts: Partial<RoomFacts>) =>
  decideRoomState({ ...calm, onDevice: facts.pending ?? 0, ...facts }).save;

describe('the save state', () => {
  it('[L1] is « saved » only when connected, in step both ways and acknowledged', () => {
    expect(saveOf({})).toEqual({ state: 'saved' });
    expect(saveOf({ isSettled: false, pending: 1 }).state).toBe('saving');
    expect(saveOf({ isSynced: false, pending: 1 }).state).toBe('saving');
    expect(saveOf({ isConnected: false }).state).toBe('offline');
  });

  it('[L2] says how many changes wait, and whether this device keeps them', () => {
    expect(saveOf({ isConnected: false, pending: 12 })).toEqual({
      state: 'offline',
      changes: 12,
      isKept: true,
      code: null,
    });
    expect(saveOf({ isConnected: false, pending: 1, isKept: false })).toEqual({
      state: 'offline',
      changes: 1,
      isKept: false,
      code: null,
    });
  });

  it('[L2] counts as kept what is on the device, not what is on its way there', () => {
    const typing = { isConnected: false, pending: 12, onDevice: 11 };
    expect(saveOf(typing)).toMatchObject({ state: 'offline', changes: 11, isKept: true });
    expect(saveOf({ ...typing, isKept: false })).toMatchObject({ changes: 12, isKept: false });
    expect(saveOf({ ...typing, onDevice: 0, wasTried: false })).toMatchObject({
      state: 'offline',
      changes: 0,
    });
  });

  it('[L2] keeps saying why the server asked to come back later, until something has come', () => {
    for (const isConnected of [false, true]) {
      expect(saveOf({ isConnected, isSynced: false, sentAwayWith: CLOSE.tryLater, pending: 2 })).toEqual({
        state: 'offline',
        changes: 2,
        isKept: true,
        code: CLOSE.tryLater,
      });
    }
  });

  it('[R11] the fallback is told beside it, only while it carries something', () => {
    const over = (facts: Partial<RoomFacts>) =>
      decideRoomState({ ...calm, isFallback: true, ...facts }).isFallback;
    expect([over({}), over({ isSettled: false })]).toEqual([true, true]);
    expect(saveOf({ isFallback: true })).toEqual({ state: 'saved' });
    expect([over({ isConnected: false }), over({ isOutdated: true })]).toEqual([false, false]);
    expect([over({ closedWith: CLOSE.gone }), over({ isFallback: false })]).toEqual([false, false]);
  });

  it('opens quietly: nothing is offline before a connection was tried', () => {
    const start = {
      isConnected: false,
      wasTried: false,
      isSynced: false,
      isSettled: false,
      hasContent: false,
    };
    expect(saveOf(start).state).toBe('opening');
    expect(saveOf({ ...start, pending: 2 }).state).toBe('offline');
  });

  it('[L1] nothing is being saved while nothing was written, whatever is there to read', () => {
    for (const facts of [{ isSynced: false }, { isSettled: false }])
      expect(saveOf(facts)).toEqual({ state: 'opening' });
  });

  it('[L3] lets nobody write with a lesser right, an older page or a closed room', () => {
    expect(decideRoomState(calm).canWrite).toBe(true);
    expect(decideRoomState({ ...calm, isConnected: false }).canWrite).toBe(true);
    for (const facts of [
      { access: 'comment' },
      { access: 'read' },
      { isOutdated: true },
      { closedWith: 4401 },
    ] as const) {
      expect(decideRoomState({ ...calm, ...facts }).canWrite).toBe(false);
    }
    expect(saveOf({ access: 'read', reason: 'role' })).toMatchObject({ state: 'readonly', reason: 'role' });
  });

  it('[L4] hides the content of a room that was taken away', () => {
    const taken = decideRoomState({
      ...calm,
      onDevice: 3,
      closedWith: CLOSE.forbidden,
      isHidden: true,
      pending: 3,
    });
    expect(taken.isAllowed).toBe(false);
    expect(taken.save).toEqual({ state: 'closed', code: CLOSE.forbidden, changes: 3, isKept: true });
  });
});
