import { expect, it } from 'vitest'
import { reportOutcomes } from '../../src/upload/report-outcomes.js'
import { systemTerminal } from '../../src/terminal/system-terminal.js'

it('writes a command to go on with that a terminal shows and a shell takes as it is', () => {
  let told = ''
  const terminal = { ...systemTerminal(), tell: (text: string) => void (told += text) }
  const outcomes = [{ file: "it's\u001b]0;owned\u0007.bin", status: 'interrupted' as const }]

  reportOutcomes(outcomes, { resume: true }, terminal)
  expect(told).toContain(String.raw`secure-uploading upload $'it\'s\033]0;owned\007.bin' …`)
  expect(told).not.toContain('\u001b')
})
