import { createColors } from 'picocolors'

/** Formats the steps that are left to the user. */
export function describeSteps(steps: readonly string[], hasColors: boolean): string {
  const { bold } = createColors(hasColors)
  return [bold('Next steps:'), ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n')
}
