/** How does the clinic's page ask? The kit's form with this page's words. */
import { type FormProps, Form as KitForm } from '../../kit/part/form.tsx';
import { say } from '../frame/words.ts';

export const Form = (props: Omit<FormProps, 'words'>) => <KitForm words={say().frame} {...props} />;
