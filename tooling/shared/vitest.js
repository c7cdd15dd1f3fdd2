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
        // A process for each file would cost more than the tests in it; no test leaves anything behind for the next.
        isolate: false,
        pool: 'threads',
        // For what hangs. How long a test takes on a busy machine says nothing.
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 30_000 } },
      },
    }),
    defineConfig(overrides),
  )

/** The settings of tests that take long: `npm run test:full` runs them from `test-full/`. */
export const testPackageInFull = () =>
  testPackage({
    test: {
      include: ['test-full/**/*.test.ts'],
      exclude: ['test/**'],
      outputFile: { json: 'test-results/vitest-full.json' },
      testTimeout: 240_000,
      hookTimeout: 240_000,
    },
  })
