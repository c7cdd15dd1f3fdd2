import * as uploadClient from '@uploadcare/upload-client'

/** Whether upload-client has the `authToken` option, which it ignores silently before 6.23. */
export const supportsAuthToken = (): boolean => 'isAuthTokenResolver' in uploadClient
