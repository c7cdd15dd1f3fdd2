/* eslint-disable @typescript-eslint/no-deprecated -- AWS still passes them, so the type requires them */
import type { Context } from 'aws-lambda'

/** The second argument that AWS Lambda passes. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'upload-token',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:upload-token',
  memoryLimitInMB: '128',
  awsRequestId: '8f5b8f7a-2f3c-4c6d-9f0a-6a4a3a5b1c2d',
  logGroupName: '/aws/lambda/upload-token',
  logStreamName: '2026/11/23/[$LATEST]0',
  getRemainingTimeInMillis: () => 3000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
}
