import { defineConfig, mergeConfig } from 'vitest/config'

/**
 * The test settings all packages share. The JSON report is what `npm test` counts.
 *
 * @param {import('vitest/config').ViteUserConfig} [overrides]
 */
export const testPackage = (overrides = {}) =>
  mergeConfig(
    defineConfig({
      test: {
        include: ['test/**/*.test.ts'],
        reporters: ['default', 'json'],
        outputFile: { json: 'test-results/vitest.json' },
        passWithNoTests: false,
        // For what hangs. How long a test takes on a busy machine says nothing.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      },
    }),
    defineConfig(overrides),
  )
