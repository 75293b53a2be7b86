/** For whom is what is about to be signed? Two names that tell one patient from another, on every read-back (H16). */

type Props = {
  readonly words: { readonly forWhom: string; readonly caseLabel: string };
  readonly read: { readonly patient: { readonly name: string }; readonly label: string };
};

export function Whom({ words, read }: Props) {
  return (
    <dl class="whom">
      <div>
        <dt>{words.forWhom}</dt>
        <dd>{read.patient.name}</dd>
      </div>
      <div>
        <dt>{words.caseLabel}</dt>
        <dd>{read.label}</dd>
      </div>
    </dl>
  );
}
