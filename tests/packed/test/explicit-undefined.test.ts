import type {
  SecureUploadSettings,
  SmallFilesOptions,
  TokenSourceOptions,
  UploadFilesOptions,
  UploadFunctionOptions,
} from '@secure-uploading/client'
import type { DropZoneOptions } from '@secure-uploading/client/drop-zone'
import type { FileUploaderOptions } from '@secure-uploading/client/file-uploader'
import type { ShrinkImagesOptions } from '@secure-uploading/client/image-shrink'
import type { AddOptions, UploadQueueOptions } from '@secure-uploading/client/queue'
import type { ResumableUploadOptions } from '@secure-uploading/client/resumable'
import type {
  CompletionOptions,
  RouteUploadOptions,
  RouteUploadsOptions,
  UploadRoutesOptions,
} from '@secure-uploading/client/routes'
import type { AdapterHandlers } from '@secure-uploading/contract'
import type {
  AuthTokenOptions,
  Clock,
  SignerOptions,
  UploadReceiptOptions,
  VerifyAuthTokenOptions,
  VerifyUploadReceiptOptions,
  VerifyWebhookOptions,
} from '@secure-uploading/core'
import type { EmulatorOptions, Fault, ProjectOptions, WebhookOptions } from '@secure-uploading/emulator'
import type { EmulatorHandlersOptions } from '@secure-uploading/emulator/msw'
import type { EmulatorServerOptions } from '@secure-uploading/emulator/node'
import type {
  RateLimit,
  Receipts,
  TokenHandlerOptions,
  UploadRoute,
  UploadsHandlerOptions,
  WebhookHandlerOptions,
} from '@secure-uploading/server'
import { expectTypeOf, it } from 'vitest'

/** The names of optional properties that refuse `undefined`. Each member of a union is checked. */
type Refusing<T> = T extends unknown
  ? { [Name in keyof T]-?: object extends Pick<T, Name> ? RefusingName<T, Name> : never }[keyof T]
  : never
type RefusingName<T, Name extends keyof T> = undefined extends Required<Pick<T, Name>>[Name] ? never : Name

/** Backends pass keys of the environment, so `undefined` compiles and is an error that names the key. */
type Backend =
  | TokenHandlerOptions<[]>
  | UploadsHandlerOptions<[]>
  | WebhookHandlerOptions<[]>
  | Receipts<[]>
  | RateLimit<[]>
  | UploadRoute<[], unknown>
type Core =
  | AuthTokenOptions
  | Clock
  | SignerOptions
  | UploadReceiptOptions
  | VerifyAuthTokenOptions
  | VerifyUploadReceiptOptions
  | VerifyWebhookOptions
type Client =
  | AddOptions
  | CompletionOptions
  | DropZoneOptions
  | FileUploaderOptions
  | ResumableUploadOptions
  | RouteUploadOptions
  | RouteUploadsOptions
  | SecureUploadSettings
  | ShrinkImagesOptions
  | SmallFilesOptions
  | TokenSourceOptions
  | UploadFilesOptions
  | UploadFunctionOptions
  | UploadQueueOptions
  | UploadRoutesOptions
type Tools =
  | AdapterHandlers<[]>
  | EmulatorHandlersOptions
  | EmulatorOptions
  | EmulatorServerOptions
  | Fault
  | ProjectOptions
  | WebhookOptions

it('finds an option that refuses undefined', () => {
  expectTypeOf<Refusing<{ a?: string } | { b?: string | undefined; c: string }>>().toEqualTypeOf<'a'>()
})

it('accepts undefined explicitly for each option', () => {
  expectTypeOf<Refusing<Backend>>().toEqualTypeOf<never>()
  expectTypeOf<Refusing<Core>>().toEqualTypeOf<never>()
  expectTypeOf<Refusing<Client>>().toEqualTypeOf<never>()
  expectTypeOf<Refusing<Tools>>().toEqualTypeOf<never>()
})
