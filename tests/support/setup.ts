import { afterEach, beforeEach, expect } from 'vitest';

/**
 * Something logged as an error while a test passes is a fault that nobody looked at: it fails the test. Code that
 * means to report something reports it to the logger it was given.
 */
let errors: unknown[][] = [];

console.error = (...args: unknown[]) => {
  errors.push(args);
};

beforeEach(() => {
  errors = [];
});

afterEach(() => {
  expect(errors, 'console.error was called').toEqual([]);
});
