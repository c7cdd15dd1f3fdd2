import { expect, it } from 'vitest'
import type { NamedFinding } from '../../../src/doctor/finding.js'
import { describeFindings } from '../../../src/doctor/report/describe-findings.js'

const fine: NamedFinding = { check: 'cache', level: 'fine', message: 'tells caches to keep nothing' }

it('shows ten places of a secret, and how many more there are', () => {
  const places = Array.from({ length: 12 }, (_, index) => `main.js:${String(index + 1)}:1`)
  const found: NamedFinding = { check: 'bundle', level: 'failure', message: 'holds the secret', places }
  const report = describeFindings([found], false)
  expect(report).toContain('✗ holds the secret\n    main.js:1:1\n')
  expect(report).toContain('    main.js:10:1\n    and 2 more\n')
  expect(report).not.toContain('main.js:11:1')
})

it('speaks of what was not checked only when there is some', () => {
  const unchecked: NamedFinding = {
    check: 'clock',
    level: 'unchecked',
    message: 'its clock could not be seen',
  }
  expect(describeFindings([fine], false)).toMatch(/\n0 wrong, 0 doubtful, 1 fine$/)
  expect(describeFindings([fine, unchecked], false)).toMatch(/\n0 wrong, 0 doubtful, 1 fine, 1 not checked$/)
})

it('shows nothing of somebody else’s that a terminal would obey', () => {
  const found: NamedFinding = {
    check: 'cache',
    level: 'failure',
    message: 'lets caches keep tokens (\u009b31m)',
    places: ['\u001b]0;owned\u0007.js:1:1'],
    advice: 'Send\u001b[2J',
  }
  const report = describeFindings([found], false)
  expect(report).toContain('✗ lets caches keep tokens (\ufffd31m)')
  expect(report).toContain('    \ufffd]0;owned\ufffd.js:1:1')
  expect(report).toContain('  → Send\ufffd[2J')
})

it('has colours where the terminal has some', () => {
  expect(describeFindings([fine], true)).toContain('\u001B[32m✓\u001B[39m')
})
