/** Every planted leak, whatever it is planted in. */
import { IN_ACTS } from './acts.ts';
import { IN_ANSWERS } from './answers.ts';
import { IN_THE_MACHINE } from './machine.ts';
import type { Planted } from './planted.ts';

export const PLANTED: readonly Planted[] = [...IN_ANSWERS, ...IN_ACTS, ...IN_THE_MACHINE];
