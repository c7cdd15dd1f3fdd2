import { generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export interface IdentityProvider {
  readonly issuer: string
  readonly audience: string
  /** What its tokens are checked with. */
  readonly publicKey: CryptoKey
  /** Makes an access token for somebody: a JWT. */
  issue(subject: string): Promise<string>
}

/** Plays what Cognito, Auth0 or your own service is on AWS. Its key is made anew at each start. */
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
