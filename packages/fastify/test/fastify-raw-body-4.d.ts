/** fastify-raw-body for Fastify 4. The tests use only options that are the same in both. */
declare module 'fastify-raw-body-4' {
  import rawBody from 'fastify-raw-body'
  export = rawBody
}
