import { generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export interface IdentityProvider {
  readonly issuer: string
  readonly audience: string
  /** Verifies the access tokens. */
  readonly publicKey: CryptoKey
  /** Issues an access token, a JWT, for a user. */
  issue(subject: string): Promise<string>
}

/**
 * Creates a local identity provider in place of Cognito, Auth0 or your own service, with a new key pair.
 *
 * @param accessTokenSeconds the lifetime of its access tokens
 */
export async function createIdentityProvider(accessTokenSeconds: number): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const issuer = 'https://identity.example'
  const audience = 'upload-demo'
  return {
    issuer,
    audience,
    publicKey,
    issue: (subject) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(`${accessTokenSeconds}s`)
        .sign(privateKey),
  }
}
