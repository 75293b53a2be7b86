/** Marks the branch no case can reach; a new case then fails to compile instead of falling through. */
export function unreachable(never: never): never {
  throw new RangeError(`not one of the known cases: ${JSON.stringify(never)}`);
}
