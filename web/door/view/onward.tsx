/** Where does somebody who is signed in work? Patients and carers at their diary, everybody else in the clinic; or both. */
import type { MeJson } from '../../../src/http/schema/people-json.ts';
import type { FrontWords } from '../../kit/words/words.ts';

/** Who has no role in the clinic is a carer. A patient alone is their own admin too, and has no clinic to go to. */
export function OnwardLinks({ words: { on }, roles }: { words: FrontWords; roles: MeJson['roles'] }) {
  const atDiary = roles.length === 0 || roles.includes('patient');
  const inClinic = roles.some((role) => role !== 'patient' && !(role === 'admin' && atDiary));
  return (
    <p class="act">
      {atDiary && (
        <a class="button first" href="/app/">
          {on.diary}
        </a>
      )}
      {inClinic && (
        <a class={atDiary ? 'button' : 'button first'} href="/clinic/">
          {on.clinic}
        </a>
      )}
    </p>
  );
}
