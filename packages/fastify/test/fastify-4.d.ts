/** Fastify 4, installed next to Fastify 5. The tests use only functions that are the same in both. */
declare module 'fastify-4' {
  import fastify from 'fastify'
  export = fastify
}
