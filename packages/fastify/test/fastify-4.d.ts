/** Fastify 4 beside Fastify 5. Only what the tests call, which is the same in both. */
declare module 'fastify-4' {
  import fastify from 'fastify'
  export = fastify
}
