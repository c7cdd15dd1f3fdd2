/** Replace with your own sign-in: find the user by a signed session cookie. */
export function findUser(cookies: string | null | undefined): { id: string } | null {
  const id = /(?:^|; )user=(\w+)/.exec(cookies ?? '')?.[1]
  return id === undefined ? null : { id }
}
