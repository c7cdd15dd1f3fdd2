import { describe, expect, it } from 'vitest'
import type { NamedFinding } from '../../../src/doctor/finding.js'
import { describeFindings } from '../../../src/doctor/report/describe-findings.js'

const fine: NamedFinding = { check: 'cache', level: 'fine', message: 'disables caching' }

describe('describeFindings', () => {
  it('lists ten places of a finding, and the number of others', () => {
    const places = Array.from({ length: 12 }, (_, index) => `main.js:${String(index + 1)}:1`)
    const found: NamedFinding = {
      check: 'bundle',
      level: 'failure',
      message: 'browser files contain the secret',
      places,
    }
    const report = describeFindings([found], false)
    expect(report).toContain('✗ browser files contain the secret\n    main.js:1:1\n')
    expect(report).toContain('    main.js:10:1\n    and 2 more\n')
    expect(report).not.toContain('main.js:11:1')
  })

  it('counts skipped checks only if there are any', () => {
    const unchecked: NamedFinding = {
      check: 'clock',
      level: 'unchecked',
      message: 'clock not checked: no Date header',
    }
    expect(describeFindings([fine], false)).toMatch(/\n0 errors, 0 warnings, 1 passed$/)
    expect(describeFindings([fine, unchecked], false)).toMatch(/\n0 errors, 0 warnings, 1 passed, 1 skipped$/)
  })

  it('replaces control characters in untrusted text', () => {
    const found: NamedFinding = {
      check: 'cache',
      level: 'failure',
      message: 'allows caches to store tokens (\u009b31m)',
      places: ['\u001b]0;owned\u0007.js:1:1'],
      advice: 'Send\u001b[2J',
    }
    const report = describeFindings([found], false)
    expect(report).toContain('✗ allows caches to store tokens (\ufffd31m)')
    expect(report).toContain('    \ufffd]0;owned\ufffd.js:1:1')
    expect(report).toContain('  → Send\ufffd[2J')
  })

  it('uses colors if the terminal supports them', () => {
    expect(describeFindings([fine], true)).toContain('\u001B[32m✓\u001B[39m')
  })
})
