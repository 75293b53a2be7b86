/** How does an instant stand in a file's name? In UTC, sortable, without characters a file system refuses. */

/** "20260102T030405678Z" of milliseconds since 1970-01-01 UTC. */
export const instantName = (at: number): string => new Date(at).toISOString().replaceAll(/[-:.]/g, '');
