import { defineConfig } from 'tsup'
import { thirdPartyNotices } from './third-party-notices.js'

/**
 * Configures the build of a package: ESM, CommonJS and declarations for each entry. Splitting shares chunks between entries,
 * so that `instanceof` works for a class that two entries export. Declarations are written without a type check, because
 * `npm run lint` checks the types. The licenses of included packages are written next to the code.
 *
 * @param {Record<string, string>} entry source files by output name
 * @param {import('tsup').Options} [overrides]
 * @returns {ReturnType<typeof defineConfig>}
 */
export const buildPackage = (entry, { esbuildPlugins = [], plugins = [], ...overrides } = {}) =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { noCheck: true } },
    splitting: true,
    treeshake: true,
    clean: true,
    target: 'es2022',
    esbuildPlugins: [...esbuildPlugins, thirdPartyNotices()],
    plugins: [...plugins, requireOwnChunks],
    ...overrides,
  })

/** Loads chunks with `require` in CommonJS: Jest has no `import()` there. */
const requireOwnChunks = {
  name: 'require-own-chunks',
  renderChunk(code) {
    if (this.format !== 'cjs') return undefined
    return {
      code: code.replaceAll(/\bimport\((["']\.\/[^"']+["'])\)/g, 'Promise.resolve().then(() => require($1))'),
    }
  },
}
