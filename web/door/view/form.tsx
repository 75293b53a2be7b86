/** How does the door ask? The kit's form and fields, and which field of the door a refusal speaks of. */
import { type FormProps, Form as KitForm } from '../../kit/part/form.tsx';

export { Field, Option } from '../../kit/part/field.tsx';
export { Alert, type Faults, sentenceOf } from '../../kit/part/form.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'clinic-name-missing': 'clinicName',
  'name-missing': 'name',
  'login-missing': 'login',
  'login-unusable': 'login',
  'login-taken': 'login',
  'password-missing': 'password',
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-guessable': 'password',
};

export const Form = (props: Omit<FormProps, 'fieldOf'>) => <KitForm {...props} fieldOf={FIELD_OF} />;
