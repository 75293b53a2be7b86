/** How something is signed, in German: with a passkey, or with a password, which proves less (H17). */
import type { signatureWords as english } from '../en/signature.ts';

export const signatureWords: typeof english = {
  method: 'Unterschreiben mit',
  methods: { passkey: 'meinem Passkey', password: 'meinem Passwort' },
  passkeyHelp: 'Ihr Gerät fragt nach Finger, Gesicht oder PIN. Der Schlüssel unterschreibt genau das, was oben steht.',
  passwordHelp: 'Für alle, die hier keinen Passkey haben. Es beweist weniger, und die Akte sagt das.',
  password: 'Ihr Passwort',
  signing: 'Wird unterschrieben …',
  hashHeading: 'Prüfsumme, die die Unterschrift bindet',
};
