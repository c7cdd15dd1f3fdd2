const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Says how long something takes, in the largest unit that leaves two or more. */
export function describeSeconds(seconds: number): string {
  const [name, length] = UNITS.find(([, unitSeconds]) => seconds >= 2 * unitSeconds) ?? ['second', 1]
  const count = Math.round(seconds / length)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
