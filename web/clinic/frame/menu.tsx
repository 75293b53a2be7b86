/** Where can one go from here, and how does the page look and speak? Only places that are open to the person are shown. */
import { isDemonstration } from '../../kit/ask.ts';
import { language } from '../../kit/language.ts';
import { LanguageChoice } from '../../kit/part/language-choice.tsx';
import { ThemeChoice } from '../../kit/theme.tsx';
import { hrefOf, type Place, place } from './route.ts';
import { hasRole, me, signOut } from './session.ts';
import { changeLanguage, say } from './words.ts';

const PLAIN = ['inbox', 'cases', 'open-case', 'people', 'clinic', 'evidence'] as const;
type Plain = (typeof PLAIN)[number];

/** Is it a place of the navigation? */
export const isPlain = (at: Place['at']): at is Plain => PLAIN.some((name) => name === at);

/** What stands in the navigation for the person signed in, in order. */
export function placesOpen(): readonly Plain[] {
  const treats = hasRole('prescriber', 'coordinator');
  const open: Readonly<Record<Plain, boolean>> = {
    inbox: treats,
    cases: treats || hasRole('pharmacist'),
    'open-case': hasRole('prescriber'),
    people: treats || hasRole('admin'),
    clinic: hasRole('admin'),
    evidence: true,
  };
  return PLAIN.filter((name) => open[name]);
}

/** Where somebody begins who named no place. */
export function startPlace(): Place {
  return { at: placesOpen()[0] ?? 'evidence' };
}

/** Is this place in that part of the navigation? */
const isIn = (at: Place['at'], name: Plain): boolean =>
  at === name || (name === 'cases' && at === 'case') || (name === 'people' && at === 'person');

export function Navigation() {
  const { frame } = say();
  const label: Readonly<Record<Plain, string>> = { ...frame, 'open-case': frame.openCase };
  return (
    <nav aria-label={frame.nav} class="places">
      <ul>
        {placesOpen().map((name) => (
          <li key={name}>
            <a href={hrefOf({ at: name })} {...(isIn(place.value.at, name) ? { 'aria-current': 'page' as const } : {})}>
              {label[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The person's own corner: devices, language, light or dark, and the way out. */
export function Account() {
  const { frame } = say();
  const person = me.value;
  if (!person) return null;
  return (
    <details class="account">
      <summary aria-label={frame.account(person.name)}>
        <span class="name">{person.name}</span>
      </summary>
      <div class="corner">
        <p>
          <a
            href={hrefOf({ at: 'me' })}
            onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            {frame.me}
          </a>
        </p>
        <LanguageChoice now={language.value} choose={(name) => void changeLanguage(name)} />
        <ThemeChoice words={frame.theme} />
        {!isDemonstration() && (
          <button type="button" class="button" onClick={() => void signOut()}>
            {frame.signOut}
          </button>
        )}
      </div>
    </details>
  );
}
