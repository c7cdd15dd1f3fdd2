import { ALL_PACKAGES_FOLDER } from '../index.js'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { moduleThatImports, refusalMessage, SERVER_ENTRIES } from './server-entries.js'

describe('Vite', () => {
  it.each(SERVER_ENTRIES)('refuses %s in a page and explains why', async (entry) => {
    const page = build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rolldownOptions: { input: 'virtual:page' } },
      plugins: [
        {
          name: 'page',
          resolveId: (id) => (id === 'virtual:page' ? `${ALL_PACKAGES_FOLDER}/page.js` : undefined),
          load: (id) => (id.endsWith('/page.js') ? moduleThatImports(entry) : undefined),
        },
      ],
    })
    await expect(page).rejects.toThrow(refusalMessage(entry))
  })
})
