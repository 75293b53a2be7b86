/** How the page looks and speaks, and the one quiet reminder: silent, neutral, at most once a day (H30, H31). */
import { useId, useState } from 'preact/hooks';
import { chooseLanguage, LANGUAGES, language } from '../../../kit/language.ts';
import { saveText } from '../../../kit/save.ts';
import { ThemeChoice } from '../../../kit/theme.tsx';
import { calendarFile, newVersion, reminder, setReminder } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

export function SettingsPage() {
  const words = say().more.settings;
  return (
    <>
      <Heading>{words.heading}</Heading>
      {newVersion.value && <p class="card">{words.version}</p>}
      <div class="titled">
        <ThemeChoice words={words.theme} />
      </div>
      <LanguageChoice />
      <ReminderChoice />
    </>
  );
}

function LanguageChoice() {
  const words = say().more.settings;
  return (
    <fieldset class="choices titled">
      <legend>{words.language}</legend>
      <div class="row">
        {LANGUAGES.map((name) => (
          <label key={name} lang={name}>
            <input
              {...{ type: 'radio', name: 'language', checked: language.value === name }}
              onChange={() => chooseLanguage(name)}
            />
            {words.languages[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Every half hour of the waking day; times are chosen. */
const TIMES = Array.from({ length: 36 }, (_, i) => [6 + Math.floor(i / 2), (i % 2) * 30] as const);

function ReminderChoice() {
  const { settings: words } = say().more;
  const { time: timeText } = say().when;
  const id = useId();
  const { run, trouble } = useActing();
  const { time, reach } = reminder.value;
  const [chosen, setChosen] = useState(time ?? '20:30');
  const set = (value: string): void => {
    if (value !== '') setChosen(value);
    void run(() => setReminder(value === '' ? undefined : value, words.reminderText));
  };
  return (
    <section>
      <h2>{words.reminder}</h2>
      <p>{words.reminderHelp}</p>
      {reach === 'denied' || reach === 'none' ? (
        <p>{words.reminderDenied}</p>
      ) : (
        <div class="field">
          <label for={id}>{words.reminderTime}</label>
          <select id={id} value={time ?? ''} onChange={({ currentTarget }) => set(currentTarget.value)}>
            <option value="">{words.reminderOff}</option>
            {TIMES.map(([hours, minutes]) => timeText(hours, minutes)).map((text) => (
              <option key={text} value={text}>
                {text}
              </option>
            ))}
          </select>
        </div>
      )}
      <Trouble text={trouble} />
      <p class="quiet">{words.calendarHelp}</p>
      <button
        {...{ type: 'button', class: 'button' }}
        onClick={() => saveText('note.ics', 'text/calendar', calendarFile(chosen, words.reminderText))}
      >
        {words.calendar}
      </button>
    </section>
  );
}
