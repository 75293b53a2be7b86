/**
 * Who has to do with a case? Its ties, ending one, and tying another person to it, in a relation that fits what they are
 * here. The patient's own tie stays for ever (H16).
 */
import './people.css';
import { useRef, useState } from 'preact/hooks';
import type { CaseId } from '../../../src/base/ids.ts';
import type { CaseViewJson } from '../../../src/http/schema/case-json.ts';
import type { PersonJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Select } from '../../kit/part/field.tsx';
import { Alert, textOf } from '../../kit/part/form.tsx';
import { askSignedIn } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { Form } from '../part/form.tsx';
import { refusalText } from '../part/notice.tsx';
import { PersonChoice } from './person-choice.tsx';

type Tie = NonNullable<CaseViewJson['ties']>[number];
const CHOICES = ['prescriber', 'pharmacist', 'coordinator', 'carer'] as const;
type Choice = (typeof CHOICES)[number];

type Props = {
  readonly id: CaseId;
  readonly ties: readonly Tie[];
  /** Names by id, as the case is answered with them. */
  readonly people: Readonly<Record<string, string>>;
  /** May the person at the page change them? */
  readonly mayChange: boolean;
  /** Called when one was made or ended. */
  readonly reload: () => Promise<void>;
};

export function Ties({ id, ties, people, mayChange, reload }: Props) {
  const { ties: words, relations } = say().people;
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const nameOf = ({ person }: Tie): string => people[person] ?? '';
  const end = async (tie: Tie): Promise<void> => {
    setRefusal(undefined);
    const done = await askSignedIn('DELETE', `/cases/${id}/ties/${tie.person}/${tie.relation}`);
    if (!done.ok) return setRefusal(done.error);
    await reload();
    setSaid(words.ended(nameOf(tie)));
    heading.current?.focus(); // the button that had it is gone
  };
  return (
    <section aria-labelledby="ties">
      <h2 id="ties" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p class="quiet">{words.help}</p>
      <Alert text={refusal ? refusalText(refusal) : ''} />
      <p role="status">{said}</p>
      {ties.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="rows" aria-label={words.listing}>
          {ties.map((tie) => (
            <li key={`${tie.person} ${tie.relation}`}>
              <span>
                <strong>{nameOf(tie)}</strong>, {relations[tie.relation]}
              </span>
              {tie.relation === 'patient' ? (
                <span class="mark quiet">{words.forEver}</span>
              ) : (
                mayChange && (
                  <button
                    type="button"
                    class="button"
                    aria-label={words.endOf(nameOf(tie), relations[tie.relation])}
                    onClick={() => void end(tie)}
                  >
                    {words.end}
                  </button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <>
          <h3>{words.add}</h3>
          <AddTie
            {...{ id, button: words.button, first: false }}
            done={async (name) => {
              await reload();
              setSaid(words.added(name));
            }}
          />
        </>
      )}
    </section>
  );
}

type AddProps = {
  readonly id: CaseId;
  readonly button: string;
  readonly first: boolean;
  readonly done: (name: string) => void | Promise<void>;
};

/** Ties somebody to the case; offers those whose role fits the relation. */
export function AddTie({ id, button, first, done }: AddProps) {
  const { ties: words, relations } = say().people;
  const [relation, setRelation] = useState<Choice>('prescriber');
  const [person, setPerson] = useState<PersonJson>();
  const [missing, setMissing] = useState(false);
  const name = `tie-${id}`;
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const chosen = textOf(form, name);
    setMissing(chosen === '');
    if (chosen === '') return undefined;
    const made = await askSignedIn('POST', `/cases/${id}/ties`, { person: chosen, relation });
    if (!made.ok) return made.error;
    await done(person?.person === chosen ? person.name : '');
    return undefined;
  };
  return (
    <Form act={act} button={button} first={first}>
      {() => (
        <>
          <Select
            {...{ name: `${name}-relation`, label: words.as, value: relation }}
            options={CHOICES.map((each) => [each, relations[each]])}
            onInput={(value) => setRelation(CHOICES.find((each) => each === value) ?? 'prescriber')}
          />
          <PersonChoice
            {...{ name, label: words.find, found: words.found, none: words.noneFound }}
            fits={(each) => fits(each, relation)}
            fault={missing ? words.choose : undefined}
            onChoose={setPerson}
          />
        </>
      )}
    </Form>
  );
}

/** Whoever has the role; a carer is anybody who is still here. */
const fits = ({ roles, state }: PersonJson, relation: Choice): boolean =>
  state !== 'left' && state !== 'erased' && (relation === 'carer' || roles.includes(relation));
