/** What did the diary say last? The newest finding of the case, where findings are the reader's; undefined until it is here. */
import type { Analysis } from '../../../src/analysis/finding.ts';
import type { FindingHeadJson } from '../../../src/http/schema/case-json.ts';
import { useAnswer } from '../frame/remote.ts';
import { type Here, isHereAs } from './here.ts';

export function useNewestFinding(here: Here): Analysis | undefined {
  const may = isHereAs(here, 'prescriber', 'coordinator');
  const listed = useAnswer<{ readonly findings: readonly FindingHeadJson[] }>(
    may ? `/cases/${here.id}/findings?limit=1` : undefined,
  ).remote;
  const newest = listed.state === 'here' ? listed.value.findings[0]?.finding : undefined;
  const { remote } = useAnswer<{ readonly analysis: Analysis }>(
    newest === undefined ? undefined : `/cases/${here.id}/findings/${newest}`,
  );
  return remote.state === 'here' ? remote.value.analysis : undefined;
}
