import type {
  BaseOptions,
  BaseResponse,
  FileInfo,
  FromUrlOptions,
  FromUrlResponse,
  FromUrlStatusOptions,
  FromUrlStatusResponse,
  GroupInfo,
  GroupInfoOptions,
  GroupOptions,
  InfoOptions,
  MultipartCompleteOptions,
  MultipartStartOptions,
  MultipartStartResponse,
  SupportedFileInput,
} from 'upload-client-6.21'
import type { UploadError } from 'upload-client-6.21'

export * from 'upload-client-6.21'

export interface AuthTokenProvider {
  getToken: () => string | Promise<string>
  invalidate: () => void
}
export type AuthToken = string | (() => string | Promise<string>) | AuthTokenProvider

export type AuthErrorCode =
  | 'AccessTokenExpiredError'
  | 'AccessTokenInvalidError'
  | 'ScopeForbiddenError'
  | 'OperationsLimitExceededError'

/** A refused auth token. */
export class AuthError extends UploadError {
  readonly code: AuthErrorCode
}

/** A resolver that threw, rejected or returned no token. Nothing was sent. */
export class AuthTokenResolverError extends UploadError {
  readonly cause: unknown
}

export function isAuthTokenResolver(authToken: AuthToken | undefined): authToken is Exclude<AuthToken, string>
export function normalizeAuthToken(authToken: AuthToken | undefined): AuthTokenProvider | undefined
export function resolveAuthToken(authToken: AuthToken | undefined): Promise<string | undefined>

interface WithAuthToken {
  authToken?: AuthToken
}

export function base(file: SupportedFileInput, options: BaseOptions & WithAuthToken): Promise<BaseResponse>
export function fromUrl(url: string, options: FromUrlOptions & WithAuthToken): Promise<FromUrlResponse>
export function fromUrlStatus(
  token: string,
  options?: FromUrlStatusOptions & WithAuthToken,
): Promise<FromUrlStatusResponse>
export function group(uuids: string[], options: GroupOptions & WithAuthToken): Promise<GroupInfo>
export function groupInfo(id: string, options: GroupInfoOptions & WithAuthToken): Promise<GroupInfo>
export function info(uuid: string, options: InfoOptions & WithAuthToken): Promise<FileInfo>
export function multipartStart(
  size: number,
  options: MultipartStartOptions & WithAuthToken,
): Promise<MultipartStartResponse>
export function multipartComplete(
  uuid: string,
  options: MultipartCompleteOptions & WithAuthToken,
): Promise<FileInfo>
