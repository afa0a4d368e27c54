import { test } from 'vitest';
import { killUnderLoad } from '#tests/support/realtime/kill-under-load.ts';

const CYCLES = process.env.TEST_LONG ? 500 : 2;

test(`[R1] ${CYCLES} times killed under load, what was acknowledged or seen by another is there, once`, () =>
  killUnderLoad('postgres', CYCLES, (server) => server.end('SIGKILL')));
