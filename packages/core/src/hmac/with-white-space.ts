/**
 * What else a secret may have become on its way through a file, a form or a terminal, and what it may have been before.
 */
export function withWhiteSpace(secret: string): string[] {
  const bare = secret.trim()
  const others = [
    bare,
    `${bare}\n`,
    `${bare}\r\n`,
    `${bare}\r`,
    `${bare} `,
    ` ${bare}`,
    `\n${bare}`,
    ` ${bare} `,
    `${bare}\t`,
  ]
  return others.filter((other) => other !== secret)
}
