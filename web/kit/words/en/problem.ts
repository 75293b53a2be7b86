/** What is wrong with a statistician's problem file, in words. */
import type { ProblemFault } from '../../../../src/stats/problem.ts';
import type { ProblemTextFault } from '../../../../src/stats/problem-json.ts';

type Fault = ProblemFault | ProblemTextFault;
type Said = { readonly [C in Fault['code']]: (fault: Extract<Fault, { readonly code: C }>) => string };

const PROBLEM_FAULT: Said = {
  'not-json': () => 'The file is not JSON.',
  'not-an-object': () => 'The file holds JSON, but not one object { "y": [...], ... }.',
  'key-missing': ({ part }) => `"${part}" is missing.`,
  'key-unknown': ({ part }) => `"${part}" is not a part of a problem; a misspelt name would otherwise go unnoticed.`,
  'not-numbers': ({ part, index }) => `"${part}" holds something that is not a number, at position ${index}.`,
  'not-a-list': ({ part }) => `"${part}" is not a list.`,
  'likelihood-unknown': ({ text }) => `"${text}" is not a likelihood; there are "gaussian" and "rounded".`,
  'several-people': ({ people }) =>
    `This problem holds ${people} people. fit answers for one person; the pooled analysis is not part of this version.`,
  'length-differs': ({ part, length, expected }) => `"${part}" has ${length} entries where ${expected} are needed.`,
  'not-finite': ({ part, index }) => `"${part}" has no finite number at position ${index}.`,
  'level-unknown': ({ index, level, levels }) =>
    `"lvl" has level ${level} at position ${index}; levels are whole numbers 0 to ${levels}.`,
  'doses-not-increasing': ({ index }) =>
    `"doses" must be above 0 and rise from each to the next; position ${index} does not.`,
  'sd-not-positive': ({ part, index }) => `"${part}" must be above 0 everywhere; position ${index} is not.`,
  'score-not-on-scale': ({ index, score, top }) =>
    `The score ${score} at position ${index} is not a whole number 0 to ${top}, which the rounded likelihood needs.`,
  'too-few-scores': ({ scores, needed }) => `There are ${scores} scores; at least ${needed} are needed.`,
  'too-large': ({ part, size, limit }) => `"${part}" has ${size} entries; at most ${limit} are taken.`,
};

/** One sentence a fault. */
export function problemFaultSentence(fault: Fault): string {
  return (PROBLEM_FAULT[fault.code] as (fault: Fault) => string)(fault);
}
