/** The labels of the kits that were handed out, as a PDF: alike but for the code, and without any content (H13, H31). */

import { language } from '../../../../kit/language.ts';
import { saveFile } from '../../../../kit/save.ts';
import { askFileSignedIn } from '../../../frame/session.ts';
import { todayText } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Labels(props: TrialProps) {
  const { pharmacist } = props.words;
  const act = async () => {
    const made = await askFileSignedIn(
      'GET',
      `${pathOf(props)}/labels.pdf?day=${todayText()}&language=${language.peek()}`,
    );
    if (!made.ok) return made.error;
    saveFile(`${pharmacist.labelsFile}.pdf`, made.value);
    return undefined;
  };
  return <Form act={act} button={pharmacist.labels} waiting={pharmacist.labelsMaking} first={false} />;
}
