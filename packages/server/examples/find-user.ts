/** Stands for your own sign-in: reads who it is from a signed session cookie, a header, a database… */
export function findUser(request: Request): string | undefined {
  return /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}
