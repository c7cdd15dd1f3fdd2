import { assertSecret } from './assert-secret.js'

/** A secret of a public function, as its messages name it. */
export interface SecretKind {
  option: string
  description: string
}

export const SECRET_KEY: SecretKind = {
  option: 'secretKey',
  description: 'the secret key of your Uploadcare project',
}

export const SIGNING_SECRET: SecretKind = {
  option: 'signingSecret',
  description: 'the signing secret from the webhook’s settings',
}

export const RECEIPT_SECRET: SecretKind = {
  option: 'secret',
  description: 'a secret of your backend that signs upload receipts',
}

/** @throws {TypeError} if the secret is invalid */
export function assertSecretOf(
  { option, description }: SecretKind,
  secret: unknown,
): asserts secret is string {
  assertSecret(option, secret, description)
}
