import { defineConfig, mergeConfig } from 'vitest/config'

/**
 * Configures the tests of a package with the settings that all packages share. `npm test` counts results from the JSON report.
 *
 * @param {import('vitest/config').ViteUserConfig} [overrides]
 * @returns {import('vitest/config').ViteUserConfig}
 */
export const testPackage = (overrides = {}) =>
  mergeConfig(
    defineConfig({
      test: {
        include: ['test/**/*.test.ts'],
        reporters: ['default', 'json'],
        outputFile: { json: 'test-results/vitest.json' },
        passWithNoTests: false,
        // Isolating each file would take longer than its tests, and no test leaves state for the next.
        isolate: false,
        pool: 'threads',
        // Only ends tests that hang, so slow machines pass.
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 30_000 } },
      },
    }),
    defineConfig(overrides),
  )

/**
 * Configures the slow tests in `test-full/`, which `npm run test:full` runs.
 *
 * @returns {import('vitest/config').ViteUserConfig}
 */
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
