import { generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export interface IdentityProvider {
  readonly issuer: string
  readonly audience: string
  /** Verifies its tokens. */
  readonly publicKey: CryptoKey
  /** Creates an access token, a JWT, for a user. */
  issue(subject: string): Promise<string>
}

/** Creates a stand-in for Cognito, Auth0 or another identity provider. Each start generates a new key. */
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
