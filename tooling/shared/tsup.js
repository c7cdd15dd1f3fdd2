import { defineConfig } from 'tsup'

/**
 * Builds a published package: ESM, CommonJS and declarations, from the entries that its `exports` name.
 * Splitting keeps a class that two entries share (an error, say) one class. `npm run lint` checks the types, of all
 * packages at once and in a fraction of the time, so declarations are written without a second check.
 *
 * @param {Record<string, string>} entry output name to source file
 * @param {import('tsup').Options} [overrides]
 */
export const buildPackage = (entry, overrides = {}) =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { noCheck: true } },
    splitting: true,
    treeshake: true,
    clean: true,
    target: 'es2022',
    ...overrides,
  })
