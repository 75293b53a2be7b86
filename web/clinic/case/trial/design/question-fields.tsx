/**
 * What is asked, when does it count as answered, who may end it early? The one main question and its rule, settled before
 * day 1 and never after (H13, H18, H19).
 */
import { formatDose } from '../../../../../src/medicine/dose.ts';
import { Select, TextField } from '../../../../kit/part/field.tsx';
import { ESCAPE_DAYS, ESCAPE_SCORES, OUTCOMES, SETTLED_AT, WORTHWHILE } from './draft-design.ts';
import { type DesignProps, numbers } from './fields.tsx';

export function QuestionFields(props: DesignProps) {
  const { words, draft, faultOf, change } = props;
  const outcomes = OUTCOMES.map((id): [string, string] => [id, words.outcome[id] ?? id]);
  return (
    <>
      <h3>{words.question}</h3>
      <Select
        {...{ name: 'outcome', label: words.primary, help: words.primaryHelp, value: draft.outcome }}
        {...{ options: outcomes, fault: faultOf('outcome-not-kept', 'outcome-twice') }}
        onInput={(outcome) => change({ outcome, others: OUTCOMES.filter((id) => id !== outcome) })}
      />
      {draft.doses.length > 1 && (
        <Select
          {...{ name: 'primary-dose', label: words.primaryDose, fault: faultOf('primary-dose-not-in-design') }}
          value={String(draft.primaryDose ?? draft.doses.at(-1))}
          options={draft.doses.map((dose) => [String(dose), formatDose(dose)])}
          onInput={(chosen) => change({ primaryDose: draft.doses.find((dose) => String(dose) === chosen) })}
        />
      )}
      <Select
        {...{ name: 'worthwhile', label: words.worthwhile, help: words.worthwhileHelp }}
        {...{ value: String(draft.worthwhile), fault: faultOf('worthwhile-out-of-range') }}
        options={numbers(WORTHWHILE, draft.worthwhile, words.pointCount)}
        onInput={(worthwhile) => change({ worthwhile: Number(worthwhile) })}
      />
      <Select
        {...{ name: 'settled-at', label: words.settledAt, help: words.settledAtHelp }}
        {...{ value: String(draft.settledAt), fault: faultOf('settled-at-out-of-range') }}
        options={numbers(SETTLED_AT, draft.settledAt, words.inHundred)}
        onInput={(settledAt) => change({ settledAt: Number(settledAt) })}
      />
      <Escape {...props} />
      <TextField
        {...{ name: 'purpose', label: words.purpose, help: words.purposeHelp, rows: 2, maxLength: 500 }}
        {...{ value: draft.purpose, fault: draft.purpose === '' ? undefined : faultOf('purpose-empty') }}
        onInput={(purpose) => change({ purpose })}
      />
    </>
  );
}

function Escape({ words, draft, faultOf, change }: DesignProps) {
  const { early } = draft;
  const customary = { outcome: draft.outcome, atLeast: 9, days: 3 };
  const set = (changed: Partial<typeof customary>): void => change({ early: { ...(early ?? customary), ...changed } });
  return (
    <fieldset class="choices">
      <legend>{words.escape}</legend>
      <p class="quiet">{words.escapeHelp}</p>
      <Select
        {...{ name: 'escape', label: words.escapeIs, value: early ? 'rule' : 'wish' }}
        {...{ fault: faultOf('escape-rule-missing', 'escape-rule-out-of-range') }}
        options={(['rule', 'wish'] as const).map((each) => [each, words.escapes[each]])}
        onInput={(each) => change({ early: each === 'rule' ? customary : undefined })}
      />
      {early && (
        <>
          <Select
            {...{ name: 'escape-outcome', label: words.escapeOutcome, value: early.outcome }}
            options={OUTCOMES.map((id) => [id, words.outcome[id] ?? id])}
            onInput={(outcome) => set({ outcome })}
          />
          <Select
            {...{ name: 'escape-score', label: words.escapeScore, value: String(early.atLeast) }}
            options={numbers(ESCAPE_SCORES, early.atLeast, words.orMore)}
            onInput={(atLeast) => set({ atLeast: Number(atLeast) })}
          />
          <Select
            {...{ name: 'escape-days', label: words.escapeDays, value: String(early.days) }}
            options={numbers(ESCAPE_DAYS, early.days, words.dayCount)}
            onInput={(days) => set({ days: Number(days) })}
          />
        </>
      )}
    </fieldset>
  );
}
