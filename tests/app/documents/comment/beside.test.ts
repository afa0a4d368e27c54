import { expect, test } from 'vitest';
import { stackBeside } from '#app/documents/comment/beside.ts';

const cards = (...all: (readonly [number | null, number])[]) =>
  all.map(([wanted, height]) => ({ wanted, height }));

test('[CM11] cards stand beside their passages, and under the one before where there is no room', () => {
  expect(stackBeside([], -1, 10)).toEqual([]);
  expect(stackBeside(cards([0, 50], [100, 50]), -1, 10)).toEqual([0, 100]);
  expect(stackBeside(cards([20, 50], [30, 50], [300, 50]), -1, 10)).toEqual([20, 80, 300]);
  // Above the margin, and without a passage.
  expect(stackBeside(cards([-40, 50], [null, 50], [null, 20]), -1, 10)).toEqual([0, 60, 120]);
});

test('[CM11] the card that is open keeps its place, and the others slide', () => {
  expect(stackBeside(cards([100, 50], [120, 50], [130, 50]), 1, 10)).toEqual([60, 120, 180]);
  expect(stackBeside(cards([100, 50], [120, 50], [130, 50]), 2, 10)).toEqual([10, 70, 130]);
  expect(stackBeside(cards([100, 50], [120, 50]), 0, 10)).toEqual([100, 160]);
});

test('[CM11] where the top leaves no room above the open card, nothing leaves the margin or covers another', () => {
  expect(stackBeside(cards([0, 50], [10, 50], [20, 50]), 2, 10)).toEqual([0, 60, 120]);
  expect(stackBeside(cards([null, 50], [null, 50]), 1, 10)).toEqual([0, 60]);
});
