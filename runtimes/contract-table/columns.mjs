/**
 * What the contract is held to, in the table's order. An adapter's results come from the test of its package, by the name
 * that `describeTokenEndpoint` is given there; a runtime's from the suite that was run on it.
 */
export const COLUMNS = [
  { title: 'Express 5', adapter: 'Express 5' },
  { title: 'Express 4', adapter: 'Express 4' },
  { title: 'Next app', adapter: "Next's App Router" },
  { title: 'Next edge', adapter: "Next's App Router at the edge" },
  { title: 'Next pages', adapter: "Next's Pages Router" },
  { title: 'Lambda v1', adapter: 'Lambda behind a REST API' },
  { title: 'Lambda v2', adapter: 'Lambda behind an HTTP API' },
  { title: 'Lambda URL', adapter: 'Lambda behind a function URL' },
  { title: 'Lambda ALB', adapter: 'Lambda behind a load balancer' },
  { title: 'Lambda ALB, multi-value', adapter: 'Lambda behind a load balancer with multi-value headers' },
  { title: 'Fastify', adapter: 'Fastify' },
  { title: 'Node 20', runtime: 'node 20' },
  { title: 'Node 22', runtime: 'node 22' },
  { title: 'Node 24', runtime: 'node 24' },
  { title: 'Node 26', runtime: 'node 26' },
  { title: 'workerd', runtime: 'workerd' },
  { title: 'Deno', runtime: 'deno' },
  { title: 'Bun', runtime: 'bun' },
  { title: 'edge-runtime', runtime: 'edge-runtime' },
]

/** The test files that hold adapters to the contract, by their package. */
export const ADAPTER_TESTS = {
  express: ['test/create-token-handler.test.ts'],
  next: ['test/create-token-handler.test.ts', 'test/pages/create-token-handler.test.ts'],
  lambda: ['test/create-token-handler.test.ts'],
  fastify: ['test/create-token-handler.test.ts'],
}
