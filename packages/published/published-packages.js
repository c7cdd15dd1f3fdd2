/** What npm gets, by the name of its folder. A package that is to be published has its name here, and is not private. */
export const PUBLISHED_PACKAGES = [
  'core',
  'server',
  'express',
  'fastify',
  'next',
  'lambda',
  'client',
  'emulator',
  'cli',
]
