import { describe, expect, it } from 'vitest';
import { createLedger } from '#app/realtime/ledger.ts';
import { SYNC } from '#shared/realtime/realtime.ts';

/** A connection whose step 2 the server has stored. */
function settledLedger() {
  const ledger = createLedger();
  ledger.connectionChanged();
  ledger.messageSent(SYNC.step2);
  ledger.acknowledged(1);
  return ledger;
}

describe('the count of what the server has', () => {
  it('[L1] is not settled before our own step 2 has been acknowledged', () => {
    const ledger = createLedger();
    ledger.connectionChanged();
    expect(ledger.isSettled).toBe(false);
    ledger.messageSent(SYNC.step2);
    expect(ledger.isSettled).toBe(false);
    ledger.acknowledged(1);
    expect(ledger.isSettled).toBe(true);
  });

  it('[L1] waits for the last change, not for the one before', () => {
    const ledger = settledLedger();
    for (const _change of [1, 2]) {
      ledger.changeMade();
      ledger.messageSent(SYNC.update);
    }
    ledger.acknowledged(2);
    expect([ledger.isSettled, ledger.pending]).toEqual([false, 1]);
    ledger.acknowledged(3);
    expect([ledger.isSettled, ledger.pending]).toEqual([true, 0]);
  });

  it('[L1] forgets what a lost connection had sent, since it will be sent again', () => {
    const ledger = settledLedger();
    ledger.changeMade();
    ledger.messageSent(SYNC.update);
    ledger.connectionChanged();
    expect([ledger.isSettled, ledger.pending]).toEqual([false, 1]);
    ledger.messageSent(SYNC.step2);
    ledger.acknowledged(1);
    expect([ledger.isSettled, ledger.pending]).toEqual([true, 0]);
  });

  it('[L1] does not take an update sent before our step 2 for the changes made offline', () => {
    const ledger = settledLedger();
    ledger.changeMade();
    ledger.connectionChanged();
    ledger.changeMade();
    ledger.messageSent(SYNC.update);
    ledger.acknowledged(1);
    expect([ledger.isSettled, ledger.pending]).toEqual([false, 2]);
    ledger.messageSent(SYNC.step2);
    ledger.acknowledged(2);
    expect([ledger.isSettled, ledger.pending]).toEqual([true, 0]);
  });

  it('[L2] adds the changes of earlier visits until the server has everything', () => {
    const ledger = createLedger();
    ledger.carry(12);
    ledger.changeMade();
    expect(ledger.pending).toBe(13);
    ledger.connectionChanged();
    ledger.messageSent(SYNC.step2);
    ledger.acknowledged(1);
    expect(ledger.pending).toBe(0);
  });

  it('[L2] counts as delivered what a slow device says after the server had everything', () => {
    const ledger = settledLedger();
    ledger.carry(12);
    expect([ledger.pending, ledger.delivered]).toEqual([0, 12]);
  });

  it('[L2] takes nothing that a slow device says for delivered while the line is down', () => {
    const ledger = settledLedger();
    ledger.connectionChanged();
    ledger.carry(12);
    expect([ledger.pending, ledger.delivered]).toEqual([12, 0]);
  });

  it('[L2] tells this page’s changes from those of earlier visits, which stand on the device already', () => {
    const ledger = createLedger();
    ledger.carry(5);
    for (const _change of [1, 2]) ledger.changeMade();
    expect([ledger.unstored, ledger.pending]).toEqual([2, 7]);
    ledger.connectionChanged();
    ledger.messageSent(SYNC.step2);
    ledger.acknowledged(1);
    expect([ledger.unstored, ledger.pending]).toEqual([0, 0]);
  });
});
