/**
 * What is compounded? Strengths, concentrations and marks of syringes to choose from, so that none is typed (H1, H2). The
 * 50 mg tablet of the other therapy is left out on purpose (H3). Source: pharmacies' lists.
 */
import { microgramsPerMillilitre, microlitres } from '../concentration.ts';
import { micrograms } from '../dose.ts';

export const STRENGTHS = [250, 500, 750, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 4_500, 6_000].map(micrograms);
export const CONCENTRATIONS = [100, 250, 500, 1_000, 2_000, 5_000].map(microgramsPerMillilitre);
export const GRADUATIONS = [10, 20, 50, 100, 200, 250, 500].map(microlitres);
