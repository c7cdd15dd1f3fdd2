import type { ProgressCallback } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { reportForward } from '../../src/upload/report-forward.js'

it('never tells of a step back, and passes on that nothing is known', () => {
  const told: Parameters<ProgressCallback>[0][] = []
  const { onProgress } = reportForward({ onProgress: (progress) => void told.push(progress) })
  onProgress?.({ isComputable: true, value: 0.6 })
  onProgress?.({ isComputable: true, value: 0.1 })
  onProgress?.({ isComputable: false })
  onProgress?.({ isComputable: true, value: 0.7 })
  expect(told).toEqual([
    { isComputable: true, value: 0.6 },
    { isComputable: true, value: 0.6 },
    { isComputable: false },
    { isComputable: true, value: 0.7 },
  ])
})

it('makes no listener when nobody listens: to count bytes costs time', () => {
  expect(reportForward({ publicKey: 'demopublickey' })).not.toHaveProperty('onProgress')
})
