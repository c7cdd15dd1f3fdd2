import { randomBytes } from 'node:crypto'

const REGION = 'us-east-1'
const NAME = 'upload-token'

export const FUNCTION_ARN = `arn:aws:lambda:${REGION}:123456789012:function:${NAME}`

/** The credentials of the function's role. They are valid only for the local stand-ins. */
export interface RoleCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
}

/** Creates random credentials for one run. */
export function createRoleCredentials(): RoleCredentials {
  const random = (): string => randomBytes(20).toString('hex')
  return {
    accessKeyId: `ASIA${random().slice(0, 16).toUpperCase()}`,
    secretAccessKey: random(),
    sessionToken: random(),
  }
}

/** Returns the environment variables that Lambda sets for a function's process. */
export function functionEnvironment(
  folder: string,
  handler: string,
  role: RoleCredentials,
): Record<string, string> {
  return {
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: handler,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_LAMBDA_FUNCTION_NAME: NAME,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${NAME}`,
    AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    AWS_ACCESS_KEY_ID: role.accessKeyId,
    AWS_SECRET_ACCESS_KEY: role.secretAccessKey,
    AWS_SESSION_TOKEN: role.sessionToken,
    TZ: ':UTC',
  }
}
