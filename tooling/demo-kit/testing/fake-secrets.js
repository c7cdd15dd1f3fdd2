import { Buffer } from 'node:buffer'

/** Fake secrets by environment variable. They occur in no other file, so every occurrence in a build is a leak. */
export const FAKE_SECRETS = {
  UPLOADCARE_SECRET_KEY: 'made-up-secret-key-5d0c1e7ab94f',
  RECEIPT_SECRET: 'made-up-receipt-secret-7c20b94e6fd1a835',
  SESSION_SECRET: 'made-up-session-secret-1f6b80e2c47d93a5',
}

const texts = Object.values(FAKE_SECRETS).flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
])

/** Matches each fake secret, also in Base64 or hex. */
export const FAKE_SECRET = new RegExp(texts.join('|'), 'i')
