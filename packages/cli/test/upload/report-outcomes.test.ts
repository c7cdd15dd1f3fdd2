import { describe, expect, it } from 'vitest'
import { reportOutcomes } from '../../src/upload/report-outcomes.js'
import { systemTerminal } from '../../src/terminal/system-terminal.js'

describe('reportOutcomes', () => {
  it('prints a resume command that is safe for terminals and shells', () => {
    let output = ''
    const terminal = { ...systemTerminal(), printError: (text: string) => void (output += text) }
    const outcomes = [{ file: "it's\u001b]0;owned\u0007.bin", status: 'interrupted' as const }]

    reportOutcomes(outcomes, { resume: true }, terminal)
    expect(output).toContain(String.raw`secure-uploading upload $'it\'s\033]0;owned\007.bin' …`)
    expect(output).not.toContain('\u001b')
  })
})
