import type { ALBEvent } from 'aws-lambda'

/**
 * Creates the event of an application load balancer, with single or multi-value headers according to its target group. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export async function toLoadBalancerEvent(request: Request, values: 'single' | 'multi'): Promise<ALBEvent> {
  const { pathname, search } = new URL(request.url)
  const parameters = encodedParametersOf(search)
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
      ? { headers, queryStringParameters: Object.fromEntries(parameters) }
      : {
          multiValueQueryStringParameters: Object.fromEntries(
            parameters.map(([name]) => [name, valuesOf(parameters, name)]),
          ),
          multiValueHeaders: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, [value]]),
          ),
        }),
    body: await request.text(),
    isBase64Encoded: false,
  }
}

type Parameter = readonly [name: string, value: string]

/** A load balancer does not decode the query, unlike API Gateway. */
function encodedParametersOf(search: string): Parameter[] {
  return search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    })
}

function valuesOf(parameters: readonly Parameter[], name: string): string[] {
  return parameters.flatMap(([other, value]) => (other === name ? [value] : []))
}
