/** Replace with your own sign-in: read the user from a signed session cookie, a header or a database. */
export function findUser(request: Request): string | undefined {
  return /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}
