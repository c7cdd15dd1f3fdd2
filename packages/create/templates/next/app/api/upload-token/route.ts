import { createTokenHandler } from '@secure-uploading/next'

export const { POST, OPTIONS } = createTokenHandler({
  // TODO: decide who may upload, by the session of your app. Return { subject: user.id } for a signed-in user, and null for
  // everyone else, who then gets a 401. Until you do, only the demo user of "dev:uploads" can upload, and only to the emulator.
  authorize: () =>
    process.env.UPLOADCARE_EMULATOR_URL && process.env.NODE_ENV !== 'production' ? { subject: 'demo-user' } : null,
})
