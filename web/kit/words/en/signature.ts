/** How something is signed, in English: with a passkey, or with a password, which proves less (H17). */
export const signatureWords = {
  method: 'Sign with',
  methods: { passkey: 'my passkey', password: 'my password' },
  passkeyHelp: 'Your device asks for your finger, face or PIN. The key signs exactly what stands above.',
  passwordHelp: 'For who has no passkey here. It proves less, and the record says so.',
  password: 'Your password',
  signing: 'Signing …',
  hashHeading: 'Hash the signature binds',
};
