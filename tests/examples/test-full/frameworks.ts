/** A framework that has an example. */
export interface Framework {
  /** The name of its folder in `projects/`, and of its example in `packages/server/examples`. */
  name: string
  /** Where the example imports `findUser` from. */
  findUser: string
  /** The arguments of `node` that start the built app. */
  start: readonly string[]
}

export const FRAMEWORKS: readonly Framework[] = [
  { name: 'hono', findUser: 'find-user.ts', start: ['dist/main.js'] },
  { name: 'elysia', findUser: 'find-user.ts', start: ['dist/server.js'] },
  { name: 'koa', findUser: 'find-user.ts', start: ['dist/server.js'] },
  { name: 'nestjs', findUser: 'find-user.ts', start: ['dist/main.js'] },
  { name: 'sveltekit', findUser: 'src/lib/find-user.ts', start: ['build/index.js'] },
  {
    name: 'react-router',
    findUser: 'app/find-user.ts',
    start: ['node_modules/@react-router/serve/bin.cjs', 'build/server/index.js'],
  },
  { name: 'nuxt', findUser: 'server/utils/find-user.ts', start: ['.output/server/index.mjs'] },
  { name: 'astro', findUser: 'src/find-user.ts', start: ['dist/server/entry.mjs'] },
  { name: 'tanstack-start', findUser: 'src/find-user.ts', start: ['.output/server/index.mjs'] },
  { name: 'solid-start', findUser: 'src/find-user.ts', start: ['.output/server/index.mjs'] },
]
