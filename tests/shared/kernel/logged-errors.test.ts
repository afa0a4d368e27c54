import { test } from 'vitest';

test.fails('[H7] what is logged as an error fails the test that runs', () => {
  console.error('a fault that nobody looked at');
});
