import { Buffer } from 'node:buffer'

/** Secrets by their variables. They stand in no other file: wherever one turns up, it has leaked. */
export const MADE_UP_SECRETS = {
  UPLOADCARE_SECRET_KEY: 'made-up-secret-key-5d0c1e7ab94f',
  SESSION_SECRET: 'made-up-session-secret-1f6b80e2c47d93a5',
}

const texts = Object.values(MADE_UP_SECRETS).flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
])

/** What none of them may be found by, as it is or encoded. */
export const MADE_UP_SECRET = new RegExp(texts.join('|'), 'i')
