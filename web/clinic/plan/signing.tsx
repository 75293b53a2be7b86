/** Signs a plan that was read back, with its terms; afterwards the list of plans shows what has force (H16, H17). */
import { go } from '../frame/route.ts';
import { todayText } from '../part/day.ts';
import { Signature } from '../part/signature.tsx';
import type { ReadProps } from './read-back.tsx';
import type { Terms } from './terms.tsx';

type Props = ReadProps & {
  readonly terms: Terms;
  readonly hash: string;
  readonly isSecond: boolean;
  readonly readAgain: () => void;
};

export function Signing({ here, words, plan, terms, hash, isSecond, readAgain }: Props) {
  const onSigned = async (): Promise<void> => {
    go({ at: 'case', case: here.id, tab: 'plan' });
    await here.reload();
  };
  return (
    <Signature
      {...{ words, readAgain, onSigned, stale: ['read-back-differs', 'plan-not-signable'] }}
      path={`/cases/${here.id}/plans/${plan.plan}/${isSecond ? 'cosignature' : 'signature'}`}
      signed={{ ...(isSecond ? {} : terms), day: todayText(), readBackHash: hash }}
    />
  );
}
