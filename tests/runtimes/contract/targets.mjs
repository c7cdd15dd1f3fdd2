/**
 * The adapters and runtimes on which the contract is tested, in the order of `docs/contract.md`. An adapter has a `folder`,
 * relative to `packages`, whose `create-token-handler.test.ts`, `create-webhook-handler.test.ts` and
 * `create-uploads-handler.test.ts` pass `title` to `describeTokenEndpoint`, `describeWebhookEndpoint` and
 * `describeUploadsEndpoint`. `runtime` is a key of `runtimes`.
 *
 * @type {({ title: string, folder: string } | { title: string, runtime: string })[]}
 */
export const TARGETS = [
  { title: 'Express 5', folder: 'express/test' },
  { title: 'Express 4', folder: 'express/test' },
  { title: "Next's App Router", folder: 'next/test' },
  { title: "Next's App Router at the edge", folder: 'next/test' },
  { title: "Next's Pages Router", folder: 'next/test/pages' },
  { title: 'Lambda behind a REST API', folder: 'lambda/test' },
  { title: 'Lambda behind an HTTP API', folder: 'lambda/test' },
  { title: 'Lambda behind a function URL', folder: 'lambda/test' },
  { title: 'Lambda behind a load balancer', folder: 'lambda/test' },
  {
    title: 'Lambda behind a load balancer with multi-value headers',
    folder: 'lambda/test',
  },
  { title: 'Fastify 5', folder: 'fastify/test' },
  { title: 'Fastify 4', folder: 'fastify/test' },
  { title: 'Node 20', runtime: 'node 20' },
  { title: 'Node 22', runtime: 'node 22' },
  { title: 'Node 24', runtime: 'node 24' },
  { title: 'Node 26', runtime: 'node 26' },
  { title: 'workerd', runtime: 'workerd' },
  { title: 'Deno', runtime: 'deno' },
  { title: 'Bun', runtime: 'bun' },
  { title: 'edge-runtime', runtime: 'edge-runtime' },
]
