import type { ProgressCallback } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { monotonicProgress } from '../../src/upload/monotonic-progress.js'

it('monotonicProgress never reports a lower value, and passes on progress that is not computable', () => {
  const reported: Parameters<ProgressCallback>[0][] = []
  const { onProgress } = monotonicProgress({ onProgress: (progress) => void reported.push(progress) })
  onProgress?.({ isComputable: true, value: 0.6 })
  onProgress?.({ isComputable: true, value: 0.1 })
  onProgress?.({ isComputable: false })
  onProgress?.({ isComputable: true, value: 0.7 })
  expect(reported).toEqual([
    { isComputable: true, value: 0.6 },
    { isComputable: true, value: 0.6 },
    { isComputable: false },
    { isComputable: true, value: 0.7 },
  ])
})

it('monotonicProgress adds no listener without a listener, because tracking slows uploads', () => {
  expect(monotonicProgress({ publicKey: 'demopublickey' })).not.toHaveProperty('onProgress')
})
