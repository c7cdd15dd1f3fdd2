import type { ALBEvent } from 'aws-lambda'

/**
 * Creates the event of an application load balancer, with single or multi-value headers according to its target group. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export async function toLoadBalancerEvent(request: Request, values: 'single' | 'multi'): Promise<ALBEvent> {
  const { pathname, searchParams } = new URL(request.url)
  const headers = Object.fromEntries(request.headers)
  return {
    requestContext: {
      elb: {
        targetGroupArn:
          'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/upload-token/6d0ecf831eec9f09',
      },
    },
    httpMethod: request.method,
    path: pathname,
    ...(values === 'single'
      ? { headers, queryStringParameters: Object.fromEntries(searchParams) }
      : {
          multiValueQueryStringParameters: Object.fromEntries(
            [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
          ),
          multiValueHeaders: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, [value]]),
          ),
        }),
    body: await request.text(),
    isBase64Encoded: false,
  }
}
