/** Where does a newcomer to the demonstration look first? At the case whose finding is there already (H35). */
import { useEffect, useState } from 'preact/hooks';
import type { CaseId } from '../../../src/base/ids.ts';
import { demonstrationState } from '../../kit/demonstration.ts';
import { caseHref } from '../frame/route.ts';
import { say } from '../frame/words.ts';

export function DemoStart() {
  const [first, setFirst] = useState<CaseId>();
  useEffect(() => {
    void demonstrationState().then((state) => setFirst(state?.first));
  }, []);
  if (first === undefined) return null;
  return (
    <p>
      <a class="button first" href={caseHref(first, 'findings')}>
        {say().lists.inbox.demoStart}
      </a>
    </p>
  );
}
