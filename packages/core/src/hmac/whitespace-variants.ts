/** Lists whitespace variants of a secret, as files, forms and terminals produce them. */
export function whitespaceVariants(secret: string): string[] {
  const bare = secret.trim()
  const variants = [
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
  return variants.filter((variant) => variant !== secret)
}
